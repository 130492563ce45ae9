#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A dynamic library in memory; unloaded when the last reference goes.
package final class Library: @unchecked Sendable {
  // @unchecked: nothing changes after `init`.
  private let handle: UnsafeMutableRawPointer

  /// Loads the library at an absolute path.
  package init(at path: String) throws(BuildFailure) {
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      throw .notLoaded(Self.problem)
    }
    self.handle = handle
  }

  deinit { dlclose(handle) }

  /// The address of a function or variable.
  package func symbol(_ name: String) throws(BuildFailure) -> UnsafeMutableRawPointer {
    guard let address = dlsym(handle, name) else { throw .notLoaded(Self.problem) }
    return address
  }

  private static var problem: String {
    dlerror().map { String(cString: $0) } ?? "for no known reason"
  }
}
