import { localizeText } from '@clientele/core'
import type { ReceivablesSettings } from '../../receivables/types.js'
import type { Texts } from '../types.js'

/** What a bucket of the ageing is called. */
export function bucketTitle(id: string, { settings, texts }: { readonly settings: ReceivablesSettings; readonly texts: Texts }): string {
  const bucket = settings.ageing.buckets.find((one) => one.id === id)
  if (bucket === undefined) return texts.credit.receivables.notDue
  return localizeText(bucket.title ?? id, texts.languageTag)
}
