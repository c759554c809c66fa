import { eventualRate } from '../curves/competingRisks.js'
import { wilsonInterval } from '../numbers/wilson.js'
import { LOST, WON } from '../stageLog/followChanges.js'
import type { Conversion } from './types.js'

/** What share of deals gets on, of whom it is known for how many days each was watched and whether it then got on ({@link WON}), was lost or is open. */
export function conversionOf(days: Int32Array, outcomes: Uint8Array): Conversion {
  let [advanced, lost] = [0, 0]
  for (let place = 0; place < outcomes.length; place += 1) {
    const outcome = outcomes[place] as number
    if (outcome === WON) advanced += 1
    else if (outcome === LOST) lost += 1
  }
  const closed = advanced + lost
  return {
    ofEntered: outcomes.length === 0 ? null : advanced / outcomes.length,
    ofClosed: closed === 0 ? null : advanced / closed,
    eventual: eventualRate(days, outcomes),
    interval: wilsonInterval(advanced, closed),
  }
}
