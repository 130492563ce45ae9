/// One instruction of the bytecode: 16 bytes, three operands that are addresses in the machine's
/// memory unless the opcode says otherwise.
struct Instruction: BitwiseCopyable {
  var opcode: Opcode
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
}

/// What an instruction does. `a`, `b`, `c` are its operands, `[x]` is the content of memory at x,
/// `desc` a run of constants.
///
/// Instructions whose names end in `Defined` fail when `[a]` is undefined; the others take it for
/// granted that their operands are defined.
enum Opcode: UInt8, BitwiseCopyable {
  // Control: c is a position in the code.
  case halt
  case jump
  case jumpIfEqual
  case jumpIfNotEqual
  case jumpIfLess
  case jumpIfLessOrEqual
  case jumpIfEqualDefined
  case jumpIfNotEqualDefined
  case jumpIfLessDefined
  case jumpIfLessOrEqualDefined
  case jumpIfGreaterDefined
  case jumpIfGreaterOrEqualDefined
  case jumpIfUndefined
  case jumpIfSomething
  /// Goes to c while [a] < [b], after adding 1 to [a].
  case countUp
  /// desc a: value, last, step; checks the step and its direction.
  case stepsBegin
  /// desc a: value, last, step; goes to c when another value is left.
  case stepsNext
  /// Fails when [a] has reached the iteration limit; else adds 1 to it.
  case countRound

  // Values
  case move
  case checkDefined
  case add
  case subtract
  case multiply
  case divide
  case remainder
  case bitAnd
  case bitOr
  case bitXor
  case shiftLeft
  case shiftRight
  case negate
  case complement
  case addDefined
  case subtractDefined
  /// [c] := [[a] + ([b] desc)…]: addresses. desc b: lower, upper, cells an element, start.
  case index
  /// As `index`, added to the address that is in [c] already.
  case indexMore
  /// `index` of a state cell or local, then `load` of it.
  case indexLoad
  /// [c] := [[a]], which must be defined.
  case load
  /// [c] := [[a]], defined or not.
  case loadRaw
  /// [c] := [a] + b.
  case offset

  // Stores: c is a cell of the state.
  /// Gives the cell c a value that is in its range.
  case store
  /// Checks the range of cell c first.
  case storeRanged
  /// [c] := [c] + b for a state cell c, with all checks.
  case increment
  /// Stores at the address [c].
  case storeAt
  /// Fails unless [a] is in the range desc b: lower, upper.
  case checkRange
  /// desc c: count, then a value for each cell; stored from the address [a] on.
  case fill
  /// Makes c cells undefined from the address [a] on.
  case undefine
  /// Copies to address [a] from address [b]; desc c: count, then lower and upper for each cell.
  case copy
  /// [c] := whether the cells at [a] and [b] are the same; their count is the next word's a.
  case same

  // Calls
  /// Fails with the site's kind when the call depth is reached.
  case checkDepth
  /// Keeps the registers that desc a lists: count, then addresses.
  case save
  /// Gives them back.
  case restore
  /// Goes to c, with a new stack frame of a cells.
  case call
  case giveBack
  /// [c] := the address of cell a of the frame under way.
  case frameAddress
  /// [c] := the address of cell a of the frame about to be made.
  case nextFrameAddress

  // Claims
  /// The claim a is false in this state.
  case claimFalse
  /// The condition of cover a is true.
  case covered
  /// The same in a body: counts when the body ends in a state.
  case coveredInBody
  /// The left side of the implication of claim a is true.
  case antecedentTrue
  /// Notes whether [a] is true for the next liveness goal.
  case goal
  /// There is no such step.
  case prune
  /// Packs the state that a start state's body made.
  case made
  /// Packs the state that a body of rule a made, and counts the firing.
  case fired
  /// Hands out the state that was packed last, and takes back what the body changed.
  case successor
  /// `fired`, then `successor`.
  case firedSuccessor
  /// Fails with the kind that a gives.
  case fail
}

/// Ways to fail, as the machine tells them apart.
enum Fault: UInt8, BitwiseCopyable {
  case undefinedRead
  /// The element that `indexLoad` found is undefined.
  case undefinedElement
  case outOfRange
  case indexOutOfRange
  case divisionByZero
  case overflow
  case zeroStep
  case stepInWrongDirection
  case missingReturn
  case doesNotEnd
  case assertion
  case errorStatement
}
