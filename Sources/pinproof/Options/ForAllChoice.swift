import ArgumentParser
import Verification

/// `NAME,NAME` or `none`.
struct ForAllChoice: ExpressibleByArgument {
  let choice: LoadOptions.ForAll

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard !names.contains("") else { return nil }
    choice = names == ["none"] ? .none : .named(names)
  }
}
