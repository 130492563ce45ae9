import ArgumentParser
import Foundation
import Verification

/// `NAME,NAME` or `none`.
struct ForAllChoice: ExpressibleByArgument {
  let choice: LoadOptions.ForAll

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard !names.contains("") else { return nil }
    choice = names == ["none"] ? .none : .named(names)
  }
}
