import type { ChangeLocale } from './types.js'

/** The wording of why sales or a conversion rate changed, in English. */
export const change: ChangeLocale = {
  change: {
    value: {
      lower: { named: '{subject} is {amount} short', unnamed: 'Sales are {amount} short' },
      higher: { named: '{subject} is {amount} ahead', unnamed: 'Sales are {amount} ahead' },
      same: { named: '{subject} is unchanged at {amount}', unnamed: 'Sales are unchanged at {amount}' },
    },
    rate: {
      lower: { named: 'The conversion rate of {subject} is {points} lower', unnamed: 'The conversion rate is {points} lower' },
      higher: { named: 'The conversion rate of {subject} is {points} higher', unnamed: 'The conversion rate is {points} higher' },
      same: { named: 'The conversion rate of {subject} is unchanged at {percent}%', unnamed: 'The conversion rate is unchanged at {percent}%' },
    },
    points: { one: '{number} percentage point', many: '{number} percentage points' },
    plain: '{difference}.',
    because: '{difference}: {factors}.',
    partlyOffset: '{factors}, partly offset by {others}',
    offset: '{factors}, offset by {others}',
    factors: {
      volume: { upBy: '{percent}% more leads', downBy: '{percent}% fewer leads', up: 'more leads' },
      rate: { upBy: '{percent}% higher win rate', downBy: '{percent}% lower win rate', up: 'a higher win rate' },
      value: { upBy: '{percent}% larger deals', downBy: '{percent}% smaller deals', up: 'larger deals' },
      speed: { upBy: '{percent}% faster', downBy: '{percent}% slower', up: 'faster' },
      mix: { up: 'a better mix of groups', down: 'a poorer mix of groups' },
      groupRates: { up: 'higher rates within groups', down: 'lower rates within groups' },
    },
    figures: { value: 'Before: {before}; after: {after}.', rate: 'Before: {before}%; after: {after}%.' },
    parts: {
      volume: 'Due to the number of leads ({before} before, {after} after): {amount}.',
      rate: 'Due to the win rate ({before}% before, {after}% after): {amount}.',
      value: 'Due to what a won deal is worth ({before} before, {after} after): {amount}.',
      speed: 'Due to how long a deal takes ({before} before, {after} after): {amount}.',
      mix: 'Due to the mix of groups: {amount}.',
      groupRates: 'Due to the rates within groups: {amount}.',
    },
    onlyMix: {
      lower: 'Within groups, all in all, conversion rose: the rate of the whole fell only because groups that convert less make up more of it.',
      higher: 'Within groups, all in all, conversion fell: the rate of the whole rose only because groups that convert more make up more of it.',
    },
    group:
      'Due to {group}: {contribution} of the conversion rate; {mix} by its share ({shareBefore}% before, {shareAfter}% after), {rate} by its own rate ({rateBefore}% before, {rateAfter}% after).',
    groupAppeared: 'Due to {group}: {contribution} of the conversion rate; new, with a share of {share}% and a rate of {percent}%.',
    groupGone: 'Due to {group}: {contribution} of the conversion rate; gone, with a share before of {share}% and a rate of {percent}%.',
    moreGroups: 'Groups that are not listed here: {number}.',
  },
}
