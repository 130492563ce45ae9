import SourceText

extension Checker {
  /// Works out a type; the members of enumerations become visible.
  mutating func checkType(_ syntax: TypeSyntax) -> CheckedType {
    switch syntax.kind {
    case .boolean: return .boolean
    case .name(let name): return checkTypeName(name, at: syntax.range)
    case .range(let lower, let upper): return checkRange(lower, upper, at: syntax.range)
    case .enumeration(let members): return checkEnumeration(members, at: syntax.range)
    case .scalarset(let size): return checkScalarset(size)
    case .record(let fields): return checkRecord(fields)
    case .array(let index, let element): return checkArray(index, element)
    case .union(let members): return checkUnion(members, at: syntax.range)
    case .multiset(let size, let element): return checkMultiset(size, element)
    case .real: return refuse("real numbers are not supported", at: syntax.range)
    case .missing: return .invalid
    }
  }

  private mutating func refuse(_ message: String, at range: SourceRange) -> CheckedType {
    report(message, at: range)
    return .invalid
  }

  private mutating func checkTypeName(_ name: String, at range: SourceRange) -> CheckedType {
    guard case .type(let type) = resolve(name, at: range, as: "a type", where: \.isType) else {
      return .invalid
    }
    return type
  }

  private mutating func checkRange(
    _ lower: ExpressionSyntax, _ upper: ExpressionSyntax, at range: SourceRange
  ) -> CheckedType {
    let low = constantNumber(lower, as: "the lower bound of a range")
    let high = constantNumber(upper, as: "the upper bound of a range")
    guard let low, let high else { return .invalid }
    guard low.value <= high.value else {
      report("this range is empty: \(low) is greater than \(high)", at: range)
      return .invalid
    }
    let (span, overflow) = high.value.subtractingReportingOverflow(low.value)
    guard !overflow, span < .max - 1 else {
      return refuse("this range has too many values", at: range)
    }
    guard high.isAlwaysAtLeast(low) else {
      return refuseEmpty("this range is empty", low.names + high.names, at: range)
    }
    return .range(lower: low, upper: high, name: nil)
  }

  /// Refuses a type that has values here, but not in every instance.
  private mutating func refuseEmpty(
    _ problem: String, _ names: [String], at range: SourceRange
  ) -> CheckedType {
    report(
      "\(problem) for some value of \(listed(Set(names).sorted()))", at: range,
      suggestion: "it needs a value for every number from 1 up")
    return .invalid
  }

  private mutating func checkEnumeration(
    _ members: [Identifier], at range: SourceRange
  ) -> CheckedType {
    guard !members.isEmpty else {
      return refuse("an enumeration needs at least one member", at: range)
    }
    return .enumeration(members: members.map(\.text), name: nil)
  }

  /// Makes the members of a type's enumerations visible, under the name of the type if it has one.
  mutating func declareMembers(of syntax: TypeSyntax, _ type: CheckedType) {
    switch (syntax.kind, type) {
    case (.enumeration(let members), _):
      for (value, member) in members.enumerated() {
        declare(member, .constant(Quantity(Int64(value)), type))
      }
    case (.array(let index, let element), .array(let indexType, let elementType)):
      declareMembers(of: index, indexType)
      declareMembers(of: element, elementType)
    case (.multiset(_, let element), .multiset(_, let elementType)):
      declareMembers(of: element, elementType)
    case (.union(let members), .union(let memberTypes, _)):
      for (member, type) in zip(members, memberTypes) { declareMembers(of: member, type) }
    case (.record(let declarations), .record(let fields)):
      var position = 0
      for declaration in declarations where !declaration.names.isEmpty {
        declareMembers(of: declaration.type, fields[position].type)
        position += declaration.names.count
      }
    default: break
    }
  }

  private mutating func checkScalarset(_ size: ExpressionSyntax) -> CheckedType {
    guard let count = constantNumber(size, as: "the size of a scalarset") else { return .invalid }
    guard count.value > 0 else {
      return refuse("a scalarset needs at least one member, not \(count)", at: size.range)
    }
    guard count.isAlwaysAtLeast(1), count.predecessor != nil else {
      return refuseEmpty("this scalarset has no member", count.names, at: size.range)
    }
    return .scalarset(size: count, name: nil)
  }

  private mutating func checkUnion(
    _ members: [TypeSyntax], at range: SourceRange
  ) -> CheckedType {
    isForCMurphi = true
    var types: [CheckedType] = []
    for member in members {
      let type = checkType(member)
      guard type.symbolicNames.isEmpty else {
        reportSymbolic(
          "a member of a union", on: type.symbolicNames, at: member.range,
          suggestion: "keep the members apart, in a variable each")
        return .invalid
      }
      switch type {
      case .boolean, .enumeration, .scalarset:
        if types.contains(type) { return refuse("this member stands here twice", at: member.range) }
        types.append(type)
      case .invalid: return .invalid
      default:
        return refuse(
          "a union joins enumerations and scalarsets, but this is \(type)", at: member.range)
      }
    }
    guard !types.isEmpty else { return refuse("a union needs at least one member", at: range) }
    return .union(members: types, name: nil)
  }

  private mutating func checkMultiset(
    _ size: ExpressionSyntax, _ element: TypeSyntax
  ) -> CheckedType {
    isForCMurphi = true
    let count = constantNumber(size, as: "the size of a multiset")
    let type = checkType(element)
    guard let count, type != .invalid else { return .invalid }
    guard count.value > 0 else {
      return refuse("a multiset needs room for at least one element, not \(count)", at: size.range)
    }
    let names = count.names + type.namesOfArraySizes
    guard names.isEmpty else {
      reportSymbolic(
        "the size of a multiset or of arrays in it", on: Set(names).sorted(),
        at: count.isSymbolic ? size.range : element.range,
        suggestion: "use an array, with a truth value for each element that is there")
      return .invalid
    }
    guard !type.holdsMultiset else {
      return refuse("the elements of a multiset cannot hold multisets", at: element.range)
    }
    return .multiset(size: count.value, element: type)
  }

  private mutating func checkRecord(_ declarations: [VariableDeclaration]) -> CheckedType {
    var fields: [CheckedType.Field] = []
    var seen: [String: SourceRange] = [:]
    var isBroken = false
    for declaration in declarations {
      let type = checkType(declaration.type)
      for name in declaration.names {
        if let first = seen[name.text] {
          let note = Diagnostic.Note("the first one is here", at: first)
          report("this record has two fields '\(name.text)'", at: name.range, notes: [note])
          isBroken = true
        }
        seen[name.text] = name.range
        fields.append(CheckedType.Field(name: name.text, type: type))
      }
    }
    return isBroken ? .invalid : .record(fields)
  }

  private mutating func checkArray(_ index: TypeSyntax, _ element: TypeSyntax) -> CheckedType {
    let indexType = checkType(index)
    let elementType = checkType(element)
    guard indexType.isSimple else {
      return refuse("an array cannot be indexed by \(indexType)", at: index.range)
    }
    if indexType == .invalid { return .invalid }
    return .array(index: indexType, element: elementType)
  }

  /// Works out the type of variables, which must not take too much room.
  mutating func checkVariableType(_ syntax: TypeSyntax) -> CheckedType {
    let type = checkType(syntax)
    declareMembers(of: syntax, type)
    if type.cellCount(limit: Self.cellLimit) > Self.cellLimit {
      return refuse(
        "this type has more than \(Self.cellLimit) cells, which is too large", at: syntax.range)
    }
    return type
  }
}
