import SourceText

extension Checker {
  /// Works out what the settings mean with the constants as they are.
  mutating func checkSettings() -> CheckedSettings {
    var settings = CheckedSettings()
    for setting in program.settings {
      switch setting.kind {
      case .columns(let type):
        reportRepetition(settings.columns != nil, of: "columns", setting.range)
        settings.columns = checkColumns(type)
      case .deadlock(let mode):
        reportRepetition(settings.deadlock != nil, of: "deadlock", setting.range)
        settings.deadlock = mode
      case .forAll(let names):
        settings.forAll += names.filter { checkForAll($0) }.map(\.text)
      case .expect(let name, let conditions, let outcome):
        guard let isMet = checkConditions(conditions), isMet else { continue }
        let expectation = CheckedSettings.Expectation(
          claim: name, outcome: outcome, isConditional: !conditions.isEmpty, range: setting.range)
        add(expectation, to: &settings.expectations)
      }
    }
    return settings
  }

  private mutating func reportRepetition(_ isRepeated: Bool, of name: String, _ range: SourceRange)
  {
    if isRepeated { report("'\(name)' is set twice", at: range) }
  }

  private mutating func checkColumns(_ name: Identifier) -> String? {
    guard let entry = scopes.global(name.text), case .type(let type) = entry.symbol else {
      let near = nearestSpelling(to: name.text, among: scopes.names(where: \.isType))
      report(
        "there is no type '\(name.text)'", at: name.range,
        suggestion: near.map { "did you mean '\($0)'?" })
      return nil
    }
    guard type.isSimple else {
      report("columns need a simple type, but '\(name.text)' is \(type)", at: name.range)
      return nil
    }
    return type.name ?? name.text
  }

  private mutating func constant(_ name: Identifier) -> CheckedConstant? {
    if let constant = constants.first(where: { $0.name == name.text }) { return constant }
    let near = nearestSpelling(to: name.text, among: constants.map(\.name))
    report(
      "there is no constant '\(name.text)'", at: name.range,
      suggestion: near.map { "did you mean '\($0)'?" })
    return nil
  }

  private mutating func checkForAll(_ name: Identifier) -> Bool {
    guard let constant = constant(name) else { return false }
    guard constant.type.isNumeric else {
      report("'\(name.text)' is \(constant.type), not a number", at: name.range)
      return false
    }
    return true
  }

  /// Whether all conditions are met; nil when one makes no sense.
  private mutating func checkConditions(
    _ conditions: [SettingSyntax.ConditionSyntax]
  ) -> Bool? {
    var areMet = true
    for condition in conditions {
      guard let constant = constant(condition.constant) else { return nil }
      guard let value = value(of: condition.value.text, as: constant.type) else {
        report(
          "'\(condition.value.text)' is not a value of '\(constant.name)'",
          at: condition.value.range)
        return nil
      }
      areMet = areMet && value == constant.value
    }
    return areMet
  }

  /// The value that a word of a setting has as a constant's type.
  private func value(of text: String, as type: CheckedType) -> Int64? {
    switch type {
    case .boolean: ["false", "true"].firstIndex(of: text).map(Int64.init)
    case .enumeration(let members, _): members.firstIndex(of: text).map(Int64.init)
    default: Int64(text)
    }
  }

  /// Adds an expectation; one with conditions outweighs one without.
  private mutating func add(
    _ new: CheckedSettings.Expectation, to expectations: inout [CheckedSettings.Expectation]
  ) {
    guard let index = expectations.firstIndex(where: { $0.claim == new.claim }) else {
      expectations.append(new)
      return
    }
    let old = expectations[index]
    if new.isConditional == old.isConditional, new.outcome != old.outcome {
      let note = Diagnostic.Note("the other one is here", at: old.range)
      report(
        "'\(new.claim)' is expected to be both \(old.outcome.rawValue) and "
          + new.outcome.rawValue, at: new.range, notes: [note])
    }
    if new.isConditional, !old.isConditional { expectations[index] = new }
  }
}
