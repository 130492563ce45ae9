package import Model
import SourceText

/// Tasks that take and drop references to folios, and someone who kills the lot: a small relative
/// of the page map, with as many tasks and folios as wanted.
package struct Requests {
  package enum RuleName: Int {
    case request, keep, put, kill
  }

  package let task: ScalarType
  package let folio: ScalarType
  private let pc = ScalarType.enumeration("PC", members: ["Idle", "Got"])
  private let prefix: String

  /// `prefix` goes before the name of every rule, to make names as long as wanted.
  package init(tasks: Int64, folios: Int64, prefix: String = "") {
    task = .scalarset("Task", size: tasks)
    folio = .scalarset("Folio", size: folios)
    self.prefix = prefix
  }

  /// The claims are, in this order: nothing held once dying, fewer than two references,
  /// no run-time error, no deadlock.
  package var system: TransitionSystem {
    TransitionSystem(
      name: "requests.m",
      constants: [
        Constant(
          name: "TASKS", value: task.upper + 1, type: .range(1, 9), isOverridden: false),
        Constant(name: "FOLIOS", value: folio.upper + 1, type: .range(1, 9), isOverridden: true),
      ],
      variables: [
        variable("pc", .array(index: task, element: .scalar(pc))),
        variable("arg", .array(index: task, element: .scalar(folio))),
        variable(
          "holds", .array(index: task, element: .array(index: folio, element: .scalar(.boolean)))),
        variable("ref", .array(index: folio, element: .scalar(.range(0, 3)))),
        variable("dying", .scalar(.boolean)),
      ],
      functions: [], rules: [request, keep, put, kill], startStates: [start], claims: claims,
      deadlockMode: .stuttering)
  }

  private func variable(_ name: String, _ type: ValueType) -> StateVariable {
    StateVariable(name: name, type: type, range: .line(1, of: "requests.m"))
  }

  private var t: Expression { .read(.local(0, as: task)) }
  private var f: Expression { .read(.local(1, as: folio)) }
  private var dying: Place { .variable(4, as: .scalar(.boolean)) }

  private func pcPlace(_ task: Expression) -> Place {
    .variable(0, [.element(task)], as: .scalar(pc))
  }
  private func arg(_ task: Expression) -> Place {
    .variable(1, [.element(task)], as: .scalar(folio))
  }
  private func holds(_ task: Expression, _ folio: Expression) -> Place {
    .variable(2, [.element(task), .element(folio)], as: .scalar(.boolean))
  }
  private func ref(_ folio: Expression) -> Place {
    .variable(3, [.element(folio)], as: .scalar(.range(0, 3)))
  }

  private func at(_ name: Int64) -> Expression {
    .test(.read(pcPlace(t)), .equal, .value(name, pc))
  }

  private var both: [Binding] { [.each(0, "t", task), .each(1, "f", folio)] }
  private var frame: [Local] { [.bound("t", task), .bound("f", folio)] }

  private func rule(
    _ name: String, _ line: Int, _ parameters: [Binding], _ condition: Expression,
    _ body: [Statement]
  ) -> Rule {
    Rule(
      name: prefix + name, parameters: parameters, frame: Array(frame.prefix(parameters.count)),
      guardCondition: condition, body: body, range: .line(line, of: "requests.m"))
  }

  private var request: Rule {
    rule(
      "request: inc", 77, both,
      .all(of: [at(0), .not(.read(holds(t, f)))]),
      [
        .assign(arg(t), f),
        .assign(ref(f), .compute(.read(ref(f)), .add, .number(1)), line: 79),
        .assign(pcPlace(t), .value(1, pc)),
      ])
  }

  private var keep: Rule {
    let own = Expression.read(arg(t))
    return rule(
      "request: keep", 83, [both[0]], at(1),
      [
        .assign(holds(t, own), .value(1, .boolean)), .undefine(arg(t)),
        .assign(pcPlace(t), .value(0, pc)),
      ])
  }

  private var put: Rule {
    rule(
      "put", 90, both, .all(of: [at(0), .read(holds(t, f))]),
      [
        .assign(ref(f), .compute(.read(ref(f)), .subtract, .number(1)), line: 91),
        .assign(holds(t, f), .value(0, .boolean)),
      ])
  }

  private var kill: Rule {
    rule("kill", 95, [], .not(.read(dying)), [.assign(dying, .value(1, .boolean))])
  }

  private var start: StartState {
    let body =
      (task.lower...task.upper).flatMap { member -> [Statement] in
        let member = Expression.value(member, task)
        return [.assign(pcPlace(member), .value(0, pc))]
          + (folio.lower...folio.upper).map {
            .assign(holds(member, .value($0, folio)), .value(0, .boolean))
          }
      } + (folio.lower...folio.upper).map { .assign(ref(.value($0, folio)), .number(0)) }
    return StartState(
      name: "idle", parameters: [], frame: [], body: body + [.assign(dying, .value(0, .boolean))],
      range: .line(60, of: "requests.m"))
  }

  private var claims: [Claim] {
    let free = Expression.test(.read(holds(t, f)), .implies, .not(.read(dying)))
    let few = Expression.test(.read(ref(f)), .less, .number(2))
    return [
      Claim(
        name: "nothing held once dying", kind: .invariant, frame: frame,
        condition: .all(both[0], .all(both[1], free)), range: .line(100, of: "requests.m")),
      Claim(
        name: "fewer than two references", kind: .invariant, parameters: [both[1]], frame: frame,
        condition: few, range: .line(104, of: "requests.m")),
      Claim(name: "no run-time error", kind: .runtime, range: .none),
      Claim(name: "no deadlock", kind: .deadlock, range: .none),
    ]
  }
}
