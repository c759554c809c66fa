import type { ClockRule, ClockTarget } from '../clocks/types.js'

/** How long a company gives itself. */
interface CompanyTargets {
  readonly calendar: string
  readonly firstResponse: ClockTarget
  readonly resolution: ClockTarget
}

/**
 * The clocks that a company sets itself, by the events of the eight steps: until the verdict, and until the end. Their ids are those that the steps
 * pause while the customer is waited for.
 */
export const companyClockRules = ({ calendar, firstResponse, resolution }: CompanyTargets): readonly ClockRule[] => [
  {
    id: 'first-response',
    title: { en: 'First response: whether the complaint holds', 'zh-CN': '首次响应：判定投诉是否成立' },
    starts: 'ComplaintRecorded',
    stops: ['ComplaintAccepted', 'ComplaintRejected'],
    target: firstResponse,
    calendar,
    mayWait: true,
    warnAtPercent: '75',
    whose: 'firm',
  },
  {
    id: 'resolution',
    title: { en: 'Resolution: until the complaint is closed', 'zh-CN': '解决：直至投诉结案' },
    starts: 'ComplaintRecorded',
    stops: ['ComplaintClosed', 'RejectionFiled'],
    target: resolution,
    calendar,
    mayWait: true,
    warnAtPercent: '80',
    extendedBy: 'DeadlineExtended',
    whose: 'firm',
  },
]

/** The company's clocks beside statutory ones: the same for every complaint, so that those never fail for want of a priority. */
export const companyClocksBeside = (calendar: string): readonly ClockRule[] =>
  companyClockRules({ calendar, firstResponse: 'PT8H', resolution: 'PT40H' })
