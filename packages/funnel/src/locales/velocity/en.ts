import type { VelocityLocale } from './types.js'

/** The wording of how much a pipeline brings a day, in English. */
export const velocity: VelocityLocale = {
  velocity: {
    perDay: 'The deals bring {perDay} a day.',
    nothing: 'The deals bring nothing.',
    factors: 'Deals: {deals}; win rate: {winRate}%; value of a won deal: {averageValue}; time until it is won: {days}.',
    cycle: 'Over that time they bring {expectedValue}.',
  },
}
