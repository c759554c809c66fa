import type { ExampleId } from '../examples.js'
import type { CostFigure, Figure, PartFigure, Payment } from '../fields.js'
import type { Line } from '../formulas.js'
import type { Turn } from '../turns.js'

/** What is said on the page; what the packages say, they say themselves. */
export interface PoliciesTexts {
  readonly examples: string
  readonly example: { readonly [id in ExampleId]: string }
  readonly given: string
  readonly policy: string
  readonly inForce: string
  readonly newPolicy: string
  readonly add: string
  readonly remove: string
  /** The names of rows. */
  readonly row: { readonly [figure in Exclude<Figure, 'receivables'> | 'payment']: string }
  /** A figure of a policy, for those who see no table. */
  readonly cell: string
  readonly payment: { readonly [payment in Payment]: string }
  readonly receivables: string
  readonly part: { readonly [figure in PartFigure]: string }
  readonly partCell: string
  readonly byShares: string
  readonly inOneUnit: string
  readonly capital: string
  readonly year: string
  readonly days: string
  readonly carried: string
  readonly atVariableCost: string
  readonly atPrice: string
  readonly result: string
  readonly figure: string
  readonly line: { readonly [line in Line]: string }
  /** The lines of the result, with what is done to them. */
  readonly resultLine: { readonly [line in 'contribution' | 'opportunity' | 'badDebt' | 'discount' | 'collection' | 'profit']: string }
  readonly best: string
  readonly difference: string
  readonly against: string
  readonly turn: string
  readonly turnExplained: string
  readonly turnOf: { readonly [figure in Turn['figure']]: string }
  /** A value and a range of each. */
  readonly value: { readonly [figure in Turn['figure']]: string }
  readonly range: { readonly [figure in Turn['figure']]: string }
  readonly bestWithin: string
  readonly bestAt: string
  readonly alikeWithin: string
  readonly alikeAt: string
  readonly noTurn: string
  readonly quoted: string
  readonly onePolicy: string
  readonly words: string
  readonly formulas: string
  readonly asGiven: string
  readonly costs: string
  readonly costsExplained: string
  readonly costFigure: { readonly [figure in CostFigure]: string }
  readonly cost: string
  readonly howMuch: string
  readonly amount: string
  readonly total: string
  readonly management: string
  readonly number: string
  readonly fillIn: string
  readonly optionsOnPaper: string
  readonly partOnPaper: string
  readonly partWithDiscount: string
}
