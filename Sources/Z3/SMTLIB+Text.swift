import CZ3

/// Writes terms as text, each shared subterm once.
///
/// Not Z3's own printer, whose names for shared subterms depend on everything else that the
/// context has ever built, and on Z3's version. Here they are numbered as they come.
struct SMTLIBWriter {
  private let context: Context
  /// Whether constants are declared as functions, for readers that know nothing else.
  private let declaresFunctionsOnly: Bool
  /// Whether what is shared within a quantifier is written once, too.
  private let sharesWithinQuantifiers: Bool
  private var uses: [UInt32: Int] = [:]
  /// The texts of terms without free variables.
  private var texts: [UInt32: String] = [:]
  /// For each node, how many of the quantifiers around it its variables refer to at most.
  private var freeDepths: [UInt32: UInt32] = [:]
  private var sorts: [String] = []
  private var functions: [String] = []
  private var declared: Set<String> = []
  private var definitions: [Definition] = []
  /// For each node the longest chain of definitions that its text takes.
  private var heights: [UInt32: Int] = [:]

  /// What a shared subterm is called.
  private struct Definition {
    let name: String
    let sort: String
    let text: String
    let height: Int

    var command: String { "(define-fun \(name) () \(sort) \(text))" }
  }

  init(
    in context: Context, declaresFunctionsOnly: Bool = false,
    sharesWithinQuantifiers: Bool = false
  ) {
    self.context = context
    self.declaresFunctionsOnly = declaresFunctionsOnly
    self.sharesWithinQuantifiers = sharesWithinQuantifiers
  }

  /// Declarations of all sorts, functions and constants, definitions of shared subterms, and one
  /// assertion for each term.
  ///
  /// - Parameter limit: with more definitions than this there is one assertion of everything, with
  ///   the definitions inside.
  mutating func problem(_ assertions: [Term], definitionLimit limit: Int) -> String {
    for assertion in assertions { countUses(from: assertion.ast) }
    var statements: [String] = []
    for assertion in assertions { statements.append(text(of: assertion.ast)) }
    let lines =
      definitions.count > limit
      ? ["(assert \(binding(definitions, in: statements)))"]
      : definitions.map(\.command) + statements.map { "(assert \($0))" }
    return (sorts + functions + lines).map { $0 + "\n" }.joined()
  }

  /// The conjunction of some statements, within `let`s: as many as the longest chain of definitions
  /// takes.
  private func binding(_ definitions: [Definition], in statements: [String]) -> String {
    binding(
      definitions,
      in: statements.count == 1 ? statements[0] : "(and\n\(statements.joined(separator: "\n")))")
  }

  private func binding(_ definitions: [Definition], in body: String) -> String {
    let levels = Dictionary(grouping: definitions, by: \.height).sorted { $0.key < $1.key }
    let openings = levels.map { _, definitions in
      "(let (" + definitions.map { "(\($0.name) \($0.text))" }.joined(separator: "\n") + ")\n"
    }
    return openings.joined() + body + String(repeating: ")", count: levels.count)
  }

  /// Declarations of all sorts, functions and constants, definitions of shared subterms, and those
  /// that are asked for.
  mutating func problem(_ named: [SMTLIB.Definition]) -> String {
    for definition in named {
      countUses(from: definition.value.ast)
      if case .next(let term) = definition.mark { countUses(from: term.ast) }
    }
    let lines = named.map { definition in
      let value = text(of: definition.value.ast)
      let sort = sort(of: definition.value.ast)
      return "(define-fun \(definition.name) () \(sort) (! \(value) \(text(of: definition.mark))))"
    }
    return (sorts + functions + definitions.map(\.command) + lines).map { $0 + "\n" }.joined()
  }

  private mutating func text(of mark: SMTLIB.Definition.Mark) -> String {
    switch mark {
    case .next(let term): ":next \(text(of: term.ast))"
    case .initial: ":init true"
    case .transition: ":trans true"
    case .invariant(let number): ":invar-property \(number)"
    }
  }

  /// What a node is built from, the body of a quantified formula included.
  private func children(of node: Z3_ast) -> [Z3_ast] {
    switch Z3_get_ast_kind(context.raw, node) {
    case Z3_APP_AST:
      let app = Z3_to_app(context.raw, node)
      return (0..<Z3_get_app_num_args(context.raw, app)).compactMap {
        Z3_get_app_arg(context.raw, app, $0)
      }
    case Z3_QUANTIFIER_AST: return Z3_get_quantifier_body(context.raw, node).map { [$0] } ?? []
    default: return []
    }
  }

  private func number(of node: Z3_ast) -> UInt32 { Z3_get_ast_id(context.raw, node) }

  private mutating func countUses(from root: Z3_ast) {
    var pending = [root]
    while let node = pending.popLast() {
      let count = uses[number(of: node), default: 0]
      uses[number(of: node)] = count + 1
      if count == 0 { pending += children(of: node) }
    }
  }

