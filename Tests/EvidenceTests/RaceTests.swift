import Testing

@testable import Verification

/// Who wins is a matter of work, and not of who is done first.
@Suite struct RaceTests {
  @Test func whoIsDoneFirstWinsOnlyWithLessWork() {
    let race = Race(runners: 2)
    race.add(100, by: 0)
    race.finish(0)
    race.add(60, by: 1)
    #expect(!race.isBeaten(1))
    race.finish(1)
    #expect(race.isBeaten(0))
    #expect(!race.isBeaten(1))
  }

  @Test func whoHasWorkedMoreThanTheWinnerIsBeaten() {
    let race = Race(runners: 3)
    race.add(100, by: 0)
    race.finish(0)
    race.add(101, by: 1)
    race.add(50, by: 2)
    #expect(race.isBeaten(1))
    #expect(!race.isBeaten(2))
    race.finish(1)
    #expect(!race.isBeaten(0))
  }

  @Test func ofTwoThatHaveWorkedAsMuchTheFirstWins() {
    for order in [[0, 1], [1, 0]] {
      let race = Race(runners: 2)
      order.forEach { race.add(7, by: $0) }
      order.forEach { race.finish($0) }
      #expect(!race.isBeaten(0))
      #expect(race.isBeaten(1))
    }
  }

  @Test func nobodyIsBeatenWhereNobodyIsDone() {
    let race = Race(runners: 2)
    race.add(1_000, by: 1)
    #expect(!race.isBeaten(1))
  }
}
