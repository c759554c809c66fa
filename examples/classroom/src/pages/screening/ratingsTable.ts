import type { TemplateResult } from 'lit-html'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import { customers } from './chapter.js'
import { ratingField, type ScreeningFields, weightField } from './fields.js'
import { titlesIn } from './locales.js'
import type { ScreeningTexts } from './texts/types.js'

interface RatingsTableProperties {
  readonly caption: string
  /** Below the ratings: its head, below the weights, and for each customer. */
  readonly lastRow: readonly string[]
}

/** Weights and ratings as the chapter sets them out, below them a row for the totals. */
export function ratingsTable(
  { fields, language }: Pick<Shown<ScreeningFields, unknown>, 'fields' | 'language'>,
  said: ScreeningTexts,
  { caption, lastRow }: RatingsTableProperties,
): TemplateResult {
  const rows = titlesIn(language).map(({ id, title }) => ({
    cells: [title, fields[weightField(id)], ...customers.map((customer) => fields[ratingField(customer, id)])],
  }))
  const heads = [said.criterion, said.weight, ...customers]
  return table({
    caption,
    isCaptionHidden: true,
    columns: heads.map((head, index) => ({ head, isNumber: index > 0 })),
    rows: [...rows, { cells: lastRow, mark: 'sum' }],
  })
}
