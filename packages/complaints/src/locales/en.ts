import { en as core } from '@clientele/core/locales/en'
import { analysis } from './analysis/en.js'
import { charts } from './charts/en.js'
import { clocks } from './clocks/en.js'
import { commands } from './commands/en.js'
import { history } from './history/en.js'
import { names } from './names/en.js'
import { redaction } from './redaction/en.js'
import { taxonomy } from './taxonomy/en.js'
import type { ComplaintsLocale } from './types.js'
import { versions } from './versions/en.js'
import { workflow } from './workflow/en.js'

/** English. */
export const en: ComplaintsLocale = {
  languageTag: 'en',
  core,
  money: '{amount} {currency}',
  sentenceSeparator: ' ',
  ...analysis,
  ...charts,
  ...clocks,
  ...commands,
  ...history,
  ...names,
  ...redaction,
  ...taxonomy,
  ...versions,
  ...workflow,
}
