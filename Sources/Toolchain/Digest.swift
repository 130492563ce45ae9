internal import Crypto

/// Digests of contents by SHA-256: what has the same digest is the same.
package enum Digest {
  static var length: Int { SHA256.byteCount }

  /// The bytes of the digest.
  static func of(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// The digest of a text in hexadecimal digits.
  package static func name(of text: String) -> String {
    of(Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
