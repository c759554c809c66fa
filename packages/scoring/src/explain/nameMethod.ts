import { formatMessage } from '@clientele/core/explain'
import type { ScoringLocale } from '../locales/types.js'
import type { MethodRanking } from '../methods/types.js'

/** A method's name, with its normalisation where that is not the one it has unless told otherwise. */
export function nameMethod(ranking: MethodRanking, { methods }: ScoringLocale): string {
  const name = methods.names[ranking.method]
  if (!('normalisation' in ranking) || ranking.normalisation === (ranking.method === 'topsis' ? 'vector' : 'none')) return name
  return formatMessage(methods.normalised, { method: name, normalisation: methods.normalisations[ranking.normalisation] })
}
