import type { BusinessCalendar, DateWindows } from '@clientele/core/business-time'
import { chinaDay, chinaOfficeHours } from './chinaOfficeHours.js'

const open = (date: string): DateWindows => ({ date, windows: chinaDay })

/**
 * The same hours as `chinaOfficeHours`, with the holidays of 2026 and the weekend days that are worked for them: another version of the same calendar.
 *
 * General Office of the State Council, notice on the arrangement of some holidays in 2026 (国务院办公厅关于2026年部分节假日安排的通知), 4 November 2025,
 * as Xinhua published it that day: https://politics.gmw.cn/2025-11/04/content_38391083.htm. Of other years it says nothing.
 */
export const chinaOfficeHours2026: BusinessCalendar = {
  ...chinaOfficeHours,
  version: '2026',
  title: {
    en: 'China, 2026: Monday to Friday, 9:00 to 18:00 with a lunch break, with holidays and make-up workdays',
    'zh-CN': '中国 2026 年：周一至周五 9:00–12:00、13:00–18:00，含法定节假日及调休上班日',
  },
  closed: [
    // New Year
    ...['2026-01-01', '2026-01-02', '2026-01-03'],
    // Spring Festival
    ...['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'],
    // Qingming
    ...['2026-04-04', '2026-04-05', '2026-04-06'],
    // Labour Day
    ...['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'],
    // Dragon Boat Festival
    ...['2026-06-19', '2026-06-20', '2026-06-21'],
    // Mid-Autumn Festival
    ...['2026-09-25', '2026-09-26', '2026-09-27'],
    // National Day
    ...['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
  ],
  open: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(open),
}
