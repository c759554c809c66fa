import type { CoreLocale } from '@clientele/core/explain'
import type { AnalysisLocale } from './analysis/types.js'
import type { ChartsLocale } from './charts/types.js'
import type { ClocksLocale } from './clocks/types.js'
import type { CommandsLocale } from './commands/types.js'
import type { HistoryLocale } from './history/types.js'
import type { NamesLocale } from './names/types.js'
import type { RedactionLocale } from './redaction/types.js'
import type { TaxonomyLocale } from './taxonomy/types.js'
import type { VersionsLocale } from './versions/types.js'
import type { WorkflowLocale } from './workflow/types.js'

/** The wording of one language, as plain data: templates with `{placeholders}`. */
export interface ComplaintsLocale
  extends AnalysisLocale,
    ChartsLocale,
    ClocksLocale,
    CommandsLocale,
    HistoryLocale,
    NamesLocale,
    RedactionLocale,
    TaxonomyLocale,
    VersionsLocale,
    WorkflowLocale {
  /** The BCP 47 tag by which titles and terms are picked. */
  readonly languageTag: string
  /** The wording of issues, lists and durations. */
  readonly core: CoreLocale
  /** An amount with its currency. */
  readonly money: string
  /** Between two sentences of one line. */
  readonly sentenceSeparator: string
}
