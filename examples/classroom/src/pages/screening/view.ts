import { localizeText } from '@clientele/core'
import { formatMessage, listTexts } from '@clientele/core/explain'
import { stabilityChart, totalsChart } from '@clientele/scoring/charts'
import { explainScore, explainStability, type ScoringLocale } from '@clientele/scoring/explain'
import { en } from '@clientele/scoring/locales/en'
import { zhCN } from '@clientele/scoring/locales/zh-CN'
import { html, type TemplateResult } from 'lit-html'
import { chart } from '../../charts/chart.js'
import { sliderField } from '../../fields/sliderField.js'
import { textField } from '../../fields/textField.js'
import { headline, section } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import { table } from '../../layout/table.js'
import type { Language, Shown } from '../types.js'
import { chapterCard, criteria, customers } from './chapter.js'
import type { Screening } from './computeScreening.js'
import { ratingField, type ScreeningFields, weightField } from './fields.js'
import { chapterTable, puzzle } from './puzzle.js'
import { english } from './texts/en.js'
import type { ScreeningTexts } from './texts/types.js'
import { chinese } from './texts/zh-CN.js'

type ShownScreening = Shown<ScreeningFields, Screening>

const texts: { readonly [L in Language]: ScreeningTexts } = { en: english, 'zh-CN': chinese }
const locales: { readonly [L in Language]: ScoringLocale } = { en, 'zh-CN': zhCN }

export function view(shown: ShownScreening): TemplateResult {
  const { language, result } = shown
  const said = texts[language]
  const locale = locales[language]
  const { ranking, scorecard, stability } = result
  return html`${headline(order(result, said, locale))}
    <p class="soft">${said.scale}</p>
    ${inputs(shown, said)} ${totals(result, said, locale)} ${chart(shown, totalsChart(ranking, locale))}
    ${section(
      said.room,
      html`<p>${said.roomExplained}</p>
        ${chart(shown, stabilityChart(stability, scorecard, locale))} ${sentences(explainStability(stability, scorecard, locale).sentences)}`,
    )}
    ${section(said.puzzle, puzzle(shown, said, locale))}`
}

/** The example on paper: the table without its totals. */
export function handout({ language }: ShownScreening): TemplateResult {
  const said = texts[language]
  return html`<p>${said.scale}</p>
    ${chapterTable(language, said)}`
}

function order({ ranking }: Screening, said: ScreeningTexts, { core }: ScoringLocale): string {
  const names = (ranked: Screening['ranking']['ranked']) =>
    listTexts(
      ranked.map(({ candidate, total }) => `${candidate} ${total}`),
      core,
    )
  return formatMessage(said.order, { order: names(ranking.ranked), selected: names(ranking.ranked.filter(({ selected }) => selected)) })
}

function inputs(shown: ShownScreening, said: ScreeningTexts): TemplateResult {
  const titles = titlesIn(shown.language)
  return table({
    caption: said.table,
    isCaptionHidden: true,
    columns: [
      { head: said.criterion },
      { head: said.weight },
      ...customers.map((customer) => ({ head: formatMessage(said.customer, { customer }) })),
    ],
    rows: criteria.map((criterion, index) => {
      const title = titles[index] as string
      const label = formatMessage(said.weightOf, { criterion: title })
      return {
        cells: [
          title,
          sliderField(shown, { name: weightField(criterion), label, isLabelHidden: true, minimum: 0, maximum: 15, step: 0.5 }),
          ...customers.map((customer) =>
            textField(shown, {
              name: ratingField(customer, criterion),
              label: formatMessage(said.rating, { customer, criterion: title }),
              isLabelHidden: true,
              keyboard: 'decimal',
              size: 2,
            }),
          ),
        ],
      }
    }),
  })
}

function totals({ ranking, scorecard }: Screening, said: ScreeningTexts, locale: ScoringLocale): TemplateResult {
  return table({
    caption: said.total,
    isCaptionHidden: true,
    columns: [{ head: said.rank }, { head: '' }, { head: said.total, isNumber: true }, { head: said.formula }, { head: said.selected }],
    rows: ranking.ranked.map((score) => ({
      mark: score.selected ? 'selected' : '',
      cells: [
        score.rank,
        formatMessage(said.customer, { customer: score.candidate }),
        score.total,
        html`<span class="formula">${explainScore(score, scorecard, locale).formula}</span>`,
        score.selected ? said.yes : said.no,
      ],
    })),
  })
}

function titlesIn(language: Language): readonly string[] {
  return chapterCard.criteria.map(({ id, title }) => localizeText(title ?? id, language))
}