  /// The text of a term without free variables, after those of everything below it; without
  /// recursion, because terms can be very deep.
  private mutating func text(of root: Z3_ast) -> String {
    var pending = [root]
    while let node = pending.last {
      let missing = children(of: node).filter {
        freeDepths[number(of: $0)] == nil || (isClosed($0) && texts[number(of: $0)] == nil)
      }
      if missing.isEmpty {
        pending.removeLast()
        settle(node)
      } else {
        pending += missing.reversed()
      }
    }
    return texts[number(of: root)] ?? ""
  }

  private func isClosed(_ node: Z3_ast) -> Bool { freeDepths[number(of: node)] == 0 }

  /// Finds out what is to be known of a node whose parts are settled.
  private mutating func settle(_ node: Z3_ast) {
    if freeDepths[number(of: node)] == nil {
      heights[number(of: node)] = children(of: node).map { heights[number(of: $0)] ?? 0 }.max() ?? 0
    }
    freeDepths[number(of: node)] = freeDepth(of: node)
    declare(node)
    if isClosed(node), texts[number(of: node)] == nil { write(node) }
  }

  private func freeDepth(of node: Z3_ast) -> UInt32 {
    let below = children(of: node).map { freeDepths[number(of: $0)] ?? 0 }.max() ?? 0
    switch Z3_get_ast_kind(context.raw, node) {
    case Z3_VAR_AST: return Z3_get_index_value(context.raw, node) + 1
    case Z3_QUANTIFIER_AST:
      let bound = Z3_get_quantifier_num_bound(context.raw, node)
      return below > bound ? below - bound : 0
    default: return below
    }
  }

  private mutating func write(_ node: Z3_ast) {
    let whole = text(of: node, under: [])
    let isShared = !children(of: node).isEmpty && uses[number(of: node), default: 1] > 1
    guard isShared else {
      texts[number(of: node)] = whole
      return
    }
    let name = "?\(definitions.count)"
    let height = heights[number(of: node), default: 0] + 1
    heights[number(of: node)] = height
    definitions.append(
      Definition(name: name, sort: sort(of: node), text: whole, height: height))
    texts[number(of: node)] = name
  }

  /// The text of a node within quantifiers over these variables, outermost first.
  ///
  /// - Parameter known: the texts of parts that are known already.
  private func text(
    of node: Z3_ast, under variables: [String], known: (Z3_ast) -> String? = { _ in nil }
  ) -> String {
    if isClosed(node), let text = texts[number(of: node)] { return text }
    switch Z3_get_ast_kind(context.raw, node) {
    case Z3_VAR_AST:
      return variables[variables.count - 1 - Int(Z3_get_index_value(context.raw, node))]
    case Z3_QUANTIFIER_AST: return quantified(node, under: variables)
    default:
      let parts = children(of: node).map { known($0) ?? text(of: $0, under: variables) }
      return parts.isEmpty ? head(of: node) : "(\(head(of: node)) \(parts.joined(separator: " ")))"
    }
  }

  private func quantified(_ node: Z3_ast, under variables: [String]) -> String {
    let count = Z3_get_quantifier_num_bound(context.raw, node)
    let names = (0..<Int(count)).map { "!\(variables.count + $0)" }
    let bindings = (0..<count).map { position in
      let sort = Z3_get_quantifier_bound_sort(context.raw, node, position)
      return "(\(names[Int(position)]) \(text(of: sort)))"
    }
    let word = Z3_is_quantifier_forall(context.raw, node) ? "forall" : "exists"
    guard let body = Z3_get_quantifier_body(context.raw, node) else { return "true" }
    let all = variables + names
    let formula =
      sharesWithinQuantifiers ? shared(body, under: all) : text(of: body, under: all)
    return "(\(word) (\(bindings.joined(separator: " "))) \(formula))"
  }

  /// The text of a quantifier's body in which each part is written once, those of the quantifiers
  /// in it for themselves.
  private func shared(_ body: Z3_ast, under variables: [String]) -> String {
    var (known, heights): ([UInt32: String], [UInt32: Int]) = ([:], [:])
    var definitions: [Definition] = []
    let uses = openUses(in: body)
    // Parts come before what they are parts of.
    var pending = [body]
    while let node = pending.last {
      let parts = openParts(of: node)
      let missing = parts.filter { known[number(of: $0)] == nil }
      guard missing.isEmpty else {
        pending += missing.reversed()
        continue
      }
      pending.removeLast()
      if known[number(of: node)] != nil { continue }
      let whole = text(of: node, under: variables) { known[number(of: $0)] }
      var height = parts.map { heights[number(of: $0)]! }.max() ?? 0
      known[number(of: node)] = whole
      if uses[number(of: node)]! > 1, Z3_get_ast_kind(context.raw, node) != Z3_VAR_AST {
        let name = "?\(variables.count).\(definitions.count)"
        height += 1
        definitions.append(
          Definition(name: name, sort: sort(of: node), text: whole, height: height))
        known[number(of: node)] = name
      }
      heights[number(of: node)] = height
    }
    return binding(definitions, in: known[number(of: body)] ?? text(of: body, under: variables))
  }

