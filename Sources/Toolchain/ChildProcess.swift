#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A process that was started here, in a process group of its own, with nothing to read and its
/// output in a file.
struct ChildProcess: Sendable {
  enum Ending: Hashable, Sendable {
    case exit(code: Int32)
    case signal(Int32)
  }

  private let identifier: pid_t

  /// Starts a program; nil when that is not possible.
  init?(_ executable: String, _ arguments: [String], environment: [String], output: String) {
    var identifier = pid_t()
    let error = Self.withSpawnSettings(output: output) { actions, attributes in
      Self.withPointers(to: [executable] + arguments) { arguments in
        Self.withPointers(to: environment) { environment in
          posix_spawn(&identifier, executable, actions, attributes, arguments, environment)
        }
      }
    }
    guard error == 0 else { return nil }
    self.identifier = identifier
  }

  /// How it ended; nil while it runs. Asked until it answers, and then no more.
  func ending() -> Ending? { wait(options: WNOHANG) }

  /// Ends it and everything that it started.
  func kill() {
    #if canImport(Glibc)
    _ = Glibc.kill(-identifier, SIGKILL)
    #elseif canImport(Musl)
    _ = Musl.kill(-identifier, SIGKILL)
    #else
    _ = Darwin.kill(-identifier, SIGKILL)
    #endif
    _ = wait(options: 0)
  }

  private func wait(options: Int32) -> Ending? {
    var status: Int32 = 0
    var result = waitpid(identifier, &status, options)
    while result == -1, errno == EINTR { result = waitpid(identifier, &status, options) }
    if result == 0 { return nil }
    // One that is gone already has no status that could be asked for.
    guard result == identifier else { return .exit(code: -1) }
    let signal = status & 0x7f
    return signal == 0 ? .exit(code: (status >> 8) & 0xff) : .signal(signal)
  }

  // MARK: Spawning

  private static func withSpawnSettings(
    output: String,
    _ body: (
      UnsafePointer<posix_spawn_file_actions_t>, UnsafePointer<posix_spawnattr_t>
    ) -> Int32
  ) -> Int32 {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    posix_spawnattr_setpgroup(&attributes, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    return body(&actions, &attributes)
  }

  private static func withPointers(
    to strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
  ) -> Int32 {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
