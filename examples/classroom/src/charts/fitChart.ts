import { wrapText } from '@clientele/core/charts'

export interface Place {
  /** In pixels. */
  readonly width: number
  readonly isLarge: boolean
}

/** What of a chart depends on its place. */
interface Fitted {
  readonly width?: unknown
  readonly height?: { readonly step?: unknown } | number
  readonly title?: string | { readonly text?: unknown }
  readonly vconcat?: readonly Fitted[]
}

/** What a bar with a name in large type needs, in pixels. */
const LARGE_STEP = 24

/** How wide a letter of a title is on average, in pixels. */
const LETTER = { usual: 9, large: 12 }

/** What a picture needs at least, in pixels. */
const LEAST_WIDTH = 120

/** Fits a chart to its place: titles are broken into lines, bars have room for large names, and a chart that has a width of its own gets that of the place. */
export function fitChart<Chart extends object>(chart: Chart, place: Place): Chart {
  const { width } = chart as Fitted
  return {
    ...fitPicture(chart, place),
    ...(typeof width === 'number' ? { width: place.width, autosize: { type: 'fit-x', contains: 'padding' } } : {}),
  }
}

/** Vega fits no pictures one below the other: each gives up what is too much. */
export function narrowPictures<Chart extends object>(chart: Chart, excess: number): Chart | undefined {
  const { vconcat } = chart as Fitted
  if (excess <= 0 || vconcat === undefined) return undefined
  const narrowed = vconcat.map((picture) =>
    typeof picture.width === 'number' ? { ...picture, width: Math.max(LEAST_WIDTH, picture.width - excess) } : picture,
  )
  return { ...chart, vconcat: narrowed }
}

function fitPicture<Picture extends object>(picture: Picture, place: Place): Picture {
  const { title, height, vconcat } = picture as Fitted
  return {
    ...picture,
    ...(title === undefined ? {} : { title: fitTitle(title, place) }),
    ...(typeof height === 'object' && typeof height.step === 'number' && place.isLarge
      ? { height: { ...height, step: Math.max(height.step, LARGE_STEP) } }
      : {}),
    ...(vconcat === undefined ? {} : { vconcat: vconcat.map((one) => fitPicture(one, place)) }),
  }
}

function fitTitle(title: NonNullable<Fitted['title']>, { width, isLarge }: Place): object {
  const { text, ...others } = typeof title === 'string' ? { text: title } : title
  const letters = Math.max(10, Math.floor(width / (isLarge ? LETTER.large : LETTER.usual)))
  return { ...others, text: [text].flat().flatMap((line) => wrapText(String(line), letters)) }
}
