#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Files and folders of this user that nobody else can read or write.
enum Files {
  /// The bytes of a regular file that belongs to this user and that nobody else may write.
  static func privateContents(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      isPrivate(status, forbidden: 0o022)
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let part = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress! + count, $0.count - count)
      }
      if part == -1, errno == EINTR { continue }
      guard part > 0 else { return nil }
      count += part
    }
    return bytes
  }

  /// Writes a new file; why it could not, if so.
  static func write(_ bytes: [UInt8], to path: String) -> String? {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return problem }
    var count = 0
    var failure: String?
    while count < bytes.count, failure == nil {
      let part = bytes.withUnsafeBytes {
        Self.write(file, $0.baseAddress! + count, $0.count - count)
      }
      if part > 0 { count += part } else if part == 0 || errno != EINTR { failure = problem }
    }
    if close(file) != 0, failure == nil { failure = problem }
    return failure
  }

  private static func write(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
    Glibc.write(file, bytes, count)
    #elseif canImport(Musl)
    Musl.write(file, bytes, count)
    #else
    Darwin.write(file, bytes, count)
    #endif
  }

  /// Makes a folder and those around it, unless it is there; whether it is one that belongs to this
  /// user and that is closed to others.
  static func makePrivateFolder(_ path: String) -> Bool {
    var partial = ""
    for part in path.split(separator: "/") {
      partial += "/\(part)"
      mkdir(partial, 0o700)
    }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && isPrivate(status, forbidden: 0o077)
  }

  private static func isPrivate(_ status: stat, forbidden: UInt32) -> Bool {
    status.st_uid == geteuid() && UInt32(status.st_mode) & forbidden == 0
  }

  /// Makes a new folder of this user in another one; nil when that is not possible.
  static func makeTemporaryFolder(in folder: String) -> String? {
    var template = Array("\(folder)/build-XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
      mkdtemp(buffer.baseAddress!).map { String(cString: $0) }
    }
  }

  /// Removes a folder and the files in it.
  static func removeFolder(_ path: String) {
    for name in names(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  static func rename(_ path: String, to other: String) -> Bool {
    #if canImport(Glibc)
    Glibc.rename(path, other) == 0
    #elseif canImport(Musl)
    Musl.rename(path, other) == 0
    #else
    Darwin.rename(path, other) == 0
    #endif
  }

  static func remove(_ path: String) { unlink(path) }

  /// The names in a folder, in order; none when it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The size of a file in bytes and the seconds since it was changed; nil when it is not there.
  static func sizeAndAge(of path: String) -> (size: Int, age: Int)? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
    let changed = status.st_mtimespec.tv_sec
    #else
    let changed = status.st_mtim.tv_sec
    #endif
    return (Int(status.st_size), time(nil) - changed)
  }

  /// Notes that a file was used now.
  static func touch(_ path: String) { utimes(path, nil) }

  /// What tells one version of an installed program from another: where it really is, its size,
  /// and when it was changed.
  static func identity(of executable: String) -> String? {
    guard access(executable, X_OK) == 0, let real = realpath(executable, nil) else { return nil }
    defer { free(real) }
    var status = stat()
    guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    #if canImport(Darwin)
    let changed = status.st_mtimespec
    #else
    let changed = status.st_mtim
    #endif
    return "\(String(cString: real)) \(status.st_size) \(changed.tv_sec).\(changed.tv_nsec)"
  }

  private static var problem: String { String(cString: strerror(errno)) }
}
