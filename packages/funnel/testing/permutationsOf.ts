/** Every order of a few values. */
export function permutationsOf<Value>(values: readonly Value[]): Value[][] {
  if (values.length === 0) return [[]]
  return values.flatMap((first, index) => permutationsOf([...values.slice(0, index), ...values.slice(index + 1)]).map((rest) => [first, ...rest]))
}
