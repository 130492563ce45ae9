import Foundation
import TestSupport
import Testing

/// Native code is an optimisation: without it, and whatever becomes of the compiler, the same is
/// found.
@Suite struct BackendTests {
  private static let hasCompiler =
    Command.path(of: "clang") != nil || Command.path(of: "cc") != nil

  @Test(.enabled(if: hasCompiler)) func whatIsPrintedDoesNotDependOnTheBackend() throws {
    for format in ["text", "json"] {
      let outcomes = try ["bytecode", "native", "auto"].map { backend in
        try Pinproof.run(
          "explore", Pinproof.fixture("msi-broken"), "--no-times", "--format", format, "--backend",
          backend)
      }
      for outcome in outcomes {
        #expect(outcome.output == outcomes[0].output)
        #expect(outcome.status == outcomes[0].status)
      }
      #expect(!outcomes[0].output.contains("bytecode"))
      #expect(outcomes[0].output.contains("violated"))
    }
  }

  @Test(.enabled(if: hasCompiler)) func theReportNamesTheBackend() throws {
    for backend in ["bytecode", "native"] {
      let outcome = try Pinproof.run(
        "explore", Pinproof.fixture("msi"), "--format", "json", "--backend", backend)
      let exploration = try JSONRun(outcome.output).specs[0]["exploration"] as? [String: Any]
      #expect(exploration?["backend"] as? String == backend)
    }
  }

  @Test(.enabled(if: hasCompiler)) func whatAnEarlierRunHasCompiledIsUsed() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("large.m", Specs.large)
      let explore = ["explore", "large.m", "--max-states", "5000", "--format", "json"]
      let backends = try ["auto", "native", "auto", "bytecode"].map { backend in
        let outcome = try pinproof.run(
          explore + ["--backend", backend],
          environment: ["XDG_CACHE_HOME": pinproof.url("cache").path])
        let exploration = try JSONRun(outcome.output).specs[0]["exploration"] as? [String: Any]
        return exploration?["backend"] as? String
      }
      #expect(backends == ["bytecode", "native", "bytecode, native from level 3", "bytecode"])
    }
  }

  /// A compiler by the name of clang, before all others; nil is none at all.
  private static let compilers: [(script: String?, notice: String)] = [
    (nil, "no native code: no C compiler was found"),
    ("echo 'error: no licence' >&2; exit 1", "no native code: the C compiler failed: error: no"),
    ("exit 0", "no native code: the compiled code cannot be loaded"),
  ]

  @Test(arguments: compilers.indices)
  func whereTheCompilerFailsBytecodeGoesOn(index: Int) throws {
    let (script, notice) = Self.compilers[index]
    try Pinproof.inNewFolder { pinproof in
      let path = try script.map { try pinproof.makeCompiler($0) } ?? "/nowhere"
      let outcome = try pinproof.run(
        ["explore", Pinproof.fixture("msi"), "--backend", "native"], environment: ["PATH": path])
      #expect(outcome.status == 0)
      let notices = outcome.output.split(separator: "\n").filter { $0.contains("note: ") }
      #expect(notices.count == 1)
      #expect(notices.first?.contains(notice) == true)
      #expect(outcome.output.contains("bytecode"))
    }
  }

  /// Neither the compiler nor what it was started by stays, and no file does.
  @Test(arguments: ["auto", "native"])
  func anInterruptEndsTheCompiler(backend: String) throws {
    try Pinproof.inNewFolder { pinproof in
      let child = pinproof.url("child").path
      let path = try pinproof.makeCompiler("sleep 600 & echo $! > \(child); wait")
      try pinproof.write("large.m", Specs.large)
      let environment = [
        "PATH": path + ":/usr/bin:/bin", "XDG_CACHE_HOME": pinproof.url("cache").path,
        "TMPDIR": pinproof.url("tmp").path,
      ]
      var compiler: pid_t?
      let outcome = try pinproof.run(
        ["explore", "large.m", "--backend", backend], environment: environment
      ) { process in
        while compiler == nil {
          Thread.sleep(forTimeInterval: 0.02)
          let text = try? String(contentsOfFile: child, encoding: .utf8)
          compiler = text.flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        }
        kill(process.processIdentifier, SIGINT)
      }
      #expect(outcome.status == 30)
      for _ in 0..<500 where isRunning(compiler!) { Thread.sleep(forTimeInterval: 0.01) }
      #expect(!isRunning(compiler!))
      #expect(pinproof.files == ["bin/clang", "child", "large.m"])
    }
  }

  private func isRunning(_ process: pid_t) -> Bool {
    guard kill(process, 0) == 0 else { return false }
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status.map { !$0.contains(") Z ") } ?? false
  }
}

extension Pinproof {
  /// Makes a program `clang` that runs this script; the folder that it is in.
  fileprivate func makeCompiler(_ script: String) throws -> String {
    try write("bin/clang", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: url("bin/clang").path)
    return url("bin").path
  }
}
