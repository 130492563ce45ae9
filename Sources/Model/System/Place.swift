package import SourceText

/// Somewhere that values are kept: a variable, a parameter, a local, or a part of one.
package struct Place: Sendable, Hashable {
  package enum Root: Sendable, Hashable {
    case state(VariableIndex)
    case local(LocalIndex)
    /// The record or array that a function returns; it can be read only.
    case call(FunctionIndex, [Argument])
  }

  /// One step into a record or array.
  package enum Step: Sendable, Hashable {
    /// The field at this position in the record's declaration.
    case field(Int)
    /// An element; an index that is undefined or outside the index type is a run-time error.
    case element(Expression)
  }

  package let root: Root
  package let path: [Step]
  /// The type of what is kept there.
  package let type: ValueType
  package let range: SourceRange

  package init(root: Root, path: [Step] = [], type: ValueType, range: SourceRange) {
    self.root = root
    self.path = path
    self.type = type
    self.range = range
  }
}
