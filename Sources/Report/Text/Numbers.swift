/// Numbers as people read them; no formatter's locale has a say.
enum Numbers {
  /// Digits in groups of three: `5,750,909`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// With `digits` digits behind the point, at most 3; not finite or too large is `?`.
  static func decimal(_ number: Double, digits: Int) -> String {
    let scale = [1, 10, 100, 1000][min(max(digits, 0), 3)]
    guard let scaled = Int(exactly: (number * Double(scale)).rounded()) else { return "?" }
    let sign = scaled < 0 ? "-" : ""
    let whole = scaled.magnitude / UInt(scale)
    let fraction = String(scaled.magnitude % UInt(scale))
    guard scale > 1 else { return sign + String(whole) }
    let zeros = String(repeating: "0", count: String(scale).count - 1 - fraction.count)
    return "\(sign)\(whole).\(zeros)\(fraction)"
  }

  /// A bound from above in two digits: `4.3e-14`, and `0` for 0. Rounded up, so that it stays one.
  static func bound(_ number: Double) -> String {
    guard number > 0 else { return "0" }
    var (mantissa, exponent) = (number, 0)
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    let tenths = Int((mantissa * 10).rounded(.up))
    if tenths == 100 { return "1.0e\(exponent + 1)" }
    return "\(tenths / 10).\(tenths % 10)e\(exponent)"
  }

  /// A rate or count with three digits or so: `512`, `18.3 k`, `6.39 M`.
  static func short(_ number: Double) -> String {
    switch number.magnitude {
    case ..<1000: decimal(number, digits: 0)
    case ..<100_000: decimal(number / 1000, digits: 1) + " k"
    case ..<1_000_000: decimal(number / 1000, digits: 0) + " k"
    case ..<1_000_000_000: decimal(number / 1_000_000, digits: 2) + " M"
    default: decimal(number / 1_000_000_000, digits: 2) + " G"
    }
  }

  /// Bytes in binary units: `18 MiB`.
  static func bytes(_ number: Int) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB"]
    var (value, unit) = (Double(number), 0)
    while value.magnitude >= 1024, unit < units.count - 1 {
      value /= 1024
      unit += 1
    }
    return decimal(value, digits: unit > 2 && value < 100 ? 1 : 0) + " " + units[unit]
  }

  /// A count with its noun: `1 spec`, `2 specs`.
  static func counted(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
