/// How an exploration keeps the states that it has seen.
package enum StateStorage: String, Sendable, Hashable, Codable, CaseIterable {
  /// Every state in full.
  case exact
  /// A 64-bit fingerprint of each state that has more bits; two states of one fingerprint count
  /// as one, so that a state may be missed.
  case compact
}
