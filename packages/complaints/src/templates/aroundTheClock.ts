import type { BusinessCalendar, TimeWindow } from '@clientele/core/business-time'

const day: readonly TimeWindow[] = [['00:00', '24:00']]

/** Every hour of every day, in UTC. */
export const aroundTheClock: BusinessCalendar = {
  kind: 'business-calendar',
  id: 'around-the-clock',
  version: '1',
  format: 1,
  title: { en: 'Around the clock', 'zh-CN': '全天候（24 小时 × 7 天）' },
  zone: 'UTC',
  windows: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
}
