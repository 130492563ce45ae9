import Murphi
import SourceText
import Testing

@Suite struct SettingsTests {
  private static let body = """

    type Mode: enum { SLOW, FAST };
    const N: 2; FLAG: true; MODE: SLOW;
    type Task: scalarset(N); Pair: record a: Task; end;
    startstate begin end;
    """

  private func check(
    _ settings: String, overriding: [(name: String, value: String)] = []
  ) -> (CheckedProgram?, [Diagnostic]) {
    checkedProgram(
      of: SourceFile(name: "t.m", text: settings + Self.body), overriding: overriding)
  }

  @Test func allSettingsAreRead() throws {
    let settings = try #require(
      check(
        """
        -- Some title.
        --pinproof: columns Task
        --   pinproof:deadlock off
        -- pinproof: for-all N
        -- pinproof: configuration "fast" MODE=FAST, N = 3
        -- pinproof: expect "a, b = c" violated
        """
      ).0?.settings)
    #expect(settings.columns == "Task")
    #expect(settings.deadlock == .off)
    #expect(settings.forAll == ["N"])
    #expect(settings.configurations.map(\.name) == ["fast"])
    #expect(settings.configurations[0].choices.map(\.value) == ["FAST", "3"])
    #expect(settings.expectations.map(\.claim) == ["a, b = c"])
    #expect(settings.expectations.map(\.outcome) == [.violated])
  }

  @Test(
    arguments: [
      ([], .holds), ([("N", "3")], .violated), ([("MODE", "FAST")], .vacuous),
      ([("N", "3"), ("MODE", "FAST")], .vacuous), ([("N", "3"), ("FLAG", "false")], .holds),
    ] as [([(String, String)], ExpectedOutcome)])
  func theLastExpectationThatAppliesCounts(
    overrides: [(String, String)], outcome: ExpectedOutcome
  ) {
    let (program, _) = check(
      """
      -- pinproof: expect "safe" holds
      -- pinproof: expect "safe" when N=3 violated
      -- pinproof: expect "safe" when N = 3, FLAG = false holds
      -- pinproof: expect "safe" when MODE=FAST vacuous
      """, overriding: overrides.map { (name: $0.0, value: $0.1) })
    #expect(program?.settings.expectations.map(\.outcome) == [outcome])
  }

  @Test(
    arguments: [
      ("colums Task", "unknown setting 'colums'", "did you mean 'columns'?"),
      ("verbose", "unknown setting 'verbose'", "the settings are"),
      ("columns", "expected a type, found the end of the line", nil),
      ("columns Tusk", "there is no type 'Tusk'", "did you mean 'Task'?"),
      ("columns Pair", "columns need a simple type, but 'Pair' is a record of a", nil),
      ("columns Task Task", "expected the end of the line, found 'Task'", nil),
      ("deadlock none", "'none' is not a deadlock mode", "choose one of off, stuck, stuttering"),
      ("deadlock stuk", "'stuk' is not a deadlock mode", "did you mean 'stuck'?"),
      ("for-all MODEL", "there is no constant 'MODEL'", "did you mean 'MODE'?"),
      ("for-all FLAG", "'FLAG' is a truth value, not a number", nil),
      ("for-all N,", "expected a constant, found the end of the line", nil),
      ("expect safe holds", "expected the name of a claim in quotes, found 'safe'", nil),
      ("expect \"a\" hold", "'hold' is not an outcome", "did you mean 'holds'?"),
      ("expect \"a\" when N holds", "expected '=' after the constant, found 'holds'", nil),
      ("expect \"a\" when N=many holds", "'many' is not a value of 'N'", nil),
      ("expect \"a\" when MODE=FAT holds", "'FAT' is not a value of 'MODE'", nil),
      ("expect \"a\" when K=1 holds", "there is no constant 'K'", nil),
      ("configuration fast N=1", "expected the name of a configuration in quotes", nil),
      ("configuration \"x\" N=yes", "'yes' is not a value of 'N'", nil),
      ("", "expected the name of a setting, found the end of the line", nil),
    ] as [(String, String, String?)])
  func mistakesAreShownOnTheirLine(setting: String, message: String, suggestion: String?) {
    let (program, diagnostics) = check("\n-- pinproof: " + setting)
    #expect(program == nil)
    #expect(diagnostics.map(\.range.start.line) == [2])
    #expect(diagnostics.first?.message.hasPrefix(message) == true, "\(diagnostics)")
    if let suggestion {
      #expect(diagnostics.first?.suggestion?.contains(suggestion) == true, "\(diagnostics)")
    }
  }

  @Test func settingsMustComeFirstAndNotContradictEachOther() {
    let late = checkedProgram(
      of: SourceFile(name: "t.m", text: "const N: 1;\n-- pinproof: deadlock off\n")
    ).1
    #expect(late.map(\.message) == ["settings come before the first declaration"])
    let twice = check("-- pinproof: deadlock off\n-- pinproof: deadlock stuck").1
    #expect(twice.map(\.message) == ["'deadlock' is set twice"])
    let both = check("-- pinproof: expect \"a\" holds\n-- pinproof: expect \"a\" violated").1
    #expect(both.map(\.message) == ["'a' is expected to be both holds and violated"])
  }
}
