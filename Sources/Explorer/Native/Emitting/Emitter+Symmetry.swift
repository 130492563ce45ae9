import CNative
import Model

extension Emitter {
  /// The tables of the system's scalarsets as constants, and the entry point that works with them.
  func canonicalization(_ tables: SymmetryTables) -> String {
    let contents = tables.contents.pointee
    let name = "\(prefix)scalarsets"
    var fields = [
      "members": "\(contents.members)", "participants": "\(contents.participants)",
      "classes": "\(contents.classes)", "entry_count": "\(contents.entry_count)",
      "first_link": "\(contents.first_link)", "first_holding": "\(contents.first_holding)",
      "words": "\(contents.words)", "places": "\(contents.places)",
      "multiset_count": "\(contents.multiset_count)", "cells": "\(prefix)cells",
    ]
    var text = ""
    func add(_ field: String, _ type: String, _ rows: [String]) {
      fields[field] = "\(name)_\(field)"
      text += "static const \(type) \(name)_\(field)[] = {\n"
      text += (rows.isEmpty ? ["{0}"] : rows).map { "  \($0),\n" }.joined() + "};\n"
    }
    add(
      "entries", "struct symmetry_entry",
      tables.entries.map {
        "{\(hex($0.seed)), \($0.cell), \($0.origin), \($0.first_owner), \($0.owner_count), "
          + "\($0.values)}"
      })
    add("owners", "struct symmetry_owner", tables.owners.map { "{\($0.member), \($0.stride)}" })
    add("member_of_raw", "int32_t", tables.memberOfRaw.map(String.init))
    add("class_starts", "int32_t", tables.classStarts.map(String.init))
    add("owned_starts", "int32_t", tables.ownedStarts.map(String.init))
    add("owned", "int32_t", tables.owned.map(String.init))
    add(
      "multisets", "struct symmetry_multiset",
      tables.multisets.map { "{\($0.first_cell), \($0.slots), \($0.cells_per_slot)}" })
    add("fixed_bits", "uint64_t", tables.fixedBits.map(hex))
    text += "static const struct symmetry \(name) = {\n"
    text += fields.sorted { $0.key < $1.key }.map { "  .\($0) = \($1),\n" }.joined() + "};\n"
    return text + """

      void pinproof_\(prefix)canonicalize(
          struct symmetry_workspace *space, uint64_t *states, intptr_t count) {
        symmetry_canonicalize(&\(name), space, states, count);
      }

      """
  }
}
