/// Elements in a row, for inner loops: no bounds are checked and nothing is counted.
///
/// Elements are trivial types. The owner frees it.
struct Buffer<Element: BitwiseCopyable>: BitwiseCopyable {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 4) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  func free() { start.deallocate() }

  subscript(index: Int) -> Element {
    get { start[index] }
    nonmutating set { start[index] = newValue }
  }

  mutating func append(_ element: Element) {
    if count == capacity {
      capacity *= 2
      let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
      larger.update(from: start, count: count)
      start.deallocate()
      start = larger
    }
    start[count] = element
    count += 1
  }

  mutating func removeLast() -> Element {
    count -= 1
    return start[count]
  }

  /// Adds an element to a buffer that is an element of this one.
  func append<Part>(_ part: Part, to index: Int) where Element == Buffer<Part> {
    start[index].append(part)
  }

  /// Keeps only the first elements.
  mutating func shrink(to count: Int) { self.count = count }
}
