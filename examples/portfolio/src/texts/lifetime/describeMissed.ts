import { formatMessage } from '@clientele/core/explain'
import type { RepeatGroup } from '@clientele/tiering'
import { formatRounded, groupThousands } from '../formatNumber.js'
import { listTexts } from '../listTexts.js'
import type { Texts } from '../types.js'

/** Says of which customers the model is far off; nothing of none. */
export function describeMissed(missed: readonly RepeatGroup[], texts: Texts): string[] {
  if (missed.length === 0) return []
  const { missed: template, missedGroup, repeatsOrMore } = texts.page.lifetime
  const groups = missed.map(({ repeatPurchases, orMore, expected, actual }) => {
    const repeats = orMore ? formatMessage(repeatsOrMore, { repeatPurchases }) : String(repeatPurchases)
    return formatMessage(missedGroup, { repeatPurchases: repeats, expected: formatRounded(expected, 1), actual: groupThousands(actual) })
  })
  return [formatMessage(template, { groups: listTexts(groups, texts) })]
}
