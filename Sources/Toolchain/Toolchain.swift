/// The C compiler of this machine, and where what it makes is kept.
package struct Toolchain: Sendable, Hashable {
  /// The path of the compiler; nil when there is none.
  let compiler: String?
  /// What tells this compiler from other versions of it.
  let identity: String
  /// The settings that the compiler gets to see, as `NAME=VALUE`.
  let environment: [String]
  /// Where libraries are kept; nil when there is no place for them.
  let cacheFolder: String?
  /// Where to build when the cache cannot be written.
  let temporaryFolder: String
  /// How long the compiler may take, in seconds.
  let timeLimit: Int
  /// The most bytes of libraries that are kept.
  let cacheCapacity: Int
  let flags: [String]

  /// The names that compilers have, best first: the code of clang is a little faster.
  private static let names = ["clang", "cc", "gcc"]
  /// What compilers and their wrappers look at.
  private static let settings = [
    "PATH", "HOME", "COMPILER_PATH", "GCC_EXEC_PREFIX", "CPATH", "LIBRARY_PATH", "SDKROOT",
    "DEVELOPER_DIR",
  ]

  /// Looks for a compiler in the folders of `PATH`; libraries are kept under `XDG_CACHE_HOME`, or
  /// `.cache` in the home folder.
  ///
  /// - Parameter timeLimit: how long the compiler may take, in seconds.
  /// - Parameter cacheCapacity: the most bytes of libraries that are kept.
  /// - Parameter optimization: how much the compiler optimises, as an option of it.
  /// - Parameter instrumentation: further options, for code that watches itself.
  package init(
    environment: [String: String], timeLimit: Int = 120, cacheCapacity: Int = 64 << 20,
    optimization: String = "-O2", instrumentation: [String] = []
  ) {
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    let candidates = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    let found = candidates.lazy.compactMap { path in
      Files.identity(of: path).map { (path: path, identity: $0) }
    }.first
    compiler = found?.path
    identity = found?.identity ?? ""
    self.environment = Self.settings.compactMap { name in
      environment[name].map { "\(name)=\($0)" }
    }
    let base = Self.absolute(environment["XDG_CACHE_HOME"])
    let home = Self.absolute(environment["HOME"]).map { "\($0)/.cache" }
    cacheFolder = (base ?? home).map { "\($0)/pinproof" }
    temporaryFolder = Self.absolute(environment["TMPDIR"]) ?? "/tmp"
    self.timeLimit = timeLimit
    self.cacheCapacity = cacheCapacity
    flags = [optimization, "-std=gnu11", "-fPIC", "-shared", "-w"] + instrumentation
  }

  /// Whether there is a compiler.
  package var hasCompiler: Bool { compiler != nil }

  private static func absolute(_ path: String?) -> String? {
    path.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// What a library is made from: equal keys mean equal libraries.
  func key(of text: String) -> String {
    Digest.name(of: ([text, identity] + flags + environment).joined(separator: "\0"))
  }
}
