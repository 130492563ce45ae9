import Foundation

/// `pinproof explore`, from the text of the specification to the report.
struct PinproofContender: Contender {
  let executable: String
  var workers = 1
  var symmetry = false
  var label: String?

  var name: String { label ?? "pinproof" }
  var note: String {
    "`pinproof explore --workers \(workers) --deadlock off --symmetry \(symmetry ? "on" : "off")`, "
      + "the whole command from the text to the report"
  }

  func steps(for job: Job, fresh: Bool) throws -> [Invocation] {
    let spec = try job.write(job.preparation.text, as: "pinproof.m")
    let cache = job.path(fresh ? "cache-\(UUID().uuidString)" : "cache")
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    let explore = [
      "explore", spec, "--workers", String(workers), "--deadlock", "off", "--symmetry",
      symmetry ? "on" : "off", "--format", "json", "--progress", "none",
    ]
    // A search that is over before the compiler leaves nothing for the next.
    return (fresh ? [[]] : [["--backend", "native"], []]).map {
      Invocation(executable, explore + $0, environment: ["XDG_CACHE_HOME": cache])
    }
  }

  func counts(of output: String, status: Int32) -> Counts? {
    guard [0, 15].contains(status),
      let report = try? JSONDecoder().decode(Report.self, from: Data(output.utf8)),
      let exploration = report.specs.first?.exploration, exploration.complete
    else { return nil }
    return Counts(states: exploration.states, firings: exploration.transitions)
  }

  /// What is read of the schema `pinproof/1`.
  private struct Report: Decodable {
    struct Spec: Decodable { let exploration: Exploration? }
    struct Exploration: Decodable {
      let states: Int
      let transitions: Int
      let complete: Bool
    }
    let specs: [Spec]
  }
}
