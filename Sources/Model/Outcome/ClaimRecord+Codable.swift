extension ClaimRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, kind, line, verdict, expected, scope, engine, depth, trace, certificate, reason, met
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try values.decode(String.self, forKey: .name),
      kind: try values.decode(Claim.Kind.self, forKey: .kind),
      line: try values.decode(Int.self, forKey: .line),
      verdict: try values.decode(VerdictWord.self, forKey: .verdict),
      expected: try values.decodeIfPresent(ExpectedAnswer.self, forKey: .expected),
      scope: try values.decode(Scope.self, forKey: .scope),
      engine: try values.decodeIfPresent(String.self, forKey: .engine),
      depth: try values.decodeIfPresent(Int.self, forKey: .depth),
      trace: try values.decodeIfPresent(String.self, forKey: .trace),
      certificate: try values.decodeIfPresent(String.self, forKey: .certificate),
      reason: try values.decodeIfPresent(ReasonRecord.self, forKey: .reason))
  }

  /// Every key is written, those without a value as null.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(name, forKey: .name)
    try values.encode(kind, forKey: .kind)
    try values.encode(line, forKey: .line)
    try values.encode(verdict, forKey: .verdict)
    try values.encode(expected, forKey: .expected)
    try values.encode(scope, forKey: .scope)
    try values.encode(engine, forKey: .engine)
    try values.encode(depth, forKey: .depth)
    try values.encode(trace, forKey: .trace)
    try values.encode(certificate, forKey: .certificate)
    try values.encode(reason, forKey: .reason)
    try values.encode(isMet, forKey: .met)
  }
}

extension ClaimRecord.Scope: Codable {
  private struct ForAll: Codable {
    var forAll: [String]
  }

  private struct From: Codable {
    var from: [String: Int64]
  }

  package init(from decoder: any Decoder) throws {
    if let all = try? ForAll(from: decoder) {
      self = .forAll(all.forAll)
    } else if let greater = try? From(from: decoder) {
      self = .from(greater.from)
    } else {
      self = .instance(try [String: Int64](from: decoder))
    }
  }

  /// An object of constants, or `{"forAll": […]}`, or `{"from": {…}}`.
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .instance(let constants): try constants.encode(to: encoder)
    case .forAll(let names): try ForAll(forAll: names).encode(to: encoder)
    case .from(let sizes): try From(from: sizes).encode(to: encoder)
    }
  }
}

extension ReasonRecord: Codable {
  private static let separator = ": "

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    let word = text.prefix { $0 != ":" }
    guard let code = Code(rawValue: String(word)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
    }
    let rest = text.dropFirst(word.count + Self.separator.count)
    self.init(code, detail: word.count == text.count ? nil : String(rest))
  }

  /// The code, then the words after a colon.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(detail.map { code.rawValue + Self.separator + $0 } ?? code.rawValue)
  }
}
