/** The members of a list by a key, in the order of the keys. */
export function groupBy<Member>(members: readonly Member[], keyOf: (member: Member) => string): [key: string, members: Member[]][] {
  const groups = new Map<string, Member[]>()
  for (const member of members) {
    const group = groups.get(keyOf(member))
    if (group === undefined) groups.set(keyOf(member), [member])
    else group.push(member)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}
