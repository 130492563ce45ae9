import Foundation

/// A process of ours, waited for with what it used; Foundation's `Process` does not tell.
struct Child {
  private let identifier: pid_t

  /// Starts it with the two outputs in one file and no input.
  init(_ invocation: Invocation, output: String) throws {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var environment = ProcessInfo.processInfo.environment
    environment.merge(invocation.environment) { $1 }
    let arguments = CStrings([invocation.program] + invocation.arguments)
    let variables = CStrings(environment.map { "\($0)=\($1)" })
    defer {
      arguments.free()
      variables.free()
    }
    var identifier = pid_t()
    let code = posix_spawnp(
      &identifier, invocation.program, &actions, nil, arguments.pointers, variables.pointers)
    guard code == 0 else {
      throw Problem("\(invocation.program): \(String(cString: strerror(code)))")
    }
    self.identifier = identifier
  }

  /// Polls twice a millisecond, so that a limit and an interruption are obeyed.
  func wait(until deadline: ContinuousClock.Instant) throws -> (status: Int32, peakBytes: Int) {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(identifier, &status, WNOHANG, &usage) == 0 {
      if ContinuousClock.now > deadline || Interruption.isRequested {
        kill(identifier, SIGKILL)
        wait4(identifier, &status, 0, &usage)
        throw Problem(Interruption.isRequested ? "interrupted" : "took too long")
      }
      usleep(500)
    }
    #if canImport(Darwin)
    let unit = 1
    #else
    let unit = 1024
    #endif
    let exited = status & 0x7f == 0
    return (exited ? status >> 8 & 0xff : -(status & 0x7f), Int(usage.ru_maxrss) * unit)
  }
}

/// A list of C strings with a null at its end.
private struct CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) { pointers = strings.map { strdup($0) } + [nil] }

  func free() { pointers.forEach { Foundation.free($0) } }
}

/// Control-C ends the child and then the program, so that temporary files go.
enum Interruption {
  // Written by a signal handler, which may do nothing else, and read by the one thread there is.
  private nonisolated(unsafe) static var flag: sig_atomic_t = 0

  static var isRequested: Bool { flag != 0 }

  static func install() {
    for name in [SIGINT, SIGTERM] { signal(name) { _ in Interruption.flag = 1 } }
  }
}
