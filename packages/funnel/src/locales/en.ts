import { en as core } from '@clientele/core/locales/en'
import { advance } from './advance/en.js'
import { charts } from './charts/en.js'
import { curves } from './curves/en.js'
import { measure } from './measure/en.js'
import { names } from './names/en.js'
import { pipeline } from './pipeline/en.js'
import { steps } from './steps/en.js'
import type { FunnelLocale } from './types.js'

/** English. */
export const en: FunnelLocale = {
  languageTag: 'en',
  core,
  money: '{amount} {currency}',
  sentenceSeparator: ' ',
  ...advance,
  ...charts,
  ...curves,
  ...measure,
  ...names,
  ...pipeline,
  ...steps,
}
