import type { BottlenecksLocale } from './types.js'

/** The wording of stages that are below their benchmarks, in English. */
export const bottlenecks: BottlenecksLocale = {
  bottlenecks: {
    costliest: 'The costliest stage is "{stage}": {cost}.',
    other: '"{stage}": {cost}.',
    tied: 'The costliest stages, each as much as the others: {stages}.',
    worth:
      'getting {benchmark} of its deals on, its benchmark, instead of {rate} ({successes} of {sample}) would bring {amounts} more (won deals: {deals} more)',
    unpriced:
      'getting {benchmark} of its deals on, its benchmark, instead of {rate} ({successes} of {sample}) would bring more won deals ({deals} more)',
    fruitless:
      'with {rate} ({successes} of {sample}) it is below its benchmark of {benchmark}, but mending it alone brings nothing, because none of the deals that get on from there is won',
    chance: {
      hardly: 'Chance is unlikely to explain that it is below its benchmark: the 95% interval of its rate is {low}% to {high}%.',
      maybe: 'Chance may explain that it is below its benchmark: the 95% interval of its rate is {low}% to {high}%.',
    },
    apart: 'Each stage is reckoned as if it alone were mended: the figures do not add up.',
    withoutAmounts: 'What deals are worth is not known, because no won deal states an amount.',
    someAmounts: 'Each deal is reckoned at what a won deal is worth on average; amounts are stated by {wonWithAmount} of {won}.',
    none: 'No stage is below its benchmark.',
    nonePriced: 'What it costs that stages are below their benchmarks cannot be told.',
    noneJudged: 'No stage can be judged.',
    noBenchmarks: 'No stage has a benchmark.',
    met: 'At their benchmarks or above them: {stages}.',
    figure: '"{stage}" ({rate}, benchmark {benchmark})',
    undecided: '"{stage}" (benchmark {benchmark})',
    insufficient: {
      'no-decided-deals': 'Not judged, because none of their deals is decided: {stages}.',
      'no-decided-deals-later':
        'Below their benchmarks, and not priced, because no deal of a later stage is decided, so it cannot be told what would become of more deals: {stages}.',
    },
    basis: 'In "{title}" as of {asOf}.',
  },
}
