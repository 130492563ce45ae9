import Foundation
import TestSupport
import Testing

@Suite struct ExportTests {
  /// Proved by its lemmas: its claim is not inductive by itself.
  private static let peterson = Pinproof.fixture("peterson")

  @Test(arguments: [("aiger", "lost-wakeup.aig"), ("vmt", "lost-wakeup.vmt")])
  func anInstanceIsWritten(format: String, name: String) throws {
    try Pinproof.inNewFolder { pinproof in
      let spec = Pinproof.fixture("lost-wakeup")
      let outcome = try pinproof("export", spec, "--to", format, "--dir", "models")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.hasPrefix("models/\(name): "))
      #expect(pinproof.files == ["models/\(name)"])
      _ = try pinproof("export", spec, "--to", format)
      let (first, second) = (pinproof.url("models/\(name)"), pinproof.url(name))
      #expect(try Data(contentsOf: first) == Data(contentsOf: second), "same input, same bytes")
    }
  }

  @Test func everyInstanceOfASweepHasAFile() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("limited.m", Specs.limited)
      let outcome = try pinproof("export", "limited.m", "-c", "N=4..5", "--to", "vmt")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(pinproof.files == ["limited-N-4.vmt", "limited-N-5.vmt", "limited.m"])
    }
  }

  @Test func selectedClaimsAreWritten() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("limited.m", Specs.limited)
      let arguments = ["export", "limited.m", "--to", "aiger", "--property"]
      let outcome = try pinproof.run(arguments + ["below three"])
      #expect(outcome.output.contains(" 1 properties"))
      #expect(try pinproof.run(arguments + ["nothing"]).status == 64)
    }
  }

  @Test func aProofBecomesAWitness() throws {
    try Pinproof.inNewFolder { pinproof in
      _ = try pinproof("prove", Self.peterson, "--engine", "ic3", "--cert-dir", "proofs")
      let outcome = try pinproof(
        "export", "proofs/peterson.cert.json", "--to", "aiger", "--dir", "models")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.contains("models/peterson-witness.aig: confirmed by "))
      #expect(
        pinproof.files.filter { $0.hasPrefix("models") }
          == ["models/peterson-witness.aig", "models/peterson.aig"])
    }
  }

  @Test func aChangedProofBecomesNone() throws {
    try Pinproof.inNewFolder { pinproof in
      _ = try pinproof("prove", Self.peterson, "--engine", "ic3", "--cert-dir", "proofs")
      let file = "proofs/peterson.cert.json"
      let lemmas = /"lemmas" : \[\n(.|\n)*?\n  \],/
      try pinproof.write(file, try pinproof.read(file).replacing(lemmas, with: "\"lemmas\" : [],"))
      let outcome = try pinproof("export", file, "--to", "aiger", "--dir", "models")
      #expect(outcome.status == 30, "\(outcome)")
      #expect(outcome.errors.contains("fails its check 'step'"))
      #expect(!pinproof.files.contains { $0.hasPrefix("models") })
    }
  }

  @Test func aProofOfSeveralStatesIsRefused() throws {
    try Pinproof.inNewFolder { pinproof in
      let spec = Pinproof.fixture("inductive-2")
      _ = try pinproof("prove", spec, "--engine", "k-induction", "--cert-dir", ".")
      let outcome = try pinproof("export", "inductive-2.cert.json", "--to", "aiger")
      #expect(outcome.status == 30, "\(outcome)")
      #expect(outcome.errors.contains("--engine ic3"))
      #expect(!pinproof.files.contains { $0.hasSuffix(".aig") })
    }
  }

  @Test(
    arguments: [
      (["a.m"], 64), (["a.m", "--to", "smv"], 64), (["a.m", "--to", "aiger"], 66),
      (["a.m", "--to", "aiger", "--columns", "T"], 64),
      (["a.cert.json", "--to", "vmt"], 64), (["a.cert.json", "--to", "aiger", "-c", "N=2"], 64),
      (["a.cert.json", "--to", "aiger"], 66),
    ] as [([String], Int32)])
  func misuseIsRefused(arguments: [String], status: Int32) throws {
    try Pinproof.inNewFolder { pinproof in
      let outcome = try pinproof.run(["export"] + arguments)
      #expect(outcome.status == status, "\(outcome)")
    }
  }
}
