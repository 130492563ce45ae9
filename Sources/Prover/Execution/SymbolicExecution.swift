import Model
import SourceText
import Z3

/// What the encoding cannot express, by name and place.
struct Unencodable: Error {
  let feature: Feature

  init(_ description: String, _ range: SourceRange) {
    feature = Feature(description, range: range)
  }
}

/// Something of which one of two can be chosen by a condition.
protocol Choosable {
  static func choose(_ condition: Term, _ yes: Self, _ no: Self) -> Self
}

/// What evaluating an expression symbolically yields.
protocol SymbolicOperand: Choosable {
  static func truth(_ term: Term) -> Self
  /// That the value is not zero.
  var isTrue: Term { get }
  func isEqual(to other: Self) -> Term
}

/// The locals of the body under way, and what it returns.
struct SymbolicFrame<Value, Location, Returned> {
  /// What a local stands for.
  enum Slot {
    /// Its own part of the store, from this position on.
    case own(first: Int)
    /// Somebody else's.
    case place(Location)
    /// A bound variable, which never changes.
    case bound(Value)
    /// A reference or bound variable before it is given.
    case unset
  }

  let locals: [Local]
  var slots: [Slot]
  /// Nil until something is returned.
  var result: Returned?
}

/// A run of a body with symbolic values: every branch is taken, and what differs is chosen by the
/// branch's condition.
///
/// This is what such a run is whatever stands for values and for the state: control flow, calls and
/// connectives. After an event (a run-time error, a failed assertion, a false assumption) the run
/// simply goes on with values that no longer matter; ``Events`` knows which event was the first.
protocol SymbolicExecution {
  associatedtype Operand: SymbolicOperand
  /// Where a place lies in the store.
  associatedtype Location
  /// What is copied from a place.
  associatedtype Copy
  associatedtype Returned: Choosable

  typealias Frame = SymbolicFrame<Operand, Location, Returned>

  var system: TransitionSystem { get }
  var context: Context { get }
  var frame: Frame { get set }
  /// The branches taken so far.
  var path: Term { get set }
  /// That the body has returned already.
  var returned: Term { get set }
  var events: Events { get set }
  /// How many calls are under way.
  var callDepth: Int { get set }

  // MARK: The store

  /// The size of the store: the state, then the locals of all calls under way.
  var storeSize: Int { get }
  /// Forgets what is at the end of the store.
  mutating func shrinkStore(to size: Int)
  /// Puts an undefined value of a type at the end of the store.
  mutating func extendStore(for local: Local)
  mutating func locate(_ place: Place) throws(Unencodable) -> Location
  mutating func assign(_ value: Operand, to target: Location, at range: SourceRange)
  mutating func copy(of location: Location) -> Copy
  mutating func paste(_ copy: Copy, to target: Location, at range: SourceRange)
    throws(Unencodable)
  mutating func clear(_ target: Location, at range: SourceRange) throws(Unencodable)
  mutating func undefine(_ target: Location) throws(Unencodable)
  /// The place of what is at this position of the store.
  func location(_ first: Int, as type: ValueType) -> Location

  // MARK: Branches

  /// Takes over what another branch has met, whether or not the branch is taken.
  mutating func takeHistory(of other: Self)
  /// Ends two branches in the store: this run's where the condition holds, and the other's.
  mutating func joinStore(where condition: Term, else other: Self, since before: Self)

  // MARK: Loops

  mutating func run(_ body: [Statement], for binding: Binding, at range: SourceRange)
    throws(Unencodable)
  mutating func run(_ body: [Statement], while condition: Expression, at range: SourceRange)
    throws(Unencodable)

  // MARK: Values

