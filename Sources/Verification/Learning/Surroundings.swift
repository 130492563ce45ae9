/// A scope, and scopes with one variable more in front: for each choice of the scope's members, all
/// members that this variable stands for.
struct Surroundings {
  let outer: Scope
  let inner: [Scope]
  /// For each choice of the outer scope and each inner scope, the choices that extend it.
  private let extensions: [[[Int]]]

  init(_ outer: Scope, _ inner: [Scope]) {
    self.outer = outer
    self.inner = inner
    extensions = outer.choices.map { members in
      inner.map { scope in
        scope.choices.indices.filter { scope.choices[$0].dropFirst().elementsEqual(members) }
      }
    }
  }

  /// For each inner scope what a state is like for all members, given a choice of the outer scope.
  func rows(of moment: Moment, around choice: Int) -> [[[UInt8]]] {
    zip(inner, extensions[choice]).map { scope, choices in
      choices.map { scope.row(of: moment, $0) }
    }
  }

  // MARK: Groups

  /// The members of each inner scope by each column about them, together with a link to the outer
  /// scope's variable where the column is not about that itself.
  func groups(by isWanted: (Column) -> Bool) -> [MemberGroup] {
    inner.indices.flatMap { scope -> [MemberGroup] in
      let columns = inner[scope].columns
      let about = columns.indices.filter { columns[$0].variables.contains(0) }
      let links = about.filter {
        columns[$0].isChoice && columns[$0].variables.count == 2 && columns[$0].count == 3
          && !columns[$0].needs.isEmpty
      }
      return about.filter { isWanted(columns[$0]) }.flatMap { column in
        columns[column].variables.count == inner[scope].variables.count
          ? [MemberGroup(scope: scope, column: column, link: nil)]
          : links.map { MemberGroup(scope: scope, column: column, link: $0) }
      }
    }
  }

  /// The ways of a group's members.
  func ways(of group: MemberGroup, in rows: [[[UInt8]]]) -> [UInt8] {
    rows[group.scope].compactMap { row in
      if let link = group.link, row[link] != MemberGroup.linked { return nil }
      return row[group.column]
    }
  }

  /// Whether the outer scope's variable points to the only member that can be in a group: what is
  /// true of that can be said without a search for it.
  func isSingle(_ group: MemberGroup) -> Bool {
    let scope = inner[group.scope]
    return [group.column, group.link].compactMap { $0 }.contains {
      scope.columns[$0].isEqual(to: scope.variables[0].name)
    }
  }

  /// The column that tells a group's members apart.
  func column(of group: MemberGroup) -> Column { inner[group.scope].columns[group.column] }

  /// That a member is of some ways.
  func text(of group: MemberGroup, _ ways: UInt64) -> String {
    let scope = inner[group.scope]
    let link = group.link.map {
      scope.columns[$0].text(of: 1 << UInt64(MemberGroup.linked)) + " & "
    }
    return (link ?? "") + scope.columns[group.column].text(of: ways)
  }
}

/// Members of a type that differ by the way of a column, for each value of a scope's variable.
struct MemberGroup {
  /// The inner scope whose first variable is the member.
  let scope: Int
  let column: Int
  /// A column that says what the member has to do with the outer scope's variable.
  let link: Int?

  /// The way of a link by which a member belongs to the group: that two things are equal.
  static let linked: UInt8 = 2
}
