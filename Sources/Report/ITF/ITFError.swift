/// Why a text is no trace, or none of the system at hand.
package enum ITFError: Error, Sendable, Hashable {
  case notJSON
  /// It is JSON, but lacks this part of the format.
  case missing(String)
  /// The value at this place is not one of the variable's type.
  case wrongValue(String)
  /// The system has no variable, rule, start state or claim of this name.
  case unknownName(String)
  /// The arguments do not fit the parameters of the rule, start state or claim of this name.
  case wrongArguments(String)
  /// What is said about the end of the trace makes no sense.
  case wrongEnding
}