  mutating func constant(_ value: Int64, _ expression: Expression) -> Operand
  /// The value at a place and whether there is one.
  mutating func read(_ place: Location) -> (value: Operand, isDefined: Term)
  mutating func isSame(_ left: Location, _ right: Location) -> Term
  mutating func evaluate(
    _ quantifier: Quantifier, _ binding: Binding, _ body: Expression, at range: SourceRange
  ) throws(Unencodable) -> Operand
  mutating func apply(_ op: UnaryOperator, _ operand: Operand, at range: SourceRange) -> Operand
  /// The result of an operator that needs the values of both operands.
  mutating func apply(
    _ op: BinaryOperator, _ left: Operand, _ right: Operand, at range: SourceRange
  )
    throws(Unencodable) -> Operand
  /// What a body returns when it returns this.
  mutating func result(of argument: Argument) throws(Unencodable) -> Returned
  /// A returned scalar, and whether it is defined; of a function that cannot end, any.
  func scalar(_ returned: Returned?, of function: Function) -> (value: Operand, isDefined: Term)
}

extension SymbolicExecution {
  /// Whether nothing more can happen on this path.
  var isOver: Bool { path.truth == false || returned.truth == true }

  /// Records that the run fails here under a condition.
  mutating func fail(when condition: Term, _ claim: ClaimIndex? = nil, at range: SourceRange) {
    record(condition, claim ?? system.runtimeClaim, at: range)
  }

  /// Records that the run is no run at all under a condition.
  mutating func prune(when condition: Term, at range: SourceRange) {
    record(condition, nil, at: range)
  }

  private mutating func record(_ condition: Term, _ claim: ClaimIndex?, at range: SourceRange) {
    if condition.truth == false || isOver { return }
    events.append(
      Event(claim: claim, condition: context.all([path, !returned, condition]), range: range))
  }

  /// Opens a frame for these locals; the caller restores its own afterwards.
  mutating func enter(_ locals: [Local]) {
    var slots: [Frame.Slot] = []
    for local in locals {
      switch local.kind {
      case .variable:
        slots.append(.own(first: storeSize))
        extendStore(for: local)
      case .reference, .bound: slots.append(.unset)
      }
    }
    frame = Frame(locals: locals, slots: slots)
  }

  /// Gives the parameters of a body their values.
  mutating func bind(_ parameters: [Binding], to values: [Operand]) {
    for (parameter, value) in zip(parameters, values) {
      frame.slots[parameter.local.position] = .bound(value)
    }
  }

  // MARK: Branches

  /// Runs a body only where a condition holds.
  mutating func run<Result>(
    when condition: Term, _ body: (inout Self) throws(Unencodable) -> Result
  ) throws(Unencodable) -> Result {
    if condition.truth == true { return try body(&self) }
    let before = self
    path = path && condition
    let result = try body(&self)
    join(where: condition, else: before, since: before)
    return result
  }

  /// Runs one body where a condition holds and another where it does not.
  mutating func fork(
    on condition: Term, _ yes: (inout Self) throws(Unencodable) -> Void,
    else no: (inout Self) throws(Unencodable) -> Void
  ) throws(Unencodable) {
    if let truth = condition.truth { return try truth ? yes(&self) : no(&self) }
    let before = self
    path = path && condition
    try yes(&self)
    var other = before
    other.path = before.path && !condition
    other.takeHistory(of: self)
    try no(&other)
    takeHistory(of: other)
    join(where: condition, else: other, since: before)
  }

  /// Ends two branches: this run's where the condition holds, and the other's.
  private mutating func join(where condition: Term, else other: Self, since before: Self) {
    shrinkStore(to: before.storeSize)
    joinStore(where: condition, else: other, since: before)
    path = before.path
    returned = condition.then(returned, else: other.returned)
    frame.slots = before.frame.slots
    frame.result = .choose(condition, frame.result, other.frame.result)
  }
}

extension Optional where Wrapped: Choosable {
  /// One of two results; where only one was given, only its condition can matter.
  static func choose(_ condition: Term, _ yes: Self, _ no: Self) -> Self {
    guard let yes else { return no }
    return no.map { .choose(condition, yes, $0) } ?? yes
  }
}
