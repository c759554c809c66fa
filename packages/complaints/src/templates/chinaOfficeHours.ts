import type { BusinessCalendar, TimeWindow } from '@clientele/core/business-time'

/** The hours of a working day, with a lunch break. */
export const chinaDay: readonly TimeWindow[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
]

/** Monday to Friday, nine to six with a lunch break, in Chinese time. It knows no holidays: those of 2026 are in chinaOfficeHours2026. */
export const chinaOfficeHours: BusinessCalendar = {
  kind: 'business-calendar',
  id: 'china',
  version: '1',
  format: 1,
  title: {
    en: 'China: Monday to Friday, 9:00 to 18:00 with a lunch break, without holidays',
    'zh-CN': '中国：周一至周五 9:00–12:00、13:00–18:00，未计节假日',
  },
  zone: 'Asia/Shanghai',
  windows: { mon: chinaDay, tue: chinaDay, wed: chinaDay, thu: chinaDay, fri: chinaDay },
}
