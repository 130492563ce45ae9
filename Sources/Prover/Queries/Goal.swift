import Model

/// Something that no reachable state may do.
struct Goal: Hashable {
  let claim: ClaimIndex
  /// Whether it is that the claim's condition has no value, which is no violation of it; otherwise
  /// that the claim is broken.
  var isEvaluation = false
}
