import Model

extension Machine {
  /// Runs the code from `entry` to its `halt` on the state in memory.
  ///
  /// One loop over one switch, with everything that it touches in local variables. A failure
  /// leaves the switch with `fault` set; what follows it undoes the body and goes on with the
  /// next instance of a rule or claim.
  func run(from entry: Int32) {
    let (memory, cells, code, log) = (memory, cells, program.code, log)
    let (output, calls, cellCount) = (output, calls, cellCount)
    let isRecording = recorder != nil
    var next = UnsafePointer(code) + Int(entry)
    var logCount = 0
    var depth = 0
    var frame = calls.stackBase
    var stackEnd = calls.stackBase
    var fault = Fault.undefinedRead

    @inline(__always) func at(_ address: Int32) -> Int64 { memory[Int(address)] }
    @inline(__always) func set(_ address: Int32, _ value: Int64) { memory[Int(address)] = value }
    @inline(__always) func keep(_ cell: Int, _ old: Int64) {
      if logCount == logCapacity { logCount = compactLog(logCount) }
      log[logCount] = LogEntry(cell: cell, value: old)
      logCount &+= 1
    }
    @inline(__always) func write(_ cell: Int, _ value: Int64) {
      let old = memory[cell]
      if cell < cellCount {
        if old == value { return }
        keep(cell, old)
      }
      memory[cell] = value
    }

    while true {
      steps: while true {
        let it = next
        next = it + 1
        switch it.pointee.opcode {
        case .halt: return
        case .jump: next = UnsafePointer(code) + Int(it.pointee.c)
        case .jumpIfEqual:
          if at(it.pointee.a) == at(it.pointee.b) { next = UnsafePointer(code) + Int(it.pointee.c) }
        case .jumpIfNotEqual:
          if at(it.pointee.a) != at(it.pointee.b) { next = UnsafePointer(code) + Int(it.pointee.c) }
        case .jumpIfLess:
          if at(it.pointee.a) < at(it.pointee.b) { next = UnsafePointer(code) + Int(it.pointee.c) }
        case .jumpIfLessOrEqual:
          if at(it.pointee.a) <= at(it.pointee.b) { next = UnsafePointer(code) + Int(it.pointee.c) }
        case .jumpIfEqualDefined:
          let value = at(it.pointee.a)
          if value == Assembler.undefined { break steps }
          if value == at(it.pointee.b) { next = UnsafePointer(code) + Int(it.pointee.c) }
        case .jumpIfNotEqualDefined:
          let value = at(it.pointee.a)
          if value == Assembler.undefined { break steps }
          if value != at(it.pointee.b) { next = UnsafePointer(code) + Int(it.pointee.c) }
        case .jumpIfLessDefined:
          let value = at(it.pointee.a)
          if value == Assembler.undefined { break steps }
          if value < at(it.pointee.b) { next = UnsafePointer(code) + Int(it.pointee.c) }
        case .jumpIfLessOrEqualDefined:
          let value = at(it.pointee.a)
          if value == Assembler.undefined { break steps }
          if value <= at(it.pointee.b) { next = UnsafePointer(code) + Int(it.pointee.c) }
        case .jumpIfGreaterDefined:
          let value = at(it.pointee.a)
          if value == Assembler.undefined { break steps }
          if value > at(it.pointee.b) { next = UnsafePointer(code) + Int(it.pointee.c) }
        case .jumpIfGreaterOrEqualDefined:
          let value = at(it.pointee.a)
          if value == Assembler.undefined { break steps }
          if value >= at(it.pointee.b) { next = UnsafePointer(code) + Int(it.pointee.c) }
        case .jumpIfUndefined:
          if at(it.pointee.a) == Assembler.undefined {
            next = UnsafePointer(code) + Int(it.pointee.c)
          }
        case .jumpIfSomething:
          if at(it.pointee.a) != Assembler.undefined {
            next = UnsafePointer(code) + Int(it.pointee.c)
          }
        case .countUp:
          let value = at(it.pointee.a)
          if value < at(it.pointee.b) {
            set(it.pointee.a, value &+ 1)
            next = UnsafePointer(code) + Int(it.pointee.c)
          }
        case .stepsBegin:
          let bounds = memory + Int(it.pointee.a)
          if bounds[2] == 0 {
            fault = .zeroStep
            break steps
          }
          if (bounds[1] > bounds[0] && bounds[2] < 0) || (bounds[1] < bounds[0] && bounds[2] > 0) {
            fault = .stepInWrongDirection
            break steps
          }
        case .stepsNext:
          let bounds = memory + Int(it.pointee.a)
          let (value, overflow) = bounds[0].addingReportingOverflow(bounds[2])
          if !overflow, bounds[2] > 0 ? value <= bounds[1] : value >= bounds[1] {
            bounds[0] = value
            next = UnsafePointer(code) + Int(it.pointee.c)
          }
        case .countRound:
          let rounds = at(it.pointee.a) &+ 1
          set(it.pointee.a, rounds)
          if rounds > Int64(Evaluator.iterationLimit) {
            fault = .doesNotEnd
            break steps
          }

        case .move: set(it.pointee.c, at(it.pointee.a))
        case .checkDefined:
          if at(it.pointee.a) == Assembler.undefined { break steps }
        case .add:
          let (value, overflow) = at(it.pointee.a).addingReportingOverflow(at(it.pointee.b))
          if overflow {
            fault = .overflow
            break steps
          }
          set(it.pointee.c, value)
        case .addDefined:
          let left = at(it.pointee.a)
          if left == Assembler.undefined { break steps }
          let (value, overflow) = left.addingReportingOverflow(at(it.pointee.b))
          if overflow {
            fault = .overflow
            break steps
          }
          set(it.pointee.c, value)
        case .subtract:
          let (value, overflow) = at(it.pointee.a).subtractingReportingOverflow(at(it.pointee.b))
          if overflow {
            fault = .overflow
            break steps
          }
          set(it.pointee.c, value)
        case .subtractDefined:
          let left = at(it.pointee.a)
          if left == Assembler.undefined { break steps }
          let (value, overflow) = left.subtractingReportingOverflow(at(it.pointee.b))
          if overflow {
            fault = .overflow
            break steps
          }
          set(it.pointee.c, value)
        case .multiply:
          let (value, overflow) = at(it.pointee.a).multipliedReportingOverflow(by: at(it.pointee.b))
          if overflow {
            fault = .overflow
            break steps
          }
          set(it.pointee.c, value)
        case .divide:
          let divisor = at(it.pointee.b)
          if divisor == 0 {
            fault = .divisionByZero
            break steps
          }
          let (value, overflow) = at(it.pointee.a).dividedReportingOverflow(by: divisor)
          if overflow {
            fault = .overflow
            break steps
          }
          set(it.pointee.c, value)
        case .remainder:
          let divisor = at(it.pointee.b)
          if divisor == 0 {
            fault = .divisionByZero
            break steps
          }
          set(it.pointee.c, divisor == -1 ? 0 : at(it.pointee.a) % divisor)
        case .bitAnd: set(it.pointee.c, at(it.pointee.a) & at(it.pointee.b))
        case .bitOr: set(it.pointee.c, at(it.pointee.a) | at(it.pointee.b))
        case .bitXor: set(it.pointee.c, at(it.pointee.a) ^ at(it.pointee.b))
        case .shiftLeft: set(it.pointee.c, Self.shiftLeft(at(it.pointee.a), at(it.pointee.b)))
        case .shiftRight: set(it.pointee.c, Self.shiftRight(at(it.pointee.a), at(it.pointee.b)))
        case .negate:
          let value = at(it.pointee.a)
          if value == .min {
            fault = .overflow
            break steps
          }
          set(it.pointee.c, 0 &- value)
        case .complement: set(it.pointee.c, ~at(it.pointee.a))

        case .index, .indexMore, .indexLoad:
          let value = at(it.pointee.a)
          let index = memory + Int(it.pointee.b)
          if value < index[0] || value > index[1] {
            fault = value == Assembler.undefined ? .undefinedRead : .indexOutOfRange
            note(value, index[0], index[1])
            break steps
          }
          let address = (value &- index[0]) &* index[2] &+ index[3]
          if it.pointee.opcode == .index {
            set(it.pointee.c, address)
          } else if it.pointee.opcode == .indexMore {
            set(it.pointee.c, at(it.pointee.c) &+ address)
          } else {
            let loaded = memory[Int(address)]
            if loaded == Assembler.undefined {
              fault = .undefinedElement
              break steps
            }
            set(it.pointee.c, loaded)
          }
        case .load:
          let value = memory[Int(at(it.pointee.a))]
          if value == Assembler.undefined { break steps }
          set(it.pointee.c, value)
        case .loadRaw: set(it.pointee.c, memory[Int(at(it.pointee.a))])
        case .offset: set(it.pointee.c, at(it.pointee.a) &+ Int64(it.pointee.b))

        case .store:
          let cell = Int(it.pointee.c)
          let (old, value) = (memory[cell], at(it.pointee.a))
          if old != value {
            keep(cell, old)
            memory[cell] = value
          }
        case .storeRanged:
          let cell = Int(it.pointee.c)
          let (old, value) = (memory[cell], at(it.pointee.a))
          if value < cells[cell].lower || value > cells[cell].upper {
            fault = .outOfRange
            note(value, cells[cell].lower, cells[cell].upper)
            break steps
          }
          if old != value {
            keep(cell, old)
            memory[cell] = value
          }
        case .increment:
          let cell = Int(it.pointee.c)
          let old = memory[cell]
          if old == Assembler.undefined { break steps }
          let value = old &+ Int64(it.pointee.b)
          if value < cells[cell].lower || value > cells[cell].upper {
            fault = .outOfRange
            note(value, cells[cell].lower, cells[cell].upper)
            break steps
          }
          if it.pointee.b != 0 {
            keep(cell, old)
            memory[cell] = value
          }
        case .storeAt: write(Int(at(it.pointee.c)), at(it.pointee.a))
        case .checkRange:
          let value = at(it.pointee.a)
          let bounds = memory + Int(it.pointee.b)
          if value < bounds[0] || value > bounds[1] {
            fault = .outOfRange
            note(value, bounds[0], bounds[1])
            break steps
          }
        case .fill:
          let first = Int(at(it.pointee.a))
          let values = memory + Int(it.pointee.c)
          for position in 0..<Int(values[0]) {
            write(first &+ position, values[1 &+ position])
          }
        case .undefine:
          let first = Int(at(it.pointee.a))
          for position in 0..<Int(it.pointee.c) { write(first &+ position, Assembler.undefined) }
        case .copy:
          let (target, source) = (Int(at(it.pointee.a)), Int(at(it.pointee.b)))
          let bounds = memory + Int(it.pointee.c)
          for position in 0..<Int(bounds[0]) {
            let value = memory[source &+ position]
            let (lower, upper) = (bounds[1 &+ 2 &* position], bounds[2 &+ 2 &* position])
            if value != Assembler.undefined, value < lower || value > upper {
              fault = .outOfRange
              note(value, lower, upper)
              break steps
            }
            write(target &+ position, value)
          }
        case .same:
          let (left, right) = (Int(at(it.pointee.a)), Int(at(it.pointee.b)))
          var isSame = true
          for position in 0..<Int(it[1].a)
          where memory[left &+ position] != memory[right &+ position] {
            isSame = false
          }
          set(it.pointee.c, isSame ? 1 : 0)
          next = it + 2

        case .checkDepth:
          if depth >= Evaluator.callDepthLimit {
            fault = .doesNotEnd
            break steps
          }
        case .save: calls.save(memory + Int(it.pointee.a), in: memory)
        case .restore: calls.restore(memory + Int(it.pointee.a), in: memory)
        case .call:
          let after = Int32(truncatingIfNeeded: next - UnsafePointer(code))
          calls.returns[depth] = (after, frame)
          depth &+= 1
          frame = stackEnd
          stackEnd &+= Int(it.pointee.a)
          next = UnsafePointer(code) + Int(it.pointee.c)
        case .giveBack:
          depth &-= 1
          stackEnd = frame
          frame = calls.returns[depth].frame
          next = UnsafePointer(code) + Int(calls.returns[depth].code)
        case .frameAddress: set(it.pointee.c, Int64(frame &+ Int(it.pointee.a)))
        case .nextFrameAddress: set(it.pointee.c, Int64(stackEnd &+ Int(it.pointee.a)))

        case .claimFalse:
          output.noteFalse(Int(it.pointee.a))
          if isRecording { recordFalse(it) }
        case .covered: output.covers[Int(it.pointee.a)] &+= 1
        case .coveredInBody: output.noteCover(Int(it.pointee.a))
        case .antecedentTrue: output.antecedents[Int(it.pointee.a)] = true
        case .goal: output.note(goal: at(it.pointee.a) != 0)
        case .prune:
          undo(logCount)
          logCount = 0
          output.abandonCovers()
          recorder?.pruned()
          let resumed = resume(it, depth: depth)
          depth = 0
          frame = calls.stackBase
          stackEnd = calls.stackBase
          next = UnsafePointer(code) + resumed
        case .made:
          pack(output.nextState(), logCount)
          if isRecording { recordPacked() }
        case .fired:
          pack(output.nextState(), logCount)
          output.countFiring(of: Int(it.pointee.a), changes: changes(output.nextState()))
          if isRecording { recordPacked() }
        case .successor:
          output.commit()
          undo(logCount)
          logCount = 0
          if isRecording { recordSuccessor(it) }
        case .firedSuccessor:
          let state = output.nextState()
          pack(state, logCount)
          output.countFiring(of: Int(it.pointee.a), changes: changes(state))
          if isRecording {
            recordPacked()
            recordSuccessor(it)
          }
          output.commit()
          undo(logCount)
          logCount = 0
        case .fail:
          fault = Fault(rawValue: UInt8(truncatingIfNeeded: it.pointee.a))!
          break steps
        }
      }
      let failed = next - 1
      undo(logCount)
      logCount = 0
      next = UnsafePointer(code) + fail(fault, at: failed, depth: depth)
      depth = 0
      frame = calls.stackBase
      stackEnd = calls.stackBase
      fault = .undefinedRead
    }
  }

  /// Whether the packed state is another one than that in memory before the body.
  @inline(__always)
  private func changes(_ words: UnsafePointer<UInt64>) -> Bool {
    for word in 0..<wordCount where words[word] != parent[word] { return true }
    return false
  }

  private func note(_ value: Int64, _ lower: Int64, _ upper: Int64) {
    (faultValue, faultLower, faultUpper) = (value, lower, upper)
  }

  private static func shiftLeft(_ value: Int64, _ count: Int64) -> Int64 {
    if count <= -64 || count >= 64 { return 0 }
    return count < 0 ? value >> -count : value << count
  }

  private static func shiftRight(_ value: Int64, _ count: Int64) -> Int64 {
    if count <= -64 || count >= 64 { return 0 }
    return count < 0 ? value << -count : value >> count
  }
}
