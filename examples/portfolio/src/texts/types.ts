import type { CoreLocale } from '@clientele/core/explain'
import type { CreditLocale } from '@clientele/credit/explain'
import type { FunnelLocale } from '@clientele/funnel/explain'
import type { RankingDiagnosis } from '@clientele/scoring'
import type { ScoringLocale } from '@clientele/scoring/explain'
import type { TieringLocale } from '@clientele/tiering/explain'
import type { MeasureName } from '../config/types.js'
import type { PipelineDiagnosis } from '../pipeline/types.js'
import type { InvoiceDiagnosis } from '../receivables/types.js'
import type { BookDiagnosis } from '../report/types.js'
import type { TicketDiagnosis } from '../tickets/types.js'
import type { ForecastCommandTexts, ForecastPageTexts } from './forecast/types.js'
import type { LifetimeCommandTexts, LifetimePageTexts } from './lifetime/types.js'
import type { PipelineCommandTexts, PipelinePageTexts } from './pipeline/types.js'
import type { ReceivablesCommandTexts, ReceivablesPageTexts } from './receivables/types.js'
import type { TicketsCommandTexts, TicketsPageTexts } from './tickets/types.js'
import type { TieringCommandTexts, TieringPageTexts } from './tiering/types.js'

/** What can be wrong with a config or a row beyond the shared catalogue. */
export type PortfolioIssueCode =
  | 'nothing-to-report'
  | 'ratings-off-scale'
  | 'criterion-not-rated'
  | 'rated-cost-criterion'
  | 'dispute-half-told'
  | 'word-repeated'
  | 'fields-differ'
  | 'quotation-marks'
  | 'date-unreadable'
  | 'time-unreadable'
  | 'invoice-repeated'
  | 'name-repeated'
  | 'not-blank'

/** Why the command cannot do its work. */
export type RefusalCode =
  | 'options-wrong'
  | 'language-unknown'
  | 'file-unusable'
  | 'config-not-json'
  | 'config-wrong'
  | 'config-without-orders'
  | 'config-without-invoices'
  | 'config-without-tickets'
  | 'config-without-pipeline'
  | 'tickets-not-named'
  | 'pipeline-not-named'
  | 'file-in-the-way'
  | 'file-empty'
  | 'file-not-utf-8'
  | 'row-endless'
  | 'columns-missing'
  | 'separator-wrong'
  | 'columns-repeated'

/** The words of the report's page. */
interface PageTexts {
  readonly title: string
  readonly asOf: string
  readonly keyNumbers: {
    readonly customers: string
    readonly revenue: string
    readonly orders: string
    readonly refunds: string
    readonly selected: string
    readonly selectedShare: string
    readonly rejected: string
    readonly rejectedRate: string
  }
  readonly findings: string
  readonly nothingFound: string
  readonly charts: string
  readonly contributionsOfFirst: string
  readonly stabilityRule: string
  readonly grades: string
  readonly grade: string
  readonly noGrade: string
  readonly fromTotal: string
  readonly customers: string
  readonly revenue: string
  readonly share: string
  readonly ratings: string
  readonly ratingsRule: string
  readonly weight: string
  readonly rating: string
  readonly range: string
  readonly ranges: {
    readonly below: string
    readonly between: string
    readonly atLeast: string
    readonly atMost: string
    readonly aboveUpTo: string
    readonly above: string
  }
  readonly measures: { readonly [Name in MeasureName]: string }
  readonly ranking: string
  readonly rank: string
  readonly customer: string
  readonly total: string
  readonly formula: string
  readonly recencyDays: string
  readonly lastPurchase: string
  readonly orders: string
  readonly refunds: string
  readonly never: string
  readonly selected: string
  readonly selectedLegend: string
  readonly truncated: string
  readonly inWords: string
  readonly explanations: string
  readonly rejectedRows: string
  readonly laterRows: string
  readonly line: string
  readonly written: string
  readonly reason: string
  readonly date: string
  readonly amount: string
  readonly none: string
  readonly madeBy: string
  readonly tiering: TieringPageTexts
  readonly lifetime: LifetimePageTexts
  readonly receivables: ReceivablesPageTexts
  readonly tickets: TicketsPageTexts
  readonly pipeline: PipelinePageTexts
  readonly forecast: ForecastPageTexts
}

/** The words that the command prints. */
interface CommandTexts {
  readonly usage: string
  readonly progress: string
  readonly heading: string
  readonly revenue: string
  readonly selected: string
  readonly written: string
  readonly tiering: TieringCommandTexts
  readonly lifetime: LifetimeCommandTexts
  readonly receivables: ReceivablesCommandTexts
  readonly tickets: TicketsCommandTexts
  readonly pipeline: PipelineCommandTexts
  readonly forecast: ForecastCommandTexts
}

/** Everything that this example says in one language; templates have `{placeholders}`. */
export interface Texts {
  readonly languageTag: string
  readonly core: CoreLocale
  readonly scoring: ScoringLocale
  readonly credit: CreditLocale
  readonly funnel: FunnelLocale
  readonly tiering: TieringLocale
  /** Between the members of a list. */
  readonly listSeparator: string
  readonly more: string
  readonly equation: string
  readonly issues: { readonly [Code in PortfolioIssueCode]: string }
  readonly refusals: { readonly [Code in RefusalCode]: string }
  /** By the system's code; others are shown as they are. */
  readonly fileReasons: { readonly [code: string]: string }
  readonly diagnoses: {
    readonly [Code in Exclude<(BookDiagnosis | InvoiceDiagnosis | PipelineDiagnosis | TicketDiagnosis)['code'], RankingDiagnosis['code']>]: string
  }
  readonly page: PageTexts
  readonly command: CommandTexts
}
