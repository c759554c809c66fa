import { en as core } from '@clientele/core/locales/en'
import { lifetime } from './lifetime/en.js'
import { members } from './members/en.js'
import { movement } from './movement/en.js'
import { retention } from './retention/en.js'
import { rfm } from './rfm/en.js'
import { tiers } from './tiers/en.js'
import type { TieringLocale } from './types.js'

/** English. */
export const en: TieringLocale = {
  languageTag: 'en',
  core,
  money: '{amount} {currency}',
  ...lifetime,
  ...members,
  ...movement,
  ...retention,
  ...rfm,
  ...tiers,
}
