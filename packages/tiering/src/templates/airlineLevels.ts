import type { LevelProgramme } from '../levels/types.js'

/** Platinum, gold and silver by the travel of a year and, at half, that which is booked (textbook §3, named levels). The figures are examples. */
export const airlineLevels: LevelProgramme = {
  kind: 'level-programme',
  id: 'airline-levels',
  version: '1',
  format: 1,
  title: { en: 'Airline levels', 'zh-CN': '航空公司会员等级' },
  period: 'P12M',
  levels: [
    { id: 'platinum', title: { en: 'platinum', 'zh-CN': '白金卡' }, from: '50000' },
    { id: 'gold', title: { en: 'gold', 'zh-CN': '金卡' }, from: '25000' },
    { id: 'silver', title: { en: 'silver', 'zh-CN': '银卡' }, from: '10000' },
  ],
  countForecastPercent: '50',
  softLanding: true,
}
