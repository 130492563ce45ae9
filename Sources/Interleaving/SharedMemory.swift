/// Memory that several threads share: the seam between code under test and what runs it.
///
/// Code written over it runs unchanged under the deterministic scheduler (``SimulatedMemory``) and
/// on real threads over real atomics (``AtomicMemory``).
package protocol SharedMemory: Sendable {
  associatedtype Cell: SharedCell

  /// A new cell; `name` is what traces call it.
  func cell(_ name: String, _ value: Int) -> Cell

  /// Runs `effect` as one access to several cells, such as a section under a lock, as soon as
  /// `isReady`; gives what it returns. The effect uses `value` of cells.
  func section(
    _ label: String, when isReady: @escaping @Sendable () -> Bool,
    _ effect: @escaping @Sendable () -> Int
  ) async -> Int

  /// Waits for one of several things to be done next, each possible only when it is ready, and
  /// gives the position of the one that was picked; nil when the thread should come to its end.
  func choose(_ alternatives: [Alternative]) async -> Int?

  /// Says that the calling thread is at the place `label` and keeps nothing of what it has read so
  /// far but these numbers, so that states that differ only in the past are explored once. To say
  /// so wrongly hides behaviours.
  func checkpoint(_ label: String, _ locals: Int...) async
}

/// Something that a thread may do next.
package struct Alternative: Sendable {
  /// The place in the program.
  package let label: String
  /// What distinguishes it from others with the same label, such as the folio that is asked for.
  package let arguments: [Int]
  package let isReady: @Sendable () -> Bool

  package init(
    _ label: String, _ arguments: [Int] = [],
    when isReady: @escaping @Sendable () -> Bool = { true }
  ) {
    self.label = label
    self.arguments = arguments
    self.isReady = isReady
  }
}

/// One number in shared memory. Every access is indivisible, and sequentially consistent; `label`
/// names the place in the program, for traces and for comparison with a specification.
package protocol SharedCell: Sendable {
  /// The value without an access: for checks and sections, where no thread is in between.
  var value: Int { get nonmutating set }

  /// Adds, as part of the access that the thread made last: no scheduling point of its own.
  func adjust(_ delta: Int)

  /// The same; the value after.
  func adjusted(by delta: Int) -> Int

  func load(_ label: String) async -> Int
  func store(_ value: Int, _ label: String) async
  func add(_ delta: Int, _ label: String) async
  /// Adds; whether the value is 0 then.
  func addAndTest(_ delta: Int, _ label: String) async -> Bool
  /// Adds, and gives the value before. What a thread is given tells states apart: one that has no
  /// use for the number should not ask.
  func fetchAdd(_ delta: Int, _ label: String) async -> Int
  /// Stores `desired` if the value is `expected`; gives the value before either way.
  func compareExchange(_ expected: Int, _ desired: Int, _ label: String) async -> Int
  /// Adds unless the value is `forbidden`; whether it added.
  func add(_ delta: Int, unless forbidden: Int, _ label: String) async -> Bool
  /// Waits until the condition is true of the value.
  func wait(_ label: String, until condition: @escaping @Sendable (Int) -> Bool) async
}