  /// How often each part with free variables is used in a body, outside the quantifiers in it.
  private func openUses(in body: Z3_ast) -> [UInt32: Int] {
    var uses: [UInt32: Int] = [:]
    var pending = [body]
    while let node = pending.popLast() {
      uses[number(of: node), default: 0] += 1
      if uses[number(of: node)] == 1 { pending += openParts(of: node) }
    }
    return uses
  }

  /// The parts of a node with free variables; none of a quantifier, which has variables of its own.
  private func openParts(of node: Z3_ast) -> [Z3_ast] {
    guard Z3_get_ast_kind(context.raw, node) == Z3_APP_AST else { return [] }
    return children(of: node).filter { !isClosed($0) }
  }

  /// The value of an integer literal that is written as its digits.
  private func plainNumber(_ node: Z3_ast) -> Int64? {
    guard Z3_get_ast_kind(context.raw, node) == Z3_NUMERAL_AST,
      Z3_get_sort_kind(context.raw, Z3_get_sort(context.raw, node)) == Z3_INT_SORT
    else { return nil }
    var value: Int64 = 0
    return Z3_get_numeral_int64(context.raw, node, &value) && value >= 0 ? value : nil
  }

  // MARK: Declarations

  private mutating func declare(_ node: Z3_ast) {
    if Z3_get_ast_kind(context.raw, node) == Z3_QUANTIFIER_AST {
      for position in 0..<Z3_get_quantifier_num_bound(context.raw, node) {
        declare(Z3_get_quantifier_bound_sort(context.raw, node, position))
      }
    }
    guard isUninterpreted(node) else { return }
    let declaration = Z3_get_app_decl(context.raw, Z3_to_app(context.raw, node))
    let domain = (0..<Z3_get_domain_size(context.raw, declaration)).map {
      Z3_get_domain(context.raw, declaration, $0)
    }
    let range = Z3_get_range(context.raw, declaration)
    let name = head(of: node)
    if !declared.insert(name).inserted { return }
    for sort in domain + [range] { declare(sort) }
    functions.append(
      domain.isEmpty && !declaresFunctionsOnly
        ? "(declare-const \(name) \(text(of: range)))"
        : "(declare-fun \(name) (\(domain.map(text(of:)).joined(separator: " "))) \(text(of: range)))"
    )
  }

  private mutating func declare(_ sort: Z3_sort?) {
    guard Z3_get_sort_kind(context.raw, sort) == Z3_UNINTERPRETED_SORT else { return }
    let line = "(declare-sort \(text(of: sort)) 0)"
    if !sorts.contains(line) { sorts.append(line) }
  }

  private func isUninterpreted(_ node: Z3_ast) -> Bool {
    guard Z3_get_ast_kind(context.raw, node) == Z3_APP_AST else { return false }
    let declaration = Z3_get_app_decl(context.raw, Z3_to_app(context.raw, node))
    return Z3_get_decl_kind(context.raw, declaration) == Z3_OP_UNINTERPRETED
  }

  private func text(of sort: Z3_sort?) -> String {
    switch Z3_get_sort_kind(context.raw, sort) {
    case Z3_BOOL_SORT: "Bool"
    case Z3_INT_SORT: "Int"
    default: String(cString: Z3_sort_to_string(context.raw, sort))
    }
  }

  private func sort(of node: Z3_ast) -> String { text(of: Z3_get_sort(context.raw, node)) }

  /// What stands before the arguments: a name, or an operator with its numbers. Literals are left
  /// to Z3, but for those that are plain.
  private func head(of node: Z3_ast) -> String {
    if let number = plainNumber(node) { return String(number) }
    guard Z3_get_ast_kind(context.raw, node) == Z3_APP_AST else {
      return String(cString: Z3_ast_to_string(context.raw, node))
    }
    let declaration = Z3_get_app_decl(context.raw, Z3_to_app(context.raw, node))
    let name = String(
      cString: Z3_get_symbol_string(context.raw, Z3_get_decl_name(context.raw, declaration)))
    if isUninterpreted(node) { return "|\(name)|" }
    if name == "if" { return "ite" }
    let parameters = (0..<Z3_get_decl_num_parameters(context.raw, declaration)).filter {
      Z3_get_decl_parameter_kind(context.raw, declaration, $0) == Z3_PARAMETER_INT
    }
    if parameters.isEmpty { return name }
    let numbers = parameters.map {
      String(Z3_get_decl_int_parameter(context.raw, declaration, $0))
    }
    return "(_ \(name) \(numbers.joined(separator: " ")))"
  }
}
