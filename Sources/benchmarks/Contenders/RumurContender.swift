/// The checker that rumur generates, built by one of two C compilers.
struct RumurContender: Contender {
  let compiler: String
  var symmetry = false
  let note: String

  /// Nil when rumur or the compiler is not installed.
  init?(compiler: String, symmetry: Bool = false) {
    guard let rumur = firstLine("rumur", "--version"),
      let version = firstLine(compiler, "--version")
    else { return nil }
    self.compiler = compiler
    self.symmetry = symmetry
    note =
      "\(rumur), `rumur --threads 1 --symmetry-reduction \(symmetry ? "exhaustive" : "off") "
      + "--deadlock-detection off`, built with \(version), `\(Self.flags.joined(separator: " "))`"
  }

  private static let flags = ["-std=c11", "-O3", "-march=native", "-mcx16"]

  var name: String { "rumur \(compiler)" }

  func steps(for job: Job, fresh: Bool) throws -> [Invocation] {
    let spec = try job.write(job.preparation.text, as: "rumur.m")
    let source = job.path("rumur.c")
    let checker = job.path("rumur-\(compiler)")
    return [
      Invocation(
        "rumur",
        [
          "--output", source, "--threads", "1", "--symmetry-reduction",
          symmetry ? "exhaustive" : "off", "--deadlock-detection", "off", spec,
        ]),
      Invocation(compiler, Self.flags + ["-w", "-o", checker, source, "-lpthread"]),
      Invocation(checker, []),
    ]
  }

  func counts(of output: String, status: Int32) -> Counts? {
    status == 0 ? Counts(output, states: "states", firings: "rules fired") : nil
  }
}
