import type { VelocityLocale } from './types.js'

/** The wording of how much a pipeline brings a day, in Simplified Chinese. */
export const velocity: VelocityLocale = {
  velocity: {
    perDay: '这些商机平均每天带来 {perDay}。',
    nothing: '这些商机不带来任何收入。',
    factors: '商机 {deals} 个；赢单率 {winRate}%；客单价 {averageValue}；销售周期 {days}。',
    cycle: '一个周期可带来 {expectedValue}。',
  },
}
