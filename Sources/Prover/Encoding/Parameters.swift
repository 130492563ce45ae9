import Model
import SourceText
import Z3

/// Values for ruleset parameters, and what makes them values of their domains.
struct Parameters {
  var values: [Value] = []
  var constraint: Term
}

extension Encoder {
  /// Fresh constants for parameters, constrained to their domains.
  func any(_ bindings: [Binding], named prefix: String) throws(Unencodable) -> Parameters {
    var parameters = Parameters(constraint: context.truth(true))
    for (position, binding) in bindings.enumerated() {
      let domain = try values(of: binding)
      // Of two parameters of one name the inner hides the outer, which may have an alias.
      let hides = bindings[..<position].contains { $0.name == binding.name }
      let name = "\(prefix) \(binding.name)\(hides ? " \(position + 1)" : "")"
      let (value, isInside) = choice(of: domain, named: name, isTruth: isTruth(binding))
      parameters.values.append(value)
      parameters.constraint = parameters.constraint && isInside
    }
    return parameters
  }

  /// Known values for parameters.
  func known(_ arguments: [Int64], for bindings: [Binding]) -> Parameters {
    let values = zip(arguments, bindings).map { argument, binding in
      isTruth(binding)
        ? Value.truth(context.truth(argument != 0))
        : .number(.constant(Int128(argument), in: context))
    }
    return Parameters(values: values, constraint: context.truth(true))
  }

  private func isTruth(_ binding: Binding) -> Bool {
    if case .type(let type) = binding.domain { type.kind == .boolean } else { false }
  }

  private struct Progression {
    let first: Int128
    let step: Int128
    let count: Int128
  }

  /// The domain of a parameter, which does not depend on the state or on other parameters.
  private func values(of binding: Binding) throws(Unencodable) -> Progression {
    if case .type(let type) = binding.domain {
      let count = max(0, Int128(type.upper) - Int128(type.lower) + 1)
      return Progression(first: Int128(type.lower), step: 1, count: count)
    }
    var machine = Machine(system, in: context, state: undefinedState)
    let numbers = try machine.rounds(of: binding.domain, at: .none)
      .filter { $0.happens.truth == true }.compactMap { $0.value.scalar.known }
    guard let first = numbers.first else { return Progression(first: 0, step: 1, count: 0) }
    let step = numbers.count > 1 ? numbers[1] - first : 1
    return Progression(first: first, step: step, count: Int128(numbers.count))
  }

  private func choice(of domain: Progression, named name: String, isTruth: Bool)
    -> (Value, isInside: Term)
  {
    if domain.count < 2 {
      let only = Scalar.constant(domain.first, in: context)
      let value = isTruth ? Value.truth(context.truth(domain.first != 0)) : .number(only)
      return (value, context.truth(domain.count == 1))
    }
    let width = Scalar.unsignedWidth(domain.count - 1)
    let bits = context.constant(name, .bitVector(width))
    let isFull = domain.count == Int128(1) << width
    let isInside =
      isFull
      ? context.truth(true)
      : bits.unsignedAtMost(context.bits(domain.count - 1, width: width))
    if isTruth { return (.truth(bits.equals(context.bits(1 as Int128, width: 1))), isInside) }
    let position = Scalar.number(bits, offset: 0, lower: 0, upper: domain.count - 1)
    let value =
      position * .constant(domain.step, in: context) + .constant(domain.first, in: context)
    return (.number(value), isInside)
  }
}
