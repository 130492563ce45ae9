import SourceText

extension Story {
  /// Every cell of the first state.
  var initialCells: [Counterexample.InitialCell] {
    guard let state = trace.steps.first?.state else { return [] }
    let speaker = programCounter
    return cellsInOrder.map { cell in
      let owner = members.isEmpty ? nil : locality.member(owning: paths[cell])
      return Counterexample.InitialCell(
        cell: name(ofCell: cell), shortCell: shortName(ofCell: cell),
        value: text(ofCell: cell, in: state), isLocal: owner != nil,
        column: owner.flatMap { members.firstIndex(of: $0) },
        speaksForItself: owner != nil && owner.flatMap { speaker[$0] } == cell)
    }
  }

  /// The cell of each member that says where it stands: the local enumeration that the most rules
  /// move.
  private var programCounter: [Int64: Int] {
    var best: [Int64: (cell: Int, moves: Int)] = [:]
    for cell in paths.indices {
      guard case .enumeration = system.layout.cells[cell].type.kind,
        let owner = locality.member(owning: paths[cell]),
        let moves = locality.moves(of: paths[cell].variable), moves > best[owner]?.moves ?? 0
      else { continue }
      best[owner] = (cell, moves)
    }
    return best.mapValues(\.cell)
  }

  /// The row of a step from 1 on.
  func row(of step: Int) -> Counterexample.Row {
    guard case .rule(let index) = trace.steps[step].action else {
      preconditionFailure("only the first step of a trace is no rule")
    }
    let member = member(running: step)
    var (local, shared): ([Counterexample.Change], [Counterexample.Change]) = ([], [])
    for cell in cellsInOrder {
      guard let change = change(of: cell, at: step) else { continue }
      if let owner = locality.member(owning: paths[cell]), owner == member {
        local.append(change)
      } else {
        shared.append(change)
      }
    }
    return Counterexample.Row(
      step: step, column: members.firstIndex(of: member) ?? 0, action: action(of: step),
      line: Int(system[index].range.start.line), local: local, shared: shared,
      writesShared: locality.writesShared(index), failed: trace.steps[step].state == nil)
  }

  /// The rule's name with its arguments beyond the column's.
  func action(of step: Int) -> String {
    guard case .rule(let index) = trace.steps[step].action else { return "" }
    let rule = system[index]
    let column = assignment.parameter(of: rule)
    let arguments = zip(rule.parameters, trace.steps[step].arguments)
      .filter { $0.0.local != column }
      .map { parameter, value in
        names.text(of: value, as: parameter.domain.wholeType ?? .integer)
      }
    return arguments.isEmpty ? rule.name : "\(rule.name)(\(arguments.joined(separator: ", ")))"
  }

  private func change(of cell: Int, at step: Int) -> Counterexample.Change? {
    guard let before = state(after: step - 1), let after = state(after: step),
      before.cells[cell] != after.cells[cell]
    else { return nil }
    return Counterexample.Change(
      cell: name(ofCell: cell), shortCell: shortName(ofCell: cell),
      old: text(ofCell: cell, in: before), new: text(ofCell: cell, in: after))
  }

  /// Who last changed one of these cells; nil when they are as they were at the start.
  func writer(of cells: Set<Int>) -> Counterexample.Writer? {
    guard let step = trace.steps.indices.dropFirst().last(where: { changes(cells, at: $0) }) else {
      return nil
    }
    let earlier = lostAssignment(to: cells, before: step)
    return Counterexample.Writer(
      step: step, by: name(of: member(running: step)),
      after: earlier.map { Counterexample.Earlier(action: action(of: $0), step: $0) })
  }

  private func changes(_ cells: Set<Int>, at step: Int) -> Bool {
    guard let before = state(after: step - 1), let after = state(after: step) else { return false }
    return cells.contains { before.cells[$0] != after.cells[$0] }
  }

  /// The last step of another column, since the change before `step`, whose rule assigns to a
  /// scalar variable among the cells and changed nothing: the sign of a lost update.
  private func lostAssignment(to cells: Set<Int>, before step: Int) -> Int? {
    let variables = Set(cells.filter { paths[$0].steps.isEmpty }.map { paths[$0].variable })
    for earlier in (1..<step).reversed() {
      if changes(cells, at: earlier) { return nil }
      guard case .rule(let rule) = trace.steps[earlier].action,
        isOtherHand(earlier, than: step)
      else { continue }
      if !locality.writes[rule.position].isDisjoint(with: variables) { return earlier }
    }
    return nil
  }

  /// Whether two steps are of different columns; in `env`, of different rules.
  private func isOtherHand(_ earlier: Int, than step: Int) -> Bool {
    let (first, second) = (member(running: earlier), member(running: step))
    return first != second
      || (first == nil && trace.steps[earlier].action != trace.steps[step].action)
  }
}
