import { isConstant } from '../numbers/deviations.js'
import { type MethodColumn, rowsOf } from './methodTable.js'
import type { MethodDiagnosis } from './types.js'

/** What is to be known about a table whatever the method: no alternatives, and criteria in which all of them are alike, as `constants` says. */
export function diagnoseTable(
  columns: readonly MethodColumn[],
  constants: readonly boolean[] = columns.map(({ values }) => isConstant(values)),
): MethodDiagnosis[] {
  const rows = rowsOf(columns)
  if (rows === 0) return [{ code: 'no-alternatives', params: {} }]
  if (rows === 1) return []
  return byId(columns.filter((_, index) => constants[index])).map(({ id }) => ({ code: 'constant-criterion', params: { criterion: id } }))
}

/** In the order of the ids' UTF-16 code units. */
export function byId<Column extends MethodColumn>(columns: readonly Column[]): Column[] {
  return [...columns].sort((a, b) => (a.id < b.id ? -1 : 1))
}
