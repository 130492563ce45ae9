internal import Foundation
package import Model

/// The record itself in the schema `pinproof/1`: keys in alphabetical order, two spaces a level.
package struct JSONReport: ReportFormat {
  package init() {}

  package func write(_ record: RunRecord, to output: inout some TextOutputStream) {
    output.write(Self.text(of: record))
  }

  /// Any record, in the same form.
  package static func text(of record: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(record) else {
      preconditionFailure("every number in a record is finite")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// The record that a report in this format holds.
  package static func read(_ bytes: [UInt8]) throws(JSONReportError) -> RunRecord {
    let record: RunRecord
    do {
      record = try JSONDecoder().decode(RunRecord.self, from: Data(bytes))
    } catch {
      throw .notARecord
    }
    guard record.schema == RunRecord.schema else { throw .otherSchema(record.schema) }
    return record
  }
}

/// Why a text is no record.
package enum JSONReportError: Error, Sendable, Hashable {
  case notARecord
  /// It names a schema that this version does not read.
  case otherSchema(String)
}
