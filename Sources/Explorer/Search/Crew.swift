import CNative
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Threads that do one phase after another together with their caller.
///
/// Phases take about a millisecond, so whoever waits looks again and again for a while before it
/// sleeps. A task group for each phase took ten times as long to start.
///
/// Ownership: `body` is written by the caller before a phase is announced and read by helpers
/// after they saw that; the counters are atomic.
final class Crew: @unchecked Sendable {
  typealias Body = @Sendable (_ worker: Int, _ item: Int) -> Void

  private let helpers: Int
  private var body: Body?
  private var items = 0
  /// How many phases were announced.
  private let phase = Atomic<Int>(0)
  private let nextItem = Atomic<Int>(0)
  /// How many helpers are not done with the phase.
  private let busy = Atomic<Int>(0)
  private let isDismissed = Atomic<Bool>(false)
  private let callerBell = Bell()
  private let helperBell = Bell()
  private let hasStarted = Atomic<Bool>(false)

  init(helpers: Int) { self.helpers = helpers }

  /// Calls `body` for each item below `count`, on all threads; returns when all calls have.
  func forEach(below count: Int, _ body: @escaping Body) {
    if !hasStarted.exchange(true, ordering: .relaxed) { start() }
    self.body = body
    items = count
    nextItem.store(0, ordering: .relaxed)
    busy.store(helpers, ordering: .relaxed)
    phase.add(1, ordering: .sequentiallyConsistent)
    helperBell.ring()
    work(as: 0, body)
    callerBell.wait { busy.load(ordering: .sequentiallyConsistent) == 0 }
    self.body = nil
  }

  /// Lets the threads end.
  func dismiss() {
    isDismissed.store(true, ordering: .sequentiallyConsistent)
    phase.add(1, ordering: .sequentiallyConsistent)
    helperBell.ring()
  }

  private func work(as worker: Int, _ body: Body) {
    while true {
      let item = nextItem.wrappingAdd(1, ordering: .relaxed).oldValue
      guard item < items else { return }
      body(worker, item)
    }
  }

  // MARK: Helpers

  private func help(as worker: Int) {
    var seen = 0
    while true {
      helperBell.wait { phase.load(ordering: .sequentiallyConsistent) != seen }
      seen += 1
      if isDismissed.load(ordering: .sequentiallyConsistent) { return }
      if let body { work(as: worker, body) }
      if busy.subtract(1, ordering: .sequentiallyConsistent).newValue == 0 { callerBell.ring() }
    }
  }

  /// What a new thread is told.
  private final class Post {
    let crew: Crew
    let worker: Int
    init(_ crew: Crew, _ worker: Int) {
      self.crew = crew
      self.worker = worker
    }
  }

  private static let stackBytes = 8 << 20

  private func start() {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, Self.stackBytes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    for worker in 1...helpers {
      let post = Unmanaged.passRetained(Post(self, worker)).toOpaque()
      #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, &attributes, { Crew.run($0) }, post)
      #else
      var thread = pthread_t()
      let status = pthread_create(&thread, &attributes, { Crew.run($0!) }, post)
      #endif
      guard status == 0 else { fatalError("the system gives no more threads") }
    }
    pthread_attr_destroy(&attributes)
  }

  private static func run(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    let post = Unmanaged<Post>.fromOpaque(argument).takeRetainedValue()
    post.crew.help(as: post.worker)
    return nil
  }
}

/// Lets threads wait for something that another thread makes true.
private final class Bell: @unchecked Sendable {
  // @unchecked: the mutex and the condition are made to be shared.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private let sleepers = Atomic<Int>(0)
  private static let looks = 4_000

  init() {
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  /// Returns when `isTrue` is, which is made so before a `ring`.
  func wait(_ isTrue: () -> Bool) {
    for _ in 0..<Self.looks {
      if isTrue() { return }
      machine_pause()
    }
    pthread_mutex_lock(mutex)
    sleepers.add(1, ordering: .sequentiallyConsistent)
    while !isTrue() { pthread_cond_wait(condition, mutex) }
    sleepers.subtract(1, ordering: .sequentiallyConsistent)
    pthread_mutex_unlock(mutex)
  }

  /// Wakes those that sleep.
  func ring() {
    guard sleepers.load(ordering: .sequentiallyConsistent) > 0 else { return }
    pthread_mutex_lock(mutex)
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}
