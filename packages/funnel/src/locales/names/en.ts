import type { NamesLocale } from './types.js'

/** What things are called, in English. */
export const names: NamesLocale = {
  names: {
    quoted: '"{text}"',
    outcomes: { won: 'won', lost: 'lost' },
    bar: '{name} {count} ({percent}%)',
    amountOnly: '{amount} (no currency stated)',
    noReason: 'no reason stated',
    noStage: 'before any stage',
    noGroup: 'deals that state no {by}',
    ungrouped: 'those of no group',
    lessThan: 'less than {amount}',
    percent: { is: '{percent}%', below: 'less than {percent}%', above: 'more than {percent}%' },
  },
}
