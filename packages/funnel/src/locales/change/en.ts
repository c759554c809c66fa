import type { ChangeLocale } from './types.js'

/** The wording of why sales or a conversion rate changed, in English. */
export const change: ChangeLocale = {
  change: {
    value: {
      lower: { named: '{subject} is {amount} short', unnamed: 'Sales are {amount} short' },
      higher: { named: '{subject} is {amount} ahead', unnamed: 'Sales are {amount} ahead' },
      same: { named: '{subject} is unchanged at {amount}', unnamed: 'Sales are unchanged at {amount}' },
    },
    valuePerDay: {
      lower: { named: '{subject} is {amount} a day short', unnamed: 'Sales are {amount} a day short' },
      higher: { named: '{subject} is {amount} a day ahead', unnamed: 'Sales are {amount} a day ahead' },
      same: { named: '{subject} is unchanged at {amount} a day', unnamed: 'Sales are unchanged at {amount} a day' },
    },
    rate: {
      lower: { named: 'The conversion rate of {subject} is {points} lower', unnamed: 'The conversion rate is {points} lower' },
      higher: { named: 'The conversion rate of {subject} is {points} higher', unnamed: 'The conversion rate is {points} higher' },
      same: { named: 'The conversion rate of {subject} is unchanged at {percent}', unnamed: 'The conversion rate is unchanged at {percent}' },
    },
    perDay: '{amount} a day',
    points: { one: '{number} percentage point', many: '{number} percentage points' },
    plain: '{difference}.',
    because: '{difference}: {factors}.',
    partlyOffset: '{factors}, partly offset by {others}',
    offset: '{factors}, offset by {others}',
    factors: {
      volume: {
        leads: { upBy: '{share} more leads', downBy: '{share} fewer leads', up: 'more leads' },
        deals: { upBy: '{share} more deals', downBy: '{share} fewer deals', up: 'more deals' },
      },
      rate: { up: 'win rate up from {before} to {after}', down: 'win rate down from {before} to {after}' },
      value: { upBy: '{share} larger deals', downBy: '{share} smaller deals', up: 'larger deals' },
      speed: { upBy: '{share} faster', downBy: '{share} slower', up: 'faster' },
      mix: { up: 'a better mix of groups', down: 'a poorer mix of groups' },
      groupRates: { up: 'higher rates within groups', down: 'lower rates within groups' },
    },
    figures: 'From {before} to {after}.',
    parts: {
      volume: {
        leads: 'Due to the number of leads (from {before} to {after}): {amount}.',
        deals: 'Due to the number of deals (from {before} to {after}): {amount}.',
      },
      rate: 'Due to the win rate (from {before} to {after}): {amount}.',
      value: 'Due to what a won deal is worth (from {before} to {after}): {amount}.',
      speed: 'Due to how long a deal takes (from {before} to {after}): {amount}.',
      mix: 'Due to the mix of groups: {amount}.',
      groupRates: 'Due to the rates within groups: {amount}.',
    },
    unchanged: 'Unchanged: {factors}.',
    levels: {
      volume: { leads: 'number of leads {level}', deals: 'number of deals {level}' },
      rate: 'win rate {level}',
      value: 'value of a won deal {level}',
      speed: 'length of the sales cycle {level}',
    },
    onlyMix: {
      lower: 'Within groups, all in all, conversion rose: the rate of the whole fell only because groups that convert less make up more of it.',
      higher: 'Within groups, all in all, conversion fell: the rate of the whole rose only because groups that convert more make up more of it.',
    },
    group:
      'Due to {group}: {contribution} of the conversion rate; {mix} by its share (from {shareBefore} to {shareAfter}), {rate} by its own rate (from {rateBefore} to {rateAfter}).',
    groupAppeared: 'Due to {group}: {contribution} of the conversion rate; new, with a share of {share} and a rate of {percent}.',
    groupGone: 'Due to {group}: {contribution} of the conversion rate; gone: its share was {share}, its rate {percent}.',
    moreGroups: 'Groups that are not listed here: {number}.',
  },
}
