/// The way from C text to a loaded library, while something else goes on.
///
/// The compiler runs as a child process in a folder of its own, which is gone when the build has
/// ended or was cancelled. Owned by one task at a time.
package final class Build: @unchecked Sendable {
  // @unchecked: only the owner calls it.
  private enum State {
    case running(ChildProcess, since: ContinuousClock.Instant)
    case done(Result<Library, BuildFailure>)
  }

  private let toolchain: Toolchain
  private let key: String
  private let cache: ObjectCache?
  private var folder: String?
  private var state: State

  /// Takes the library from the cache, or starts the compiler.
  package convenience init(of text: String, with toolchain: Toolchain) {
    self.init(key: toolchain.key(of: text), toolchain)
    guard toolchain.compiler != nil, !isCached() else { return }
    do throws(BuildFailure) {
      state = .running(try start(text), since: .now)
    } catch {
      finish(.failure(error))
    }
  }

  /// Takes the library from the cache; nil when it is not there.
  package convenience init?(cached text: String, with toolchain: Toolchain) {
    self.init(key: toolchain.key(of: text), toolchain)
    guard toolchain.compiler != nil, isCached() else { return nil }
  }

  private init(key: String, _ toolchain: Toolchain) {
    self.toolchain = toolchain
    self.key = key
    cache = toolchain.cacheFolder.flatMap {
      ObjectCache(folder: $0, capacity: toolchain.cacheCapacity)
    }
    state = .done(.failure(.noCompiler))
  }

  /// Loads the library of an earlier build; whether there was one.
  private func isCached() -> Bool {
    guard let path = cache?.library(key), let library = try? Library(at: path) else {
      return false
    }
    state = .done(.success(library))
    return true
  }

  deinit { cancel() }

  /// What became of it; nil while the compiler runs. Never waits.
  package func result() -> Result<Library, BuildFailure>? {
    switch state {
    case .done(let result): return result
    case .running(let process, let start):
      if let ending = process.ending() {
        finish(outcome(of: ending))
      } else if ContinuousClock.now - start > .seconds(toolchain.timeLimit) {
        process.kill()
        finish(.failure(.tooSlow(toolchain.timeLimit)))
      } else {
        return nil
      }
      return result()
    }
  }

  /// Ends the compiler, if it runs, and leaves no file.
  package func cancel() {
    guard case .running(let process, _) = state else { return }
    process.kill()
    finish(.failure(.compilerFailed("it was stopped")))
  }

  private func finish(_ result: Result<Library, BuildFailure>) {
    if let folder { Files.removeFolder(folder) }
    folder = nil
    state = .done(result)
  }

  // MARK: Compiling

  private func start(_ text: String) throws(BuildFailure) -> ChildProcess {
    let place = cache.flatMap { Files.makeTemporaryFolder(in: $0.folder) }
    guard let folder = place ?? Files.makeTemporaryFolder(in: toolchain.temporaryFolder) else {
      throw .noFolder("\(toolchain.temporaryFolder) cannot be written")
    }
    self.folder = folder
    if let problem = Files.write(Array(text.utf8), to: "\(folder)/model.c") {
      throw .noFolder(problem)
    }
    let files = ["-o", "\(folder)/model.so", "\(folder)/model.c"]
    guard
      let process = ChildProcess(
        toolchain.compiler!, toolchain.flags + files,
        environment: toolchain.environment + ["TMPDIR=\(folder)", "LC_ALL=C"],
        output: "\(folder)/messages")
    else { throw .compilerFailed("\(toolchain.compiler!) cannot be started") }
    return process
  }

  private func outcome(of ending: ChildProcess.Ending) -> Result<Library, BuildFailure> {
    guard let folder, ending == .exit(code: 0) else {
      return .failure(.compilerFailed(message(ending)))
    }
    let path = "\(folder)/model.so"
    do throws(BuildFailure) {
      let library = try Library(at: path)
      if let bytes = Files.privateContents(of: path) { cache?.keep(bytes, as: key) }
      return .success(library)
    } catch {
      return .failure(error)
    }
  }

  /// The first line that says what is wrong, or else how the compiler ended.
  private func message(_ ending: ChildProcess.Ending) -> String {
    let output = folder.flatMap { Files.privateContents(of: "\($0)/messages") } ?? []
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    if let line = lines.first(where: { $0.contains("error") }) ?? lines.first {
      return String(line.prefix(200))
    }
    switch ending {
    case .exit(let code): return "exit code \(code)"
    case .signal(let signal): return "signal \(signal)"
    }
  }
}
