import type { NamesLocale } from './types.js'

/** What things are called, in Simplified Chinese. */
export const names: NamesLocale = {
  names: {
    quoted: '“{text}”',
    outcomes: { won: '赢单', lost: '丢单' },
    bar: '{name} {count} 个（{percent}%）',
    amountOnly: '{amount}（未注明币种）',
    noReason: '未注明原因',
    noStage: '未进入任何阶段',
    noGroup: '未注明 {by} 的商机',
    ungrouped: '未分组者',
    lessThan: '不到 {amount}',
    percent: { is: ' {percent}%', below: '不到 {percent}%', above: '超过 {percent}%' },
  },
}
