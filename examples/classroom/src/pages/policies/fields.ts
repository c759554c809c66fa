/** So many policies have a place side by side. */
export const columns = ['1', '2', '3', '4'] as const

export type Column = (typeof columns)[number]

/** So many parts of the customers, who pay on different days. */
export const parts = ['1', '2', '3'] as const

export type Part = (typeof parts)[number]

/** How it is told when customers pay. */
export const payments = ['days', 'mix', 'receivables'] as const

export type Payment = (typeof payments)[number]

/** What is told of a part of the customers. */
export const partFigures = ['share', 'day', 'percent'] as const

export type PartFigure = (typeof partFigures)[number]

/** What is told of a policy, one text each; how it is told when customers pay is one more. */
export const figures = ['name', 'sales', 'variable', 'days', 'receivables', 'loss', 'collection', 'discount'] as const

export type Figure = (typeof figures)[number]

/** What is told of receivables to find their three costs. */
export const costFigures = ['sales', 'days', 'variable', 'capital', 'management', 'loss'] as const

export type CostFigure = (typeof costFigures)[number]

type FigureField = `${Figure | 'payment'}-${Column}`
type PartField = `${PartFigure}-${Column}-${Part}`
type CostField = `cost-${CostFigure | 'year'}`

export type PoliciesField = FigureField | PartField | 'capital' | 'year' | 'carried' | CostField

/** Up to four policies, how they are compared, and what receivables cost. */
export type PoliciesFields = { readonly [field in PoliciesField]: string }

export const figureField = (figure: Figure | 'payment', column: Column): FigureField => `${figure}-${column}`
export const partField = (figure: PartFigure, column: Column, part: Part): PartField => `${figure}-${column}-${part}`
export const costField = (figure: CostFigure | 'year'): CostField => `cost-${figure}`

/** What a ready example says of a policy: all that it does not say is empty. */
export interface PolicyTexts extends Partial<{ readonly [figure in Figure]: string }> {
  readonly payment?: Payment
  /** Of each part of the customers the share, the day on which it pays, and the discount that it takes. */
  readonly mix?: readonly (readonly [share: string, day: string, percent: string])[]
}

/** The fields of a column that holds a policy, or nothing. */
export function columnFields(column: Column, texts: PolicyTexts = {}): Partial<PoliciesFields> {
  return Object.fromEntries([
    ...figures.map((figure) => [figureField(figure, column), texts[figure] ?? '']),
    [figureField('payment', column), texts.payment ?? 'days'],
    ...parts.flatMap((part, row) => partFigures.map((figure, place) => [partField(figure, column, part), texts.mix?.[row]?.[place] ?? ''])),
  ])
}

/** The policies of a ready example, each in its column. */
export function policyFields(policies: readonly PolicyTexts[]): Partial<PoliciesFields> {
  return Object.assign({}, ...columns.map((column, index) => columnFields(column, policies[index])))
}

/** A textbook case of Chinese financial management, in ten thousand yuan, and receivables of ten thousand yuan a day. */
export const defaults: PoliciesFields = {
  ...(policyFields([
    { name: 'n/60', sales: '1000', variable: '60', days: '60', loss: '10', collection: '5' },
    { name: 'n/90', sales: '1100', variable: '60', days: '90', loss: '15', collection: '8' },
  ]) as PoliciesFields),
  capital: '10',
  year: '360',
  carried: 'variable-cost',
  'cost-sales': '10000',
  'cost-days': '30',
  'cost-variable': '60',
  'cost-capital': '10',
  'cost-management': '20000',
  'cost-loss': '1',
  'cost-year': '360',
}

/** Whether a column holds a policy: whether anything is typed into it. */
function isFilled(fields: PoliciesFields, column: Column): boolean {
  const typed = [
    ...figures.map((figure) => figureField(figure, column)),
    ...parts.flatMap((part) => partFigures.map((figure) => partField(figure, column, part))),
  ]
  return typed.some((field) => fields[field] !== '')
}

/** The columns that hold a policy. */
export function filledColumns(fields: PoliciesFields): readonly Column[] {
  return columns.filter((column) => isFilled(fields, column))
}

/** The columns that are shown: all up to the last that holds a policy, and at least one. */
export function shownColumns(fields: PoliciesFields): readonly Column[] {
  const last = columns.findLastIndex((column) => isFilled(fields, column))
  return columns.slice(0, Math.max(1, last + 1))
}
