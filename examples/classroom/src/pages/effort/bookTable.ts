import { formatMessage, shownPercent, titlesOf } from '@clientele/core/explain'
import type { FunnelLocale } from '@clientele/funnel/explain'
import { textbookFunnel } from '@clientele/funnel/templates'
import type { TemplateResult } from 'lit-html'
import { textField } from '../../fields/textField.js'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import { type Stage, stages } from './book.js'
import type { Effort } from './computeEffort.js'
import { type EffortFields, fieldOf } from './fields.js'
import type { EffortTexts } from './texts/types.js'

type ShownEffort = Shown<EffortFields, Effort>

/** What became of the people of each stage: what is known is typed, the rest follows from it. */
export function bookTable(shown: ShownEffort, said: EffortTexts, locale: FunnelLocale): TemplateResult {
  const { measure, allocation } = shown.result
  const title = titlesOf(textbookFunnel.stages, locale)
  const input = (of: 'lost' | 'open' | 'hours', stage: Stage, what: string) => stageInput(shown, fieldOf(of, stage), what, title(stage), said)
  const heads = [said.entered, said.advanced, said.lost, said.open, said.hoursForOne, said.ofDecided, said.inTheEnd]
  return table({
    caption: said.book,
    isCaptionHidden: true,
    columns: [{ head: said.stage }, ...heads.map((head, index) => ({ head, isNumber: index === 0 || index > 4 }))],
    rows: stages.map((stage, index) => ({
      cells: [
        title(stage),
        String(measure.stages[index]?.entered),
        stage === 'partner' ? stageInput(shown, 'stay', said.stay, title(stage), said) : String(measure.stages[index]?.advanced),
        input('lost', stage, said.lost),
        input('open', stage, said.open),
        input('hours', stage, said.hoursForOne),
        percent(measure.stages[index]?.conversion.ofClosed, said),
        percent(allocation.stages[index]?.winRate, said),
      ],
    })),
  })
}

/** The book as it is given on paper. */
export function bookOnPaper({ fields, result }: ShownEffort, said: EffortTexts, locale: FunnelLocale): TemplateResult {
  const title = titlesOf(textbookFunnel.stages, locale)
  return table({
    caption: said.book,
    columns: [
      { head: said.stage },
      ...[said.entered, said.advanced, said.lost, said.open, said.hoursForOne].map((head) => ({ head, isNumber: true })),
    ],
    rows: stages.map((stage, index) => ({
      cells: [
        title(stage),
        String(result.measure.stages[index]?.entered),
        String(result.measure.stages[index]?.advanced),
        fields[fieldOf('lost', stage)],
        fields[fieldOf('open', stage)],
        fields[fieldOf('hours', stage)],
      ],
    })),
  })
}

function stageInput(shown: ShownEffort, name: keyof EffortFields, what: string, stage: string, said: EffortTexts): TemplateResult {
  return textField(shown, { name, label: formatMessage(said.fieldOf, { what, stage }), isLabelHidden: true, keyboard: 'decimal', size: 4 })
}

function percent(share: number | null | undefined, said: EffortTexts): string {
  return share === null || share === undefined ? said.unknown : `${shownPercent(share)}%`
}
