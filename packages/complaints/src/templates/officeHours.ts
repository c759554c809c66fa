import type { BusinessCalendar, TimeWindow } from '@clientele/core/business-time'

const day: readonly TimeWindow[] = [['09:00', '17:00']]

/** Monday to Friday, nine to five, in London; holidays are the host's to add, and the zone to change. */
export const officeHours: BusinessCalendar = {
  kind: 'business-calendar',
  id: 'office',
  version: '1',
  format: 1,
  title: { en: 'Office hours: Monday to Friday, 9:00 to 17:00, without holidays', 'zh-CN': '办公时间：周一至周五 9:00–17:00，未计节假日' },
  zone: 'Europe/London',
  windows: { mon: day, tue: day, wed: day, thu: day, fri: day },
}
