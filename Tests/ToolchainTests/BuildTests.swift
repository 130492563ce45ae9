import Foundation
import Testing

@testable import Toolchain

/// The way from text to a library, with real and with broken compilers.
@Suite struct BuildTests {
  private static let text = "int answer(void) { return 42; }\n"

  @Test(.enabled(if: Folder.hasCompiler)) func aLibraryIsBuiltAndLoaded() throws {
    try Folder.with { folder in
      let library = try folder.build(Self.text).get()
      #expect(try Self.answer(of: library) == 42)
      #expect(folder.leftovers.isEmpty)
      #expect(folder.cached.count == 1)
    }
  }

  @Test(.enabled(if: Folder.hasCompiler)) func theCacheSavesTheCompiler() throws {
    try Folder.with { folder in
      #expect(Build(cached: Self.text, with: folder.toolchain) == nil)
      _ = try folder.build(Self.text).get()
      #expect(Build(cached: Self.text, with: folder.toolchain)?.isDone == true)
      // A compiler of the same identity that would fail now is not asked.
      let build = Build(of: Self.text, with: folder.toolchain)
      #expect(build.isDone)
      _ = try folder.build(Self.text + "int other;").get()
      #expect(folder.cached.count == 2)
    }
  }

  @Test(
    .enabled(if: Folder.hasCompiler), arguments: ["cut", "changed", "foreign", "empty", "link"])
  func aDamagedFileIsNotLoaded(damage: String) throws {
    try Folder.with { folder in
      _ = try folder.build(Self.text).get()
      let file = try #require(folder.cached.first)
      try folder.damage(file, damage)
      let build = Build(of: Self.text, with: folder.toolchain)
      #expect(!build.isDone)
      #expect(try Self.answer(of: folder.wait(for: build).get()) == 42)
      #expect(Build(of: Self.text, with: folder.toolchain).isDone)
    }
  }

  @Test(.enabled(if: Folder.hasCompiler), arguments: [0o755, 0o770])
  func aCacheThatOthersCanEnterIsNotUsed(mode: Int) throws {
    try Folder.with { folder in
      try folder.makeCache(mode: mode)
      let build = Build(of: Self.text, with: folder.toolchain)
      #expect(try Self.answer(of: folder.wait(for: build).get()) == 42)
      #expect(folder.cached.isEmpty)
      #expect(folder.leftovers.isEmpty)
    }
  }

  @Test func withoutACompiler() {
    let result = Build(of: Self.text, with: Toolchain(environment: ["PATH": "/nowhere"])).result()
    #expect(result.failure == .noCompiler)
  }

  @Test func aFailingCompiler() throws {
    try Folder.with(compiler: "echo 'model.c:1: error: too hard' >&2; exit 1") { folder in
      let failure = folder.build(Self.text).failure
      #expect(failure == .compilerFailed("model.c:1: error: too hard"))
      #expect(folder.leftovers.isEmpty)
    }
  }

  @Test func aCompilerThatCrashes() throws {
    try Folder.with(compiler: "kill -SEGV $$") { folder in
      #expect(folder.build(Self.text).failure == .compilerFailed("signal 11"))
    }
  }

  @Test func aCompilerThatMakesNonsense() throws {
    let writing = "while [ $1 != -o ]; do shift; done; echo nonsense > $2"
    try Folder.with(compiler: writing) { folder in
      guard case .notLoaded = folder.build(Self.text).failure else {
        Issue.record("nonsense is loaded")
        return
      }
      #expect(folder.cached.isEmpty)
      #expect(folder.leftovers.isEmpty)
    }
  }

  /// The child of the compiler goes too.
  @Test(arguments: [true, false])
  func aHangingCompilerIsEnded(byTheLimit: Bool) throws {
    try Folder.with(compiler: "sleep 600 & echo $! > $HOME/child; wait", timeLimit: 1) { folder in
      let build = Build(of: Self.text, with: folder.toolchain)
      while folder.child == nil { Thread.sleep(forTimeInterval: 0.01) }
      let child = try #require(folder.child)
      #expect(kill(child, 0) == 0)
      if byTheLimit {
        #expect(folder.wait(for: build).failure == .tooSlow(1))
      } else {
        build.cancel()
      }
      #expect(folder.leftovers.isEmpty)
      for _ in 0..<500 where Folder.isRunning(child) { Thread.sleep(forTimeInterval: 0.01) }
      #expect(!Folder.isRunning(child))
    }
  }

