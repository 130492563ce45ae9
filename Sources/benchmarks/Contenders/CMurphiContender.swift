import Foundation

/// The checker that CMurphi generates, plain or with packed states.
struct CMurphiContender: Contender {
  /// A built source tree: `src/mu` and `include`.
  let folder: String
  let packed: Bool
  let note: String

  /// Nil when there is no compiler in the folder or no `g++`.
  init?(folder: String, packed: Bool) {
    guard FileManager.default.isExecutableFile(atPath: "\(folder)/src/mu"),
      let version = firstLine("g++", "--version")
    else { return nil }
    self.folder = folder
    self.packed = packed
    note =
      "CMurphi, `mu\(packed ? " -b" : "")`, built with \(version), "
      + "`\(Self.flags.joined(separator: " "))`, run with `-nosym -ndl -vbfs -pn` and the least "
      + "power of two of megabytes that holds the states (`-m`)"
  }

  private static let flags = ["-O3", "-march=native", "-w", "-fpermissive"]

  /// Its own queue, a tenth of all states, would ask for a table much too large, and slow.
  private static let setQueue = ##"""
    awk -v queue="$2" '{ print } /include "mu_prolog/ {
      print "#undef gPercentActiveStates"; print "#define gPercentActiveStates " queue
    }' "$0" > "$1"
    """##

  var name: String { packed ? "CMurphi -b" : "CMurphi" }

  func steps(for job: Job, fresh: Bool) throws -> [Invocation] {
    let stem = packed ? "cmurphi_packed" : "cmurphi_plain"
    let spec = try job.write(job.preparation.cmurphi, as: "\(stem).m")
    let source = job.path("\(stem)_queue.cpp")
    let checker = job.path(stem)
    let room = job.workload.cmurphi
    return [
      Invocation("\(folder)/src/mu", (packed ? ["-b"] : []) + [spec]),
      Invocation(
        "sh", ["-c", Self.setQueue, job.path("\(stem).cpp"), source, String(room.queue)]),
      Invocation("g++", Self.flags + ["-I\(folder)/include", source, "-o", checker, "-lm"]),
      Invocation(
        checker, ["-nosym", "-ndl", "-vbfs", "-pn", "-m\(packed ? room.packed : room.plain)"]),
    ]
  }

  func counts(of output: String, status: Int32) -> Counts? {
    guard status == 0, output.contains("No error found") else { return nil }
    return Counts(output, states: "states", firings: "rules fired")
  }
}
