package import Model
import SourceText

/// A sleeper that tests its condition before it says that it sleeps: the wakeup in between is lost.
package enum LostWakeup {
  package static let system = TransitionSystem(
    name: "lostwake.m", constants: [],
    variables: [
      variable("w", waiterPC), variable("k", wakerPC), variable("state", taskState),
      variable("cond", .boolean),
    ],
    functions: [],
    rules: [
      rule(
        "!cond, go to sleep", 7, waiter, .all(of: [w("W_TEST"), .not(.read(cond))]),
        [assign(wPlace, waiterPC, "W_SET")]),
      rule(
        "set_current_state(D)", 8, waiter, w("W_SET"),
        [
          assign(state, taskState, "UNINTERRUPTIBLE"), assign(wPlace, waiterPC, "W_SCHEDULE"),
        ]),
      rule("schedule()", 9, waiter, w("W_SCHEDULE"), [assign(wPlace, waiterPC, "W_ASLEEP")]),
      rule(
        "cond = true", 11, waker, k("K_SETCOND"),
        [.assign(cond, .value(1, .boolean)), assign(kPlace, wakerPC, "K_WAKE")]),
      rule(
        "wake_up_process(waiter)", 12, waker, k("K_WAKE"),
        [assign(state, taskState, "RUNNING"), assign(kPlace, wakerPC, "K_DONE")]),
    ],
    startStates: [
      StartState(
        name: "start", parameters: [], frame: [],
        body: [
          assign(wPlace, waiterPC, "W_TEST"), assign(kPlace, wakerPC, "K_SETCOND"),
          assign(state, taskState, "RUNNING"), .assign(cond, .value(0, .boolean)),
        ], range: .line(5, of: "lostwake.m"))
    ],
    claims: [
      Claim(
        name: "no lost wakeup", kind: .invariant,
        condition: .not(
          .all(of: [
            w("W_ASLEEP"), k("K_DONE"), .read(cond),
            .test(.read(state), .notEqual, member("RUNNING", of: taskState)),
          ])), range: .line(14, of: "lostwake.m")),
      Claim(name: "no run-time error", kind: .runtime, range: .none),
    ],
    deadlockMode: .off, columns: "Proc")

  /// The shortest way to sleep for ever.
  package static let trace = Trace.running(
    [(0, [0]), (3, [1]), (4, [1]), (1, [0]), (2, [0])], of: system
  ) { _ in .claimFalse(ClaimIndex(0), arguments: []) }

  private static let process = ScalarType.enumeration("Proc", members: ["waiter", "waker"])
  private static let waiterPC = ScalarType.enumeration(
    "WaiterPC", members: ["W_TEST", "W_SET", "W_SCHEDULE", "W_ASLEEP"])
  private static let wakerPC = ScalarType.enumeration(
    "WakerPC", members: ["K_SETCOND", "K_WAKE", "K_DONE"])
  private static let taskState = ScalarType.enumeration(
    "TaskState", members: ["RUNNING", "UNINTERRUPTIBLE"])
  private static let (waiter, waker) = (Int64(0), Int64(1))
  private static let wPlace = Place.variable(0, as: .scalar(waiterPC))
  private static let kPlace = Place.variable(1, as: .scalar(wakerPC))
  private static let state = Place.variable(2, as: .scalar(taskState))
  private static let cond = Place.variable(3, as: .scalar(.boolean))

  private static func variable(_ name: String, _ type: ScalarType) -> StateVariable {
    StateVariable(name: name, type: .scalar(type), range: .line(1, of: "lostwake.m"))
  }

  private static func member(_ name: String, of type: ScalarType) -> Expression {
    guard case .enumeration(let members) = type.kind, let value = members.firstIndex(of: name)
    else { preconditionFailure("\(name) is a member") }
    return .value(Int64(value), type)
  }

  private static func w(_ name: String) -> Expression {
    .test(.read(wPlace), .equal, member(name, of: waiterPC))
  }

  private static func k(_ name: String) -> Expression {
    .test(.read(kPlace), .equal, member(name, of: wakerPC))
  }

  private static func assign(_ place: Place, _ type: ScalarType, _ name: String) -> Statement {
    .assign(place, member(name, of: type))
  }

  private static func rule(
    _ name: String, _ line: Int, _ who: Int64, _ condition: Expression, _ body: [Statement]
  ) -> Rule {
    let own = Expression.test(
      .read(.local(0, as: process)), .equal, .value(who, process))
    return Rule(
      name: name, parameters: [.each(0, "p", process)], frame: [.bound("p", process)],
      guardCondition: .test(own, .and, condition), body: body,
      range: .line(line, of: "lostwake.m"))
  }
}
