import CZ3

/// Writes terms as text, each shared subterm once.
///
/// Not Z3's own printer, whose names for shared subterms depend on everything else that the
/// context has ever built, and on Z3's version. Here they are numbered as they come.
struct SMTLIBWriter {
  private let context: Context
  private var uses: [UInt32: Int] = [:]
  private var texts: [UInt32: String] = [:]
  private var constants: [String] = []
  private var definitions: [String] = []

  init(in context: Context) { self.context = context }

  /// Declarations of all constants, definitions of shared subterms, and one assertion for each
  /// term.
  mutating func problem(_ assertions: [Term]) -> String {
    for assertion in assertions { countUses(from: assertion.ast) }
    var lines: [String] = []
    for assertion in assertions { lines.append("(assert \(text(of: assertion.ast)))") }
    return (constants + definitions + lines).map { $0 + "\n" }.joined()
  }

  private func arguments(of node: Z3_ast) -> [Z3_ast] {
    guard Z3_get_ast_kind(context.raw, node) == Z3_APP_AST else { return [] }
    let app = Z3_to_app(context.raw, node)
    return (0..<Z3_get_app_num_args(context.raw, app)).compactMap {
      Z3_get_app_arg(context.raw, app, $0)
    }
  }

  private func number(of node: Z3_ast) -> UInt32 { Z3_get_ast_id(context.raw, node) }

  private mutating func countUses(from root: Z3_ast) {
    var pending = [root]
    while let node = pending.popLast() {
      let count = uses[number(of: node), default: 0]
      uses[number(of: node)] = count + 1
      if count == 0 { pending += arguments(of: node) }
    }
  }

  /// The text of a node, after those of everything below it; without recursion, because terms can
  /// be very deep.
  private mutating func text(of root: Z3_ast) -> String {
    var pending = [root]
    while let node = pending.last {
      let missing = arguments(of: node).filter { texts[number(of: $0)] == nil }
      if missing.isEmpty {
        pending.removeLast()
        if texts[number(of: node)] == nil { write(node) }
      } else {
        pending += missing.reversed()
      }
    }
    return texts[number(of: root)] ?? ""
  }

  private mutating func write(_ node: Z3_ast) {
    let arguments = arguments(of: node).map { texts[number(of: $0)] ?? "" }
    let head = head(of: node)
    if arguments.isEmpty {
      if isConstant(node) { constants.append("(declare-const \(head) \(sort(of: node)))") }
      texts[number(of: node)] = head
      return
    }
    let whole = "(\(head) \(arguments.joined(separator: " ")))"
    if uses[number(of: node), default: 1] == 1 {
      texts[number(of: node)] = whole
    } else {
      let name = "?\(definitions.count)"
      definitions.append("(define-fun \(name) () \(sort(of: node)) \(whole))")
      texts[number(of: node)] = name
    }
  }

  private func isConstant(_ node: Z3_ast) -> Bool {
    guard Z3_get_ast_kind(context.raw, node) == Z3_APP_AST else { return false }
    let declaration = Z3_get_app_decl(context.raw, Z3_to_app(context.raw, node))
    return Z3_get_decl_kind(context.raw, declaration) == Z3_OP_UNINTERPRETED
  }

  private func sort(of node: Z3_ast) -> String {
    String(cString: Z3_sort_to_string(context.raw, Z3_get_sort(context.raw, node)))
  }

  /// What stands before the arguments: a name, or an operator with its numbers. Literals and
  /// quantified formulas are left to Z3.
  private func head(of node: Z3_ast) -> String {
    guard Z3_get_ast_kind(context.raw, node) == Z3_APP_AST else {
      return String(cString: Z3_ast_to_string(context.raw, node))
    }
    let declaration = Z3_get_app_decl(context.raw, Z3_to_app(context.raw, node))
    let name = String(
      cString: Z3_get_symbol_string(context.raw, Z3_get_decl_name(context.raw, declaration)))
    if isConstant(node) { return "|\(name)|" }
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
