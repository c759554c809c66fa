import { example, STAY, type Stage, stages, WEEK, WORTH } from './book.js'

type StageField = `${'lost' | 'open' | 'hours' | 'benchmark'}-${Stage}`

/** Of each stage how many were lost and are open, the hours that one takes, and its benchmark; how many stay partners, what one is worth, and the hours there are. */
export type EffortFields = { readonly [field in StageField | 'stay' | 'worth' | 'hours']: string }

export const fieldOf = <Of extends 'lost' | 'open' | 'hours' | 'benchmark'>(of: Of, stage: Stage): `${Of}-${Stage}` => `${of}-${stage}`

export const defaults = Object.fromEntries([
  ...stages.flatMap((stage) => Object.entries(example[stage]).map(([of, text]) => [`${of}-${stage}`, text])),
  ['stay', STAY],
  ['worth', WORTH],
  ['hours', WEEK],
]) as EffortFields
