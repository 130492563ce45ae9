import Model

/// Why a search of many questions goes no further.
enum Halt: Error {
  /// The solver or a limit; there is no answer.
  case gaveUp(Reason)
  case failed(EngineFailure)
}
