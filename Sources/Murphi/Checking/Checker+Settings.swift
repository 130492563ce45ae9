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
      case .dialect(let dialect):
        reportRepetition(settings.dialect != nil, of: "dialect", setting.range)
        settings.dialect = dialect
      case .forAll(let names):
        settings.forAll += names.filter { checkForAll($0) }.map(\.text)
      case .expect(let name, let conditions, let outcome):
        guard let isMet = checkConditions(conditions), isMet else { continue }
        let expectation = CheckedSettings.Expectation(
          claim: name, outcome: outcome, range: setting.range)
        settings.expectations.removeAll { $0.claim == name }
        settings.expectations.append(expectation)
      case .configuration(let name, let conditions):
        guard checkConditions(conditions) != nil else { continue }
        let choices = conditions.map {
          CheckedSettings.Choice(constant: $0.constant.text, value: $0.value.text)
        }
        settings.configurations.append(
          CheckedSettings.Configuration(name: name, choices: choices, range: setting.range))
      }
    }
    checkContradictions()
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

  mutating func checkForAll(_ name: Identifier) -> Bool {
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

  /// Reports expectations that differ in nothing but the outcome.
  private mutating func checkContradictions() {
    var seen: [String: (outcome: ExpectedOutcome, range: SourceRange)] = [:]
    for setting in program.settings {
      guard case .expect(let name, let conditions, let outcome) = setting.kind else { continue }
      let equations = conditions.map { "\($0.constant.text)=\($0.value.text)" }.sorted()
      let key = "\(name)\n\(equations.joined(separator: ","))"
      if let earlier = seen[key], earlier.outcome != outcome {
        let note = Diagnostic.Note("the other one is here", at: earlier.range)
        report(
          "'\(name)' is expected to be both \(earlier.outcome.rawValue) and \(outcome.rawValue)",
          at: setting.range, notes: [note])
      }
      seen[key] = (outcome, setting.range)
    }
  }
}
