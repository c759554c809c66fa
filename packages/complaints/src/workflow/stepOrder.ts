/** The steps that each step leads to. */
export type Ways = (step: string) => readonly string[]

/** Steps, each before those that it leads to, as far as no circle leads back. */
export function orderSteps(steps: readonly string[], ways: Ways): readonly string[] {
  const seen = new Set<string>()
  const done: string[] = []
  const visit = (step: string): void => {
    if (seen.has(step)) return
    seen.add(step)
    for (const next of ways(step)) visit(next)
    done.push(step)
  }
  for (const step of steps) visit(step)
  return done.reverse()
}

/**
 * The circles that steps form: of each step those that it leads to and that lead back to it, itself included, all of them sharing one set.
 *
 * @see S. R. Kosaraju's algorithm, in A. V. Aho, J. E. Hopcroft and J. D. Ullman, "Data structures and algorithms" (1983), 6.7.
 */
export function circlesOf(steps: readonly string[], ways: Ways): ReadonlyMap<string, ReadonlySet<string>> {
  const entries = entriesOf(steps, ways)
  const circles = new Map<string, ReadonlySet<string>>()
  for (const step of orderSteps(steps, ways)) {
    if (circles.has(step)) continue
    const circle = spread([step], (id) => (entries.get(id) ?? []).filter((from) => !circles.has(from)))
    for (const member of circle) circles.set(member, circle)
  }
  return circles
}

/** The steps that lead to each step. */
export function entriesOf(steps: readonly string[], ways: Ways): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, string[]>()
  for (const step of steps) {
    for (const to of ways(step)) {
      const known = entries.get(to)
      if (known === undefined) entries.set(to, [step])
      else known.push(step)
    }
  }
  return entries
}

/** The steps that can be got to from some, themselves included. */
export function spread(from: readonly string[], ways: Ways): ReadonlySet<string> {
  const found = new Set(from)
  for (const id of found) for (const one of ways(id)) found.add(one)
  return found
}
