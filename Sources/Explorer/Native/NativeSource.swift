import CNative
import Model
package import Toolchain

/// Successors by code that was emitted for the model, compiled and loaded.
package struct NativeSource: SuccessorSource {
  package let backend = "native"
  private let bytecode: BytecodeSource
  let code: NativeCode

  /// Throws when the library is not one for this system.
  ///
  /// - Parameter prefix: what `text` was called with.
  package init(_ bytecode: BytecodeSource, library: Library, prefix: String = "")
    throws(BuildFailure)
  {
    self.bytecode = bytecode
    code = try NativeCode(library, for: bytecode.program.system, prefix: prefix)
  }

  package var wordsPerState: Int { bytecode.wordsPerState }

  package func makeBuffer() -> SuccessorBuffer { bytecode.makeBuffer() }

  package func makeExpander(into output: SuccessorBuffer) -> any Expander {
    NativeExpander(bytecode, code, output)
  }

  /// The C text for a system, to be put behind `runtime`; nil when it must be left to the bytecode.
  ///
  /// - Parameter symmetry: whether states are to be canonicalised too.
  /// - Parameter prefix: what all names begin with, so that the texts of several systems can go into
  ///   one library.
  package static func text(
    of bytecode: BytecodeSource, symmetry: Bool, prefix: String = ""
  ) -> String? {
    let system = bytecode.program.system
    guard Emitter.supports(system) else { return nil }
    let emitter = Emitter(system, startStates: bytecode.startStates, prefix: prefix)
    return emitter.emitted()
      + (symmetry ? emitter.canonicalization(Symmetry(system).tables) : "")
  }

  /// The C text that goes in front of the texts of systems.
  package static let runtime: String = {
    let headers = [
      PackageResources.successors_h, PackageResources.runtime_h, PackageResources.symmetry_h,
    ]
    let text = headers.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    return "#define PINPROOF_CONSTANT_TABLES\n"
      + text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("#include \"") }.joined(separator: "\n") + "\n"
  }()
}

/// The functions of a loaded library.
final class NativeCode: @unchecked Sendable {
  // @unchecked: nothing changes after `init`; the library stays loaded for as long as this lives.
  typealias Judge =
    @convention(c) (UnsafeMutablePointer<successors>, UnsafePointer<UInt64>, Int32) -> Void
  typealias Seek = @convention(c) (UnsafeMutablePointer<successors>, UnsafePointer<UInt64>) -> Void

  private let library: Library
  let expand: Judge
  let judge: Judge
  let seek: Seek
  /// Nil where states were not to be canonicalised.
  let canonicalize: Canonicalizer.Function?

  init(_ library: Library, for system: TransitionSystem, prefix: String) throws(BuildFailure) {
    self.library = library
    let names = "pinproof_\(prefix)"
    expand = unsafeBitCast(try library.symbol(names + "expand"), to: Judge.self)
    judge = unsafeBitCast(try library.symbol(names + "judge"), to: Judge.self)
    seek = unsafeBitCast(try library.symbol(names + "seek"), to: Seek.self)
    canonicalize = (try? library.symbol(names + "canonicalize")).map {
      unsafeBitCast($0, to: Canonicalizer.Function.self)
    }
    let shape = try library.symbol(names + "shape").assumingMemoryBound(to: Int64.self)
    let expected = [
      MemoryLayout<successors>.size, system.layout.wordCount, system.rules.count,
      system.claims.count,
    ]
    guard zip(expected.indices, expected).allSatisfy({ shape[$0] == Int64($1) }) else {
      throw .notLoaded("it is a library for another model")
    }
  }
}

/// Calls native code, once for each state; start states are left to the bytecode.
final class NativeExpander: Expander {
  let output: SuccessorBuffer
  private let bytecode: BytecodeSource
  private let code: NativeCode

  init(_ bytecode: BytecodeSource, _ code: NativeCode, _ output: SuccessorBuffer) {
    self.bytecode = bytecode
    self.code = code
    self.output = output
  }

  func start() { bytecode.makeExpander(into: output).start() }

  func expand(_ state: UnsafePointer<UInt64>, marksAntecedents: Bool) {
    code.expand(output.contents, state, marksAntecedents ? 1 : 0)
  }

  func judge(_ state: UnsafePointer<UInt64>, marksAntecedents: Bool) {
    code.judge(output.contents, state, marksAntecedents ? 1 : 0)
  }

  func seek(_ state: UnsafePointer<UInt64>) { code.seek(output.contents, state) }
}
