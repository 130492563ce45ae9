internal import Crypto

/// Digests of contents by SHA-256: what has the same digest is the same.
package enum Digest {
  static var length: Int { SHA256.byteCount }

  /// The bytes of the digest.
  static func of(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// The digest of a text in hexadecimal digits.
  package static func name(of text: String) -> String { name(of: Array(text.utf8)) }

  /// The digest of some bytes in hexadecimal digits.
  package static func name(of bytes: [UInt8]) -> String {
    of(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
