import Testing

@testable import Verification

/// Who wins is a matter of work, and not of who is done first.
@Suite struct ContestTests {
  @Test func whoIsDoneFirstWinsOnlyWithLessWork() {
    let contest = Contest(contestants: 2)
    contest.add(100, by: 0)
    contest.finish(0)
    contest.add(60, by: 1)
    #expect(!contest.isBeaten(1))
    contest.finish(1)
    #expect(contest.isBeaten(0))
    #expect(!contest.isBeaten(1))
  }

  @Test func whoHasWorkedMoreThanTheWinnerIsBeaten() {
    let contest = Contest(contestants: 3)
    contest.add(100, by: 0)
    contest.finish(0)
    contest.add(101, by: 1)
    contest.add(50, by: 2)
    #expect(contest.isBeaten(1))
    #expect(!contest.isBeaten(2))
    contest.finish(1)
    #expect(!contest.isBeaten(0))
  }

  @Test func ofTwoThatHaveWorkedAsMuchTheFirstWins() {
    for order in [[0, 1], [1, 0]] {
      let contest = Contest(contestants: 2)
      order.forEach { contest.add(7, by: $0) }
      order.forEach { contest.finish($0) }
      #expect(!contest.isBeaten(0))
      #expect(contest.isBeaten(1))
    }
  }

  @Test func nobodyIsBeatenWhereNobodyIsDone() {
    let contest = Contest(contestants: 2)
    contest.add(1_000, by: 1)
    #expect(!contest.isBeaten(1))
  }
}
