import { zhCN as core } from '@clientele/core/locales/zh-CN'
import { members } from './members/zh-CN.js'
import { movement } from './movement/zh-CN.js'
import { rfm } from './rfm/zh-CN.js'
import { tiers } from './tiers/zh-CN.js'
import type { TieringLocale } from './types.js'

/** Simplified Chinese. */
export const zhCN: TieringLocale = { languageTag: 'zh-CN', core, money: '{amount} {currency}', ...members, ...movement, ...rfm, ...tiers }
