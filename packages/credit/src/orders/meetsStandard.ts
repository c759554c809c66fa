import type { ReadGrade } from '../accounts/readJudgement.js'

/** Whether a customer has one of the grades, or where none are listed a rating that says so; undefined where the account does not tell. */
export function meetsStandard(judged: ReadGrade | undefined, grades: readonly string[] | null): boolean | undefined {
  if (judged === undefined) return undefined
  return grades === null ? judged.meetsStandard : grades.includes(judged.grade)
}
