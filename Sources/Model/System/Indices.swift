/// A position in one of a system's tables, typed so that tables are not confused.
package struct Index<Element>: Hashable, Sendable, Comparable {
  package let position: Int

  package init(_ position: Int) { self.position = position }

  package static func < (left: Self, right: Self) -> Bool { left.position < right.position }
}

package typealias VariableIndex = Index<StateVariable>
package typealias FunctionIndex = Index<Function>
package typealias RuleIndex = Index<Rule>
package typealias StartStateIndex = Index<StartState>
package typealias ClaimIndex = Index<Claim>
/// A position in the frame of one rule, start state, function or property.
package typealias LocalIndex = Index<Local>
