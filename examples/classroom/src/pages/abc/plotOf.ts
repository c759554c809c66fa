import type { View } from 'vega'
import type { Way } from './chapter.js'

/** An axis of a drawn chart: where a value is on it, in pixels from its start, and which value is at a place. */
export interface Axis {
  placeOf(value: number): number
  valueAt(place: number): number
}

/** Where a drawn chart has its plot, in pixels from the corner of the element it is seen from. */
export interface Plot {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** How wide the element is. */
  readonly across: number
  readonly axes: { readonly [way in Way]: Axis | undefined }
}

interface LinearScale {
  (value: number): number
  invert(place: number): number
}

/** Customers stand beside each other from end to end, so that shares of them are shares of the width; the other two scales are Vega's. */
export function plotOf(view: View, seenFrom: Element): Plot | undefined {
  const drawing = view.container()?.querySelector('svg')
  if (!drawing) return undefined
  const [at, from] = [drawing.getBoundingClientRect(), seenFrom.getBoundingClientRect()]
  const [x, y] = view.origin() as [number, number]
  const { left, top } = view.padding() as { left: number; top: number }
  const [width, height] = [view.width(), view.height()]
  const [values, shares] = [scaleOf(view, 'layer_0_y'), scaleOf(view, 'layer_1_y')]
  return {
    left: at.left - from.left + left + x,
    top: at.top - from.top + top + y,
    width,
    height,
    across: from.width,
    axes: {
      'share-of-customers': { placeOf: (percent) => (percent / 100) * width, valueAt: (place) => (place / width) * 100 },
      'share-of-value': shares && { placeOf: (percent) => shares(percent / 100), valueAt: (place) => shares.invert(place) * 100 },
      threshold: values && { placeOf: values, valueAt: values.invert },
    },
  }
}

/** A chart has no scale of shares where there are none; Vega throws then. */
function scaleOf(view: View, name: string): LinearScale | undefined {
  try {
    return view.scale(name) as LinearScale
  } catch {
    return undefined
  }
}
