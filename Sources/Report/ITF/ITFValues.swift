import Model

/// How values are written in the Informal Trace Format.
///
/// Truth values and numbers are themselves, members of enumerations and scalarsets their names,
/// arrays `{"#map": …}`, records objects, multisets lists. A number that a double cannot hold exactly is
/// `{"#bigint": "…"}`. Undefined is the variant `Undefined`.
enum ITFValues {
  /// The greatest integer such that it and all smaller ones are exact doubles.
  private static let exactLimit: Int64 = 1 << 53

  static let undefined = JSONValue.object([
    "tag": .string("Undefined"), "value": .object(["#tup": .array([])]),
  ])

  static func value(of number: Int64?, as type: ScalarType) -> JSONValue {
    guard let number else { return undefined }
    switch type.kind {
    case .boolean: return .boolean(number != 0)
    case .enumeration, .scalarset, .union: return .string(type.text(of: number))
    case .presence: return .boolean(true)
    case .range, .integer, .slot:
      return number.magnitude <= exactLimit.magnitude
        ? .integer(number) : .object(["#bigint": .string(String(number))])
    }
  }

  /// Nil when the value is none of this type.
  static func number(of value: JSONValue, as type: ScalarType) -> Int64? {
    let number: Int64? =
      switch (type.kind, value) {
      case (.boolean, .boolean(let truth)): truth ? 1 : 0
      case (.enumeration(let members), .string(let name)):
        members.firstIndex(of: name).map { Int64($0) }
      case (.scalarset, .string(let name)): member(named: name, of: type)
      case (.union(let members), _): self.number(of: value, amongst: members)
      case (.presence, .boolean(true)): 0
      case (.range, _), (.integer, _), (.slot, _): integer(of: value)
      default: nil
      }
    return number.flatMap { type.contains($0) ? $0 : nil }
  }

  /// The number of a value of a union: the first member that has such a value counts.
  private static func number(of value: JSONValue, amongst members: [ScalarType]) -> Int64? {
    var first: Int64 = 0
    for member in members {
      if let number = self.number(of: value, as: member) { return first + number }
      first += member.upper + 1
    }
    return nil
  }

  /// The value of some cells, the first of which is at the front; they are taken away.
  static func value(of cells: inout ArraySlice<Int64?>, as type: ValueType) -> JSONValue {
    switch type {
    case .scalar(let scalar): return value(of: cells.removeFirst(), as: scalar)
    case .record(let fields):
      var object: [String: JSONValue] = [:]
      for field in fields { object[field.name] = value(of: &cells, as: field.type) }
      return .object(object)
    case .array(let index, let slot) where index.kind == .slot:
      let slots = indices(of: index).map { _ in value(of: &cells, as: slot) }
      return .array(slots.filter { $0["present"] == .boolean(true) }.compactMap { $0["element"] })
    case .array(let index, let element):
      let entries = indices(of: index).map { key in
        JSONValue.array([value(of: key, as: index), value(of: &cells, as: element)])
      }
      return .object(["#map": .array(entries)])
    }
  }

  /// The cells of a value, which `place` names in errors.
  static func cells(
    of value: JSONValue, as type: ValueType, at place: String
  ) throws(ITFError) -> [Int64?] {
    switch type {
    case .scalar(let scalar):
      if value == undefined { return [nil] }
      guard let number = number(of: value, as: scalar) else { throw .wrongValue(place) }
      return [number]
    case .record(let fields):
      guard let object = value.object, object.count == fields.count else {
        throw .wrongValue(place)
      }
      var cells: [Int64?] = []
      for field in fields {
        guard let part = object[field.name] else { throw .wrongValue("\(place).\(field.name)") }
        cells += try self.cells(of: part, as: field.type, at: "\(place).\(field.name)")
      }
      return cells
    case .array(let index, let slot) where index.kind == .slot:
      return try self.cells(of: value, slots: index.count ?? 0, as: slot, at: place)
    case .array(let index, let element):
      let entries = try self.entries(of: value, index: index, at: place)
      var cells: [Int64?] = []
      for key in indices(of: index) {
        let name = "\(place)[\(index.text(of: key))]"
        guard let entry = entries[key] else { throw .wrongValue(name) }
        cells += try self.cells(of: entry, as: element, at: name)
      }
      return cells
    }
  }

  /// The cells of the elements of a multiset, and undefined ones for the slots that are not in use.
  private static func cells(
    of value: JSONValue, slots: Int, as slot: ValueType, at place: String
  ) throws(ITFError) -> [Int64?] {
    guard let elements = value.array, elements.count <= slots else { throw .wrongValue(place) }
    var cells: [Int64?] = []
    for (position, element) in elements.enumerated() {
      let value = JSONValue.object(["present": .boolean(true), "element": element])
      cells += try self.cells(of: value, as: slot, at: "\(place){\(position)}")
    }
    let rest = (slots - elements.count) * StateLayout.cellCount(of: slot)
    return cells + Array(repeating: nil, count: rest)
  }

  private static func entries(
    of value: JSONValue, index: ScalarType, at place: String
  ) throws(ITFError) -> [Int64: JSONValue] {
    guard let pairs = value["#map"]?.array, pairs.count == index.count else {
      throw .wrongValue(place)
    }
    var entries: [Int64: JSONValue] = [:]
    for pair in pairs {
      guard let pair = pair.array, pair.count == 2, let key = number(of: pair[0], as: index) else {
        throw .wrongValue(place)
      }
      entries[key] = pair[1]
    }
    return entries
  }

  private static func indices(of type: ScalarType) -> [Int64] {
    type.count ?? 0 > 0 ? Array(type.lower...type.upper) : []
  }

  private static func member(named name: String, of type: ScalarType) -> Int64? {
    guard let text = name.split(separator: "_").last, let number = Int64(text), number > 0,
      type.contains(number - 1), type.text(of: number - 1) == name
    else { return nil }
    return number - 1
  }

  private static func integer(of value: JSONValue) -> Int64? {
    switch value {
    case .integer(let number): number
    case .object(let object) where object.count == 1:
      object["#bigint"]?.string.flatMap { Int64($0) }
    default: nil
    }
  }
}
