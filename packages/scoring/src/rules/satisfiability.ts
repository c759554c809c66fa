/** Holds where a variable's value is among some of its values: bit `i` of `values` stands for value `i`. */
export interface Literal {
  readonly variable: number
  readonly values: bigint
}

/** A condition in negation normal form, over variables of finitely many values. */
export type Formula = Literal | { readonly all: readonly Formula[] } | { readonly any: readonly Formula[] }

/** How many more steps a search may take. */
export interface Steps {
  left: number
}

/** The values that each variable has left, and how a search has narrowed them, so that it can take that back. */
export interface Search {
  readonly domains: bigint[]
  readonly narrowed: { readonly variable: number; readonly before: bigint }[]
}

/** So many members of a list are copied in the time of a step. */
const COPIED = 32

/**
 * Whether no values of the variables make all the formulas hold: true only where that is proven, within the steps that are left. It is
 * quicker where the last formulas say most.
 *
 * It searches with backtracking, and draws the consequences of each choice before the next (M. Davis, G. Logemann and D. Loveland,
 * *A machine program for theorem-proving*, 1962, with variables of many values).
 */
export function areIncompatible(formulas: readonly Formula[], search: Search, steps: Steps): boolean {
  steps.left -= Math.floor(formulas.length / COPIED)
  return !mayHold(formulas, search, steps)
}

/** Leaves the variables' values as it found them. */
function mayHold(formulas: readonly Formula[], search: Search, steps: Steps): boolean {
  const { domains, narrowed } = search
  const start = narrowed.length
  const found = isBranchOpen(formulas, search, steps)
  for (const { variable, before } of narrowed.splice(start).reverse()) domains[variable] = before
  return found
}

function isBranchOpen(formulas: readonly Formula[], search: Search, steps: Steps): boolean {
  const { domains } = search
  const open = settle(formulas, search, steps)
  if (open === undefined) return false
  const [first] = open
  steps.left -= open.length
  if (first === undefined || steps.left < 0) return true
  const literal = undecided(
    open.reduce((shortest, one) => (one.length < shortest.length ? one : shortest), first),
    domains,
    steps,
  )
  const rest = open.map((any) => ({ any }))
  const others = (domains[literal.variable] as bigint) & ~literal.values
  return mayHold([...rest, literal], search, steps) || mayHold([...rest, { ...literal, values: others }], search, steps)
}

/**
 * Narrows the variables' values to those that the formulas leave, and returns the alternatives that remain open, or undefined where the
 * formulas contradict each other.
 */
function settle(formulas: readonly Formula[], { domains, narrowed }: Search, steps: Steps): (readonly Formula[])[] | undefined {
  let open: (readonly Formula[])[] = []
  let queue = [...formulas]
  while (queue.length > 0) {
    const start = narrowed.length
    for (let formula = queue.pop(); formula !== undefined; formula = queue.pop()) {
      steps.left -= 1
      if (steps.left < 0) return open
      if ('all' in formula) for (const member of formula.all) queue.push(member)
      else if ('any' in formula) {
        const left = alternatives(formula.any, domains, steps)
        if (left === 'one holds') continue
        if (left.length > 1) open.push(left)
        else if (left.length === 1) queue.push(...left)
        else return undefined
      } else {
        const before = domains[formula.variable] as bigint
        const after = before & formula.values
        if (after === 0n) return undefined
        if (after === before) continue
        domains[formula.variable] = after
        narrowed.push({ variable: formula.variable, before })
      }
    }
    if (narrowed.length > start) {
      queue = open.map((any) => ({ any }))
      open = []
    }
  }
  return open
}

/** The members of which it is not known that they fail, unless one is known to hold. */
function alternatives(members: readonly Formula[], domains: readonly bigint[], steps: Steps): readonly Formula[] | 'one holds' {
  const left: Formula[] = []
  for (const member of members) {
    const known = truth(member, domains, steps)
    if (known === true) return 'one holds'
    if (known === undefined) left.push(member)
  }
  return left
}

/** Whether a formula holds whatever the variables are, or fails whatever they are; undefined where that depends. */
function truth(formula: Formula, domains: readonly bigint[], steps: Steps): boolean | undefined {
  steps.left -= 1
  if ('all' in formula) return joint(formula.all, false, domains, steps)
  if ('any' in formula) return joint(formula.any, true, domains, steps)
  const domain = domains[formula.variable] as bigint
  const holding = domain & formula.values
  return holding === 0n ? false : holding === domain ? true : undefined
}

/** The truth of a list that any member of the deciding truth decides. */
function joint(members: readonly Formula[], deciding: boolean, domains: readonly bigint[], steps: Steps): boolean | undefined {
  let known: boolean | undefined = !deciding
  for (const member of members) {
    const one = truth(member, domains, steps)
    if (one === deciding) return deciding
    if (one === undefined) known = undefined
  }
  return known
}

/** A comparison that may come out either way, in formulas of which one may. */
function undecided(formulas: readonly Formula[], domains: readonly bigint[], steps: Steps): Literal {
  const open = formulas.find((formula) => truth(formula, domains, steps) === undefined) as Formula
  return 'variable' in open ? open : undecided('all' in open ? open.all : open.any, domains, steps)
}
