// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A source target, with the settings that all share.
func source(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A test target named after what it tests.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "Pinproof",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "pinproof", targets: ["pinproof"]),
    .executable(name: "benchmarks", targets: ["benchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // 0: text and C
    .systemLibrary(
      name: "CZ3", pkgConfig: "z3", providers: [.apt(["libz3-dev"]), .brew(["z3"])]),
    source("SourceText"),
    source("Polynomials"),
    .target(name: "CNative"),
    source("Toolchain", [crypto]),
    // 1: what is written, what is meant, what is asked
    source("Murphi", ["SourceText", "Polynomials"]),
    source("Model", ["SourceText", "Polynomials"]),
    source("Z3", ["CZ3"]),
    source("Interleaving"),
    source("PageLifetime", ["Interleaving"]),
    // 2: clients of Model; none imports another
    source("Lowering", ["SourceText", "Polynomials", "Murphi", "Model"]),
    .target(
      name: "Explorer", dependencies: ["CNative", "SourceText", "Toolchain", "Model"],
      resources: [.embedInCode("Native/Runtime")], swiftSettings: strict),
    source("Prover", ["SourceText", "Polynomials", "Model", "Z3"]),
    source("ProofChecker", ["SourceText", "Model", "Z3"]),
    source("Report", ["SourceText", "Model"]),
    // 3: load, lower, run, audit
    source(
      "Verification",
      [
        "SourceText", "Murphi", "Model", "Toolchain", "Lowering", "Explorer", "Prover",
        "ProofChecker",
      ]),
    source("Regression", ["Model"]),
    source("Conformance", ["Model", "Interleaving", "PageLifetime"]),
    // 4: the command line
    .executableTarget(
      name: "pinproof",
      dependencies: [
        "SourceText", "Model", "Toolchain", "Verification", "PageLifetime", "Conformance",
        "Regression", "Report",
        argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        argumentParser, "SourceText", "Model", "Explorer", "Toolchain", "Verification",
      ],
      swiftSettings: strict),
    // tests
    .target(
      name: "TestSupport", dependencies: ["SourceText", "Murphi", "Model", "Lowering"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("SourceTextTests", ["SourceText"]),
    tests("MurphiTests", ["SourceText", "Murphi", "TestSupport"]),
    tests("PolynomialsTests", ["Polynomials"]),
    tests("ModelTests", ["SourceText", "Model", "TestSupport"]),
    tests(
      "LoweringTests",
      ["SourceText", "Polynomials", "Murphi", "Model", "Lowering", "TestSupport"]),
    tests(
      "ExplorerTests",
      [
        "SourceText", "Murphi", "Model", "Toolchain", "Lowering", "Explorer", "Verification",
        "TestSupport",
      ]),
    tests("ToolchainTests", ["Toolchain"]),
    tests("Z3Tests", ["Z3"]),
    tests("InterleavingTests", ["Interleaving"]),
    tests("RegressionTests", ["Model", "Regression"]),
    tests(
      "ConformanceTests",
      ["Model", "Verification", "Interleaving", "PageLifetime", "Conformance"]),
    tests("ProverTests", ["Model", "Z3", "Prover", "TestSupport"]),
    tests("ProofCheckerTests", ["Model", "Z3", "ProofChecker", "TestSupport"]),
    tests(
      "AgreementTests",
      ["SourceText", "Model", "Toolchain", "Explorer", "Prover", "Verification", "TestSupport"]),
    tests(
      "EvidenceTests",
      [
        "SourceText", "Model", "Explorer", "Prover", "ProofChecker", "Report", "Verification",
        "TestSupport",
      ]),
    tests("CommandTests", ["pinproof", "TestSupport"]),
    tests("BenchmarkTests", ["benchmarks"]),
    tests("ReportTests", ["SourceText", "Model", "Report", "TestSupport"]),
  ]
)