  @Test func noPlaceToBuild() throws {
    try Folder.with(compiler: "exit 0") { folder in
      let nowhere = ["XDG_CACHE_HOME": "/dev/null", "TMPDIR": "/dev/null"]
      let toolchain = Toolchain(
        environment: folder.environment.merging(nowhere) { $1 })
      guard case .noFolder = Build(of: Self.text, with: toolchain).result().failure else {
        Issue.record("it builds nowhere")
        return
      }
    }
  }

  @Test func theCacheIsBounded() throws {
    try Folder.with { folder in
      let cache = try #require(ObjectCache(folder: folder.cacheFolder, capacity: 4_000))
      for number in 0..<10 { cache.keep([UInt8](repeating: 1, count: 900), as: "key\(number)") }
      #expect(folder.cached.count == 4)
      cache.keep([UInt8](repeating: 1, count: 3_000), as: "large")
      #expect(cache.library("large") == nil)
    }
  }

  private static func answer(of library: Library) throws -> Int32 {
    typealias Answer = @convention(c) () -> Int32
    return unsafeBitCast(try library.symbol("answer"), to: Answer.self)()
  }
}

/// A folder for a cache, temporary files, and perhaps a compiler of its own.
private struct Folder {
  let url: URL
  let environment: [String: String]
  let toolchain: Toolchain

  static let hasCompiler = Toolchain(environment: ProcessInfo.processInfo.environment).hasCompiler

  static func with(compiler: String? = nil, timeLimit: Int = 60, _ body: (Folder) throws -> Void)
    throws
  {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("pinproof-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    for name in ["bin", "tmp", "cache"] {
      try FileManager.default.createDirectory(
        at: url.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    var path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    if let compiler {
      let file = url.appendingPathComponent("bin/clang").path
      let script = Data("#!/bin/sh\n\(compiler)\n".utf8)
      try #require(
        FileManager.default.createFile(
          atPath: file, contents: script, attributes: [.posixPermissions: 0o755]))
      path = url.appendingPathComponent("bin").path + ":" + path
    }
    try body(Folder(url: url, path: path, timeLimit: timeLimit))
  }

  private init(url: URL, path: String, timeLimit: Int) {
    self.url = url
    environment = [
      "PATH": path, "HOME": url.path, "TMPDIR": url.appendingPathComponent("tmp").path,
      "XDG_CACHE_HOME": url.appendingPathComponent("cache").path,
    ]
    toolchain = Toolchain(environment: environment, timeLimit: timeLimit)
  }

  func build(_ text: String) -> Result<Library, BuildFailure> {
    wait(for: Build(of: text, with: toolchain))
  }

  func wait(for build: Build) -> Result<Library, BuildFailure> {
    while build.result() == nil { Thread.sleep(forTimeInterval: 0.002) }
    return build.result()!
  }

  var cacheFolder: String { url.appendingPathComponent("cache/pinproof").path }

  /// The libraries in the cache.
  var cached: [String] { names(in: cacheFolder).filter { $0.hasSuffix(".so") } }

  /// What builds left behind.
  var leftovers: [String] {
    names(in: cacheFolder).filter { !$0.hasSuffix(".so") }
      + names(in: url.appendingPathComponent("tmp").path)
  }

  private func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func makeCache(mode: Int) throws {
    try FileManager.default.createDirectory(
      atPath: cacheFolder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: mode])
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: cacheFolder)
  }

  func damage(_ name: String, _ damage: String) throws {
    let file = URL(fileURLWithPath: cacheFolder).appendingPathComponent(name)
    var bytes = try Data(contentsOf: file)
    switch damage {
    case "cut": bytes.removeLast(100)
    case "changed": bytes[bytes.count / 2] ^= 1
    case "foreign": bytes = Data("#!/bin/sh\nexit 1\n".utf8)
    case "empty": bytes = Data()
    default:
      let other = URL(fileURLWithPath: cacheFolder + "/../other")
      try bytes.write(to: other)
      try FileManager.default.removeItem(at: file)
      return try FileManager.default.createSymbolicLink(at: file, withDestinationURL: other)
    }
    try bytes.write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }

  /// The process that the compiler started.
  var child: pid_t? {
    let text = try? String(contentsOf: url.appendingPathComponent("child"), encoding: .utf8)
    return text.flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// Whether the process exists and is not only waiting to be asked how it ended.
  static func isRunning(_ process: pid_t) -> Bool {
    guard kill(process, 0) == 0 else { return false }
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status.map { !$0.contains(") Z ") } ?? false
  }
}

extension Build {
  fileprivate var isDone: Bool { result() != nil }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}

extension Optional {
  fileprivate var failure: BuildFailure? {
    (self as? Result<Library, BuildFailure>)?.failure
  }
}
