/// A specification at a size that is worth measuring, with no violation at that size.
struct Workload: Sendable {
  let name: String
  /// The file, from the root of the repository.
  let spec: String
  /// What the constants are when run times are compared; others stay as they are in the file.
  var constants: [Constant]
  /// Claims that are left out for everybody: violated ones, and liveness, which peers lack.
  var without: [String] = []
  /// The constants for comparing symmetry reduction; nil where there is no scalarset.
  var symmetric: [Constant]?
  /// The room that CMurphi gets.
  var cmurphi = CMurphiRoom(plain: 64, packed: 64)
  /// The same system in Promela and in C, where there is one.
  var promela: String?
  var byHand: String?

  /// CMurphi's table has a fixed size, is slow when too large, and gives up when too small.
  struct CMurphiRoom: Sendable {
    /// The least power of two of megabytes that holds the states, for both forms of them.
    let plain: Int
    let packed: Int
    /// The part of all states that its queue holds.
    var queue = 0.2
  }

  struct Constant: Sendable, Equatable {
    let name: String
    let value: Int

    init(_ name: String, _ value: Int) {
      self.name = name
      self.value = value
    }
  }
}
