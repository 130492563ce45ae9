import Foundation

/// What the measurements were made on.
struct Machine: Codable, Sendable {
  let processor: String
  let cores: Int
  let memoryBytes: UInt64
  let system: String

  /// The machine that this program runs on.
  static var here: Machine {
    let information = ProcessInfo.processInfo
    return Machine(
      processor: processorName ?? "unknown processor", cores: information.processorCount,
      memoryBytes: information.physicalMemory,
      system: [distribution ?? information.operatingSystemVersionString, architecture]
        .joined(separator: ", "))
  }

  var text: String {
    "\(processor), \(cores) cores, \(memoryBytes >> 30) GiB, \(system)"
  }

  private static var processorName: String? {
    field("model name", of: "/proc/cpuinfo", separator: ":")
      ?? firstLine("sysctl", "-n", "machdep.cpu.brand_string")
  }

  private static var distribution: String? {
    field("PRETTY_NAME", of: "/etc/os-release", separator: "=")?
      .trimmingCharacters(in: CharacterSet(charactersIn: "\""))
  }

  private static var architecture: String { firstLine("uname", "-srm") ?? "unknown kernel" }

  private static func field(_ name: String, of file: String, separator: Character) -> String? {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
      let mark = line.firstIndex(of: separator)
    else { return nil }
    return line[line.index(after: mark)...].trimmingCharacters(in: .whitespaces)
  }
}
