import Model
import Report
import Verification

/// Re-executes a stored trace in the evaluator.
struct Replay {
  let file: String
  /// The specification, when it is not where the trace says.
  let path: String?

  /// What the replay found: a record with the trace as its one counterexample, or with the reason
  /// to refuse it as its one notice.
  func record() -> SpecRecord {
    do throws(Failure) {
      return try replay()
    } catch {
      StandardError.line("error: \(error.message)")
      return SpecRecord(spec: file, notices: [error.message], exit: error.code)
    }
  }

  private func replay() throws(Failure) -> SpecRecord {
    let stored = try read()
    let specification = try load(path ?? stored.spec, of: stored)
    let trace: Trace
    do { trace = try stored.trace(of: specification.system) } catch {
      throw Failure(.invalidSpec, "\(file) does not fit \(specification.path): \(error.wording)")
    }
    var record = SpecRecord(spec: specification.path, system: specification.system)
    switch TraceAudit(specification.system).check(trace) {
    case .confirmed: record.notices.append("CONFIRMED: \(file) replays and ends as it says")
    case .confirmedUpTo(let reason):
      record.notices.append("CONFIRMED, but for its end: \(reason)")
      record.exit = .unknown
    case .refuted(let step, let reason):
      throw Failure(.unknown, "\(file): REFUTED at step \(step): \(reason)")
    }
    let role: Counterexample.Role = trace.ending == .open ? .behaviour : .violation
    record.counterexamples = [specification.explain(trace, role: role)]
    return record
  }

  private func read() throws(Failure) -> ITFTrace {
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(at: file) } catch { throw Failure(error) }
    do { return try ITFTrace(reading: bytes) } catch {
      throw Failure(.invalidSpec, "\(file) is not a trace: \(error.wording)")
    }
  }

  /// The specification with the constants and the idea of a deadlock that the trace was found
  /// under.
  private func load(_ path: String, of trace: ITFTrace) throws(Failure) -> Specification {
    let asWritten = try load(path, LoadOptions())
    let overrides = asWritten.system.constants.compactMap { constant in
      trace.constants[constant.name].flatMap { value in
        value == constant.value ? nil : (name: constant.name, value: constant.type.text(of: value))
      }
    }
    return try load(path, LoadOptions(overrides: overrides, deadlock: trace.deadlockMode))
  }

  private func load(_ path: String, _ options: LoadOptions) throws(Failure) -> Specification {
    do { return try Specification(at: path, options: options) } catch {
      let record = ErrorPrinter().record(of: error, path: path)
      throw Failure(record.exit, "\(file) cannot be replayed without its specification \(path)")
    }
  }
}
