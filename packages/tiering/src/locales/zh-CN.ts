import { zhCN as core } from '@clientele/core/locales/zh-CN'
import { lifetime } from './lifetime/zh-CN.js'
import { members } from './members/zh-CN.js'
import { movement } from './movement/zh-CN.js'
import { retention } from './retention/zh-CN.js'
import { rfm } from './rfm/zh-CN.js'
import { tiers } from './tiers/zh-CN.js'
import type { TieringLocale } from './types.js'

/** Simplified Chinese. */
export const zhCN: TieringLocale = {
  languageTag: 'zh-CN',
  core,
  money: '{amount} {currency}',
  ...lifetime,
  ...members,
  ...movement,
  ...retention,
  ...rfm,
  ...tiers,
}
