import Foundation
import Model
import Report
import Synchronization

/// Shows on standard error that work goes on, a few times a second at most.
final class Progress: Sendable {
  private struct Display {
    var next: ContinuousClock.Instant
    var hasLiveLine = false
    var times = ProofTimes()
  }

  private let style: OutputOptions.ProgressChoice
  private let isLive: Bool
  private let title: String
  private let start = ContinuousClock.now
  private let display: Mutex<Display>

  init(_ style: OutputOptions.ProgressChoice, title: String) {
    let isTerminal = isatty(STDERR_FILENO) == 1
    self.style = style == .auto && !isTerminal ? .none : style
    isLive = style == .auto && isTerminal
    self.title = title
    // Short runs need no progress.
    display = Mutex(Display(next: start + .milliseconds(500)))
  }

  /// Shows an event, unless one was shown just before.
  func show(_ event: EngineEvent) {
    guard style != .none else { return }
    if case .answered(let step, let claim, let seconds) = event {
      return display.withLock { $0.times.add(seconds, step: step, claim: claim) }
    }
    let now = ContinuousClock.now
    display.withLock { display in
      guard now >= display.next else { return }
      display.next = now + (isLive ? .milliseconds(200) : .seconds(2))
      let line = text(of: event, after: (now - start) / .seconds(1))
      StandardError.write(isLive ? "\r\u{1B}[K\(line)" : line + "\n")
      display.hasLiveLine = isLive
    }
  }

  /// Takes the live line away; where progress was asked for, the times of a proof are left.
  func finish() {
    display.withLock { display in
      showTimes(display.times)
      if display.hasLiveLine { StandardError.write("\r\u{1B}[K") }
      display.hasLiveLine = false
    }
  }

  private func showTimes(_ times: ProofTimes) {
    let lines = times.lines
    if lines.isEmpty { return }
    switch style {
    case .auto, .none: break
    case .plain: StandardError.write(lines.map { $0 + "\n" }.joined())
    case .json: StandardError.write(times.json + "\n")
    }
  }

  private func text(of event: EngineEvent, after seconds: Double) -> String {
    var rate: Double?
    if case .exploring(let states, _, _, _, _) = event { rate = Double(states) / seconds }
    return (style == .json ? ProgressText.json : .plain)
      .line(for: event, spec: title, seconds: seconds, rate: rate)
  }
}
