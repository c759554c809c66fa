import type { DunningScheme } from '../dunning/types.js'

/** A reminder after 5 days, another after 20, a final notice after 40, at least ten days apart; what is disputed is held. */
export const threeStepDunning: DunningScheme = {
  kind: 'dunning-scheme',
  id: 'three-step-dunning',
  version: '1',
  format: 1,
  title: { en: 'Two reminders and a final notice', 'zh-CN': '两次提醒与最后通知' },
  levels: [
    { level: 1, afterDays: 5, letter: 'reminder' },
    { level: 2, afterDays: 20, letter: 'second-reminder', minimumInterval: 'P10D' },
    { level: 3, afterDays: 40, letter: 'final-notice', minimumInterval: 'P10D' },
  ],
  skipDisputed: true,
}
