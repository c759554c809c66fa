/** Those that have the same key, in the order in which the first of each comes. */
export function groupBy<One>(all: readonly One[], keyOf: (one: One) => unknown): readonly (readonly [One, ...One[]])[] {
  const groups = new Map<string, [One, ...One[]]>()
  for (const one of all) {
    const key = JSON.stringify(keyOf(one))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()]
}
