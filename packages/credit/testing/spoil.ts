import { type Spoil, spoilWith } from '../../core/testing/spoil.js'

/** Replaces, takes away or adds something anywhere in a document. */
export const spoil: Spoil = spoilWith([{ code: 'settled' }, { type: 'rest' }, { type: 'fixed', amount: 1 }], ['tax'])
