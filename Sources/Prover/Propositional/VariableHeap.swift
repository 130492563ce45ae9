/// The variables that are open to decisions, the most active one on top.
struct VariableHeap {
  private var heap = Buffer<Int32>()
  /// Where each variable is in the heap; -1 when it is not.
  private var positions = Buffer<Int32>()
  private(set) var activity = Buffer<Double>()
  private var increment = 1.0

  func free() {
    heap.free()
    positions.free()
    activity.free()
  }

  var isEmpty: Bool { heap.count == 0 }

  /// Makes room for one more variable, which is not in the heap yet.
  mutating func addVariable() {
    positions.append(-1)
    activity.append(0)
  }

  mutating func insert(_ variable: Int) {
    if positions[variable] >= 0 { return }
    heap.append(Int32(variable))
    positions[variable] = Int32(heap.count - 1)
    rise(from: heap.count - 1)
  }

  mutating func popMostActive() -> Int {
    let top = Int(heap[0])
    let last = heap.removeLast()
    positions[top] = -1
    if heap.count > 0 {
      heap[0] = last
      positions[Int(last)] = 0
      sink(from: 0)
    }
    return top
  }

  /// Notes that a variable took part in a conflict.
  mutating func bump(_ variable: Int) {
    activity[variable] += increment
    if activity[variable] > 1e100 {
      for index in 0..<activity.count { activity[index] *= 1e-100 }
      increment *= 1e-100
    }
    if positions[variable] >= 0 { rise(from: Int(positions[variable])) }
  }

  /// Lets earlier conflicts count for less.
  mutating func decay() { increment /= 0.95 }

  private func rise(from start: Int) {
    var place = start
    let variable = heap[place]
    let value = activity[Int(variable)]
    while place > 0 {
      let parent = (place - 1) / 2
      if activity[Int(heap[parent])] >= value { break }
      put(heap[parent], at: place)
      place = parent
    }
    put(variable, at: place)
  }

  private func sink(from start: Int) {
    var place = start
    let variable = heap[place]
    let value = activity[Int(variable)]
    while true {
      var child = 2 * place + 1
      if child >= heap.count { break }
      let other = child + 1
      if other < heap.count, activity[Int(heap[other])] > activity[Int(heap[child])] {
        child = other
      }
      if activity[Int(heap[child])] <= value { break }
      put(heap[child], at: place)
      place = child
    }
    put(variable, at: place)
  }

  private func put(_ variable: Int32, at place: Int) {
    heap[place] = variable
    positions[Int(variable)] = Int32(place)
  }
}
