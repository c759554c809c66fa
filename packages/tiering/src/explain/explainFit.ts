import { formatMessage, listTexts } from '@clientele/core/explain'
import type { FitDiagnosis, FitFacts } from '../lifetime/types.js'
import type { TieringLocale } from '../locales/types.js'
import { shownMeasure } from './shownMeasure.js'
import { shownNumber } from './shownNumber.js'

type Numbers = readonly (readonly [name: string, value: number])[]

/** From this part of the average on, customers differ at least somewhat. */
const SOMEWHAT = 0.3

/** A standard error beyond this part of a parameter leaves it hardly known. */
const LOOSE = 0.5

/** How much customers differ, where the standard deviation is such a part of the average. */
export function spreadOf(part: number): 'much' | 'somewhat' | 'little' {
  if (part >= 1) return 'much'
  return part < SOMEWHAT ? 'little' : 'somewhat'
}

/** Whether a maximum was found. */
export function explainSearch({ converged, iterations, logLikelihood }: FitFacts, { fit }: TieringLocale): string {
  return formatMessage(converged ? fit.converged : fit.notConverged, { iterations, logLikelihood: shownNumber(logLikelihood) })
}

/** What the parameters are and how far they may be off, and which of them are hardly known. */
export function explainParameters(parameters: Numbers, errors: { readonly [name: string]: number } | null, { fit, core }: TieringLocale): string[] {
  if (errors === null) {
    const texts = parameters.map(([name, value]) => formatMessage(fit.parameterAlone, { name, value: shownMeasure(value) }))
    return [formatMessage(fit.parametersAlone, { parameters: listTexts(texts, core) })]
  }
  const errorOf = (name: string): number => errors[name] as number
  const texts = parameters.map(([name, value]) =>
    formatMessage(fit.parameter, { name, value: shownMeasure(value), error: shownMeasure(errorOf(name)) }),
  )
  const loose = parameters.filter(([name, value]) => errorOf(name) > value * LOOSE).map(([name]) => name)
  return [
    formatMessage(fit.parameters, { parameters: listTexts(texts, core) }),
    ...(loose.length === 0 ? [] : [formatMessage(fit.hardlyKnown, { parameters: listTexts(loose, core) })]),
  ]
}

/** What is to be known about any fit. */
export function explainFitDiagnosis({ code, params }: FitDiagnosis, { fit }: TieringLocale): string {
  const facts = code === 'parameter-at-bound' ? { parameter: params.parameter, value: shownMeasure(params.value) } : params
  return formatMessage(fit.diagnoses[code], facts)
}
