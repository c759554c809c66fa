import type { PipelineLocale } from './types.js'

/** The wording of a pipeline, in English. */
export const pipeline: PipelineLocale = {
  pipeline: {
    summary: '"{title}" (version {version}): the stages of a deal, in their order: {stages}.',
    outcomes: 'The log says "{won}" of a deal that is won, and "{lost}" of one that is lost.',
    stage: '{number}. "{stage}": {clauses}.',
    clauseSeparator: '; ',
    bands: { top: 'top of the funnel', middle: 'middle of the funnel', bottom: 'bottom of the funnel' },
    evidence: 'needed to enter it: {evidence}',
    noEvidence: 'nothing is needed to enter it',
    effects: 'to be done on entering it: {effects}',
    winPercent: 'deals there are won with a probability of {percent}%',
    winPercentUnknown: 'how likely deals there are won is not known, which is not 0%',
    skips: { allow: 'A deal may skip stages.', refuse: 'A deal must not skip stages.' },
    regressions: { allow: 'A deal may go back to an earlier stage.', refuse: 'A deal must not go back to an earlier stage.' },
    reopenings: { allow: 'A deal that is won or lost may be opened again.', refuse: 'A deal that is won or lost must not be opened again.' },
    lossReason: {
      required: 'A lost deal must state why, by one of these reasons: {reasons}.',
      optional: 'A lost deal may state why, by one of these reasons: {reasons}.',
    },
    noLossReasons: 'There are no reasons for a lost deal to state.',
    currency: 'Amounts that state no currency are in {currency}.',
  },
}
