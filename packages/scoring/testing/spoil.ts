import { type Spoil, spoilWith } from '../../core/testing/spoil.js'

/** Replaces, takes away or adds something anywhere in a document. */
export const spoil: Spoil = spoilWith([{ min: 1, max: 2 }, { type: 'top' }], ['step'])
