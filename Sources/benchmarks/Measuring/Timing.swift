import Foundation

/// What one run of a program took and found.
struct Timing: Codable, Equatable, Sendable {
  let seconds: Double
  let states: Int
  let firings: Int
  let peakBytes: Int
}

extension [Timing] {
  /// The one in the middle by time; the later one of two.
  var median: Timing? {
    isEmpty ? nil : sorted { $0.seconds < $1.seconds }[count / 2]
  }
}

extension [Double] {
  /// Nil of none.
  var geometricMean: Double? {
    isEmpty ? nil : exp(map { log($0) }.reduce(0, +) / Double(count))
  }
}
