import Model

extension Machine {
  /// The scope that an instruction works for: that of the outermost call when it is in a function.
  func scope(of instruction: UnsafePointer<Instruction>, depth: Int) -> Int {
    let position =
      depth == 0 ? instruction - UnsafePointer(program.code) : Int(calls.returns[0].code) - 1
    return Int(program.scopeOf[position])
  }

  /// Abandons the instance under way; where to go on.
  func resume(_ instruction: UnsafePointer<Instruction>, depth: Int) -> Int {
    calls.abandon()
    return Int(program.resumeOf[scope(of: instruction, depth: depth)])
  }

  /// Notes a failure; where to go on.
  func fail(_ fault: Fault, at instruction: UnsafePointer<Instruction>, depth: Int) -> Int {
    let scope = program.scopes[scope(of: instruction, depth: depth)]
    let failure = failure(fault, at: instruction)
    note(failure, in: scope)
    recorder?.failed(failure, scope, arguments(of: scope))
    return resume(instruction, depth: depth)
  }

  private func note(_ failure: Failure, in scope: Scope) {
    output.abandonCovers()
    guard case .claim(let claim) = scope.action else {
      return output.noteFalse(failure.claim.position, inStep: scope.isBody)
    }
    output.noteFalse(failure.claim.position)
    output.noteFailure(of: claim.position)
    if program.system[claim].kind == .liveness { output.note(goal: false) }
  }

  /// The failure that a fault stands for.
  private func failure(_ fault: Fault, at instruction: UnsafePointer<Instruction>) -> Failure {
    let position = Int32(instruction - UnsafePointer(program.code))
    let site = program.sites[position] ?? Site()
    let range =
      switch fault {
      case .undefinedRead: site.operandRange
      case .undefinedElement: site.elementRange
      default: site.range
      }
    return Failure(
      claim: site.claim ?? program.system.runtimeClaim, kind: kind(of: fault),
      range: range)
  }

  private func kind(of fault: Fault) -> FailureKind {
    switch fault {
    case .undefinedRead, .undefinedElement: .undefinedRead
    case .outOfRange: .outOfRange(value: faultValue, lower: faultLower, upper: faultUpper)
    case .indexOutOfRange:
      .indexOutOfRange(value: faultValue, lower: faultLower, upper: faultUpper)
    case .divisionByZero: .divisionByZero
    case .overflow: .overflow
    case .zeroStep: .zeroStep
    case .stepInWrongDirection: .stepInWrongDirection
    case .missingReturn: .missingReturn
    case .doesNotEnd: .doesNotEnd
    case .assertion: .assertion
    case .errorStatement: .errorStatement
    }
  }

  // MARK: Recording

  func arguments(of scope: Scope) -> [Int64] {
    scope.arguments.map { source in
      switch source {
      case .constant(let value): value
      case .slot(let address): memory[Int(address)]
      }
    }
  }

  private func scope(of instruction: UnsafePointer<Instruction>) -> Scope {
    program.scopes[scope(of: instruction, depth: 0)]
  }

  func recordFalse(_ instruction: UnsafePointer<Instruction>) {
    let scope = scope(of: instruction)
    guard case .claim(let claim) = scope.action else { return }
    recorder?.claimFalse(claim, arguments(of: scope))
  }

  func recordPacked() {
    recorder?.packed(Array(UnsafeBufferPointer(start: output.nextState(), count: wordCount)))
  }

  func recordSuccessor(_ instruction: UnsafePointer<Instruction>) {
    let scope = scope(of: instruction)
    recorder?.reached(scope.action, arguments(of: scope))
  }
}
