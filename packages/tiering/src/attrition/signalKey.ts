/** What a signal looks for, in which types of activity, and its level: no two signals of a policy are alike in all. */
export function signalKey({
  type,
  level,
  types,
}: {
  readonly type: string
  readonly level: string
  readonly types?: readonly string[] | undefined
}): string {
  return `${type}${types === undefined ? '' : ` ${JSON.stringify([...types].sort())}`}: ${level}`
}
