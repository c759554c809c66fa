import { html, nothing, render, type TemplateResult } from 'lit-html'
import { styleMap } from 'lit-html/directives/style-map.js'
import type { View } from 'vega'
import type { Cut, Cuts } from './cuts.js'
import { type Axis, type Plot, plotOf } from './plotOf.js'

/** What lines there are, and what is done when one is moved. */
interface CutLinesProperties {
  readonly cuts: Cuts
  move(field: string, text: string): void
}

interface Grip {
  readonly cut: Cut
  readonly axis: Axis
  readonly plot: Plot
}

const linesOfElements = new WeakMap<Element, CutLines>()

/** The lines in an element: they hold what they know of the chart while the page is rendered again. */
export function cutLinesIn(element: HTMLElement): CutLines {
  const lines = linesOfElements.get(element) ?? new CutLines(element)
  linesOfElements.set(element, lines)
  return lines
}

/**
 * Lines to drag, upon a drawn chart: it stays steady while the chart below is drawn again. Each is a slider for the keyboard and for screen readers.
 * Tells by the event `change` that a line was let go.
 */
class CutLines {
  readonly #element: HTMLElement
  #properties: CutLinesProperties | undefined
  #plot: Plot | undefined
  /** Which line is held, and where the pointer would be if the line were at the start of its axis: what is written above may move the chart meanwhile. */
  #held: { readonly field: string; readonly start: number } | undefined

  constructor(element: HTMLElement) {
    this.#element = element
  }

  /** Shows lines, or none; they are seen once the chart is drawn. */
  show(properties: CutLinesProperties | undefined): void {
    this.#properties = properties
    this.#show()
  }

  /** Lays the lines upon a chart as it is drawn now. */
  layUpon(view: View): void {
    this.#plot = plotOf(view, this.#element)
    this.#show()
  }

  #show(): void {
    const cuts = this.#properties?.cuts
    const plot = this.#plot
    const axis = cuts && plot?.axes[cuts.way]
    const isDrawn = cuts !== undefined && plot !== undefined && axis !== undefined
    render(isDrawn ? cuts.cuts.map((cut) => this.#line({ cut, axis, plot }, cuts)) : nothing, this.#element)
  }

  #line(grip: Grip, { way, say, show, cuts }: Cuts): TemplateResult {
    const { cut } = grip
    const { field, mark, label, value, minimum, maximum } = cut
    const isUpright = way === 'share-of-customers'
    const isUpper = [...cuts].sort((one, other) => one.value - other.value).at(-1) === cut
    return html`<div
      class="cut ${isUpright ? 'upright' : 'level'} ${way} ${isUpper ? 'upper' : 'lower'}"
      style=${styleMap(placed(grip, isUpright))}
      @pointerdown=${(event: PointerEvent) => this.#grab(event, grip, isUpright)}
      @pointermove=${(event: PointerEvent) => this.#drag(event, grip, isUpright)}
      @pointerup=${() => this.#letGo()}
      @pointercancel=${() => this.#letGo()}
    >
      <span
        class="grip"
        role="slider"
        tabindex="0"
        data-field=${field}
        aria-label=${label}
        aria-orientation=${isUpright ? 'horizontal' : 'vertical'}
        aria-valuemin=${Math.min(minimum, value)}
        aria-valuemax=${Math.max(maximum, value)}
        aria-valuenow=${value}
        aria-valuetext=${say(value)}
        @keydown=${(event: KeyboardEvent) => this.#step(event, cut)}
        @blur=${() => this.#tell()}
        ><span>${mark}</span> <b>${show(value)}</b></span
      >
    </div>`
  }

  #grab(event: PointerEvent, grip: Grip, isUpright: boolean): void {
    if (event.button !== 0) return
    // Otherwise texts would be marked while it is dragged.
    event.preventDefault()
    const line = event.currentTarget as HTMLElement
    line.setPointerCapture(event.pointerId)
    line.querySelector<HTMLElement>('.grip')?.focus({ preventScroll: true })
    this.#held = { field: grip.cut.field, start: pointerAt(event, isUpright) - withinPlot(grip, isUpright) }
  }

  #drag(event: PointerEvent, { cut, axis }: Grip, isUpright: boolean): void {
    if (this.#held?.field !== cut.field) return
    this.#move(cut, axis.valueAt(pointerAt(event, isUpright) - this.#held.start))
  }

  #letGo(): void {
    if (this.#held === undefined) return
    this.#held = undefined
    this.#tell()
  }

  #tell(): void {
    this.#element.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #step(event: KeyboardEvent, cut: Cut): void {
    const { step, leap } = (this.#properties as CutLinesProperties).cuts
    const targets: { readonly [key: string]: number } = {
      ArrowLeft: cut.value - step,
      ArrowDown: cut.value - step,
      ArrowRight: cut.value + step,
      ArrowUp: cut.value + step,
      PageDown: cut.value - step * leap,
      PageUp: cut.value + step * leap,
      Home: cut.minimum,
      End: cut.maximum,
    }
    const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    this.#move(cut, target)
  }

  /** To the nearest step between the neighbours. */
  #move({ field, minimum, maximum }: Cut, value: number): void {
    const { cuts, move } = this.#properties as CutLinesProperties
    if (minimum > maximum || !Number.isFinite(value)) return
    const stepped = Math.round(value / cuts.step) * cuts.step
    move(field, cuts.type(Math.min(maximum, Math.max(minimum, stepped))))
  }
}

function pointerAt({ clientX, clientY }: PointerEvent, isUpright: boolean): number {
  return isUpright ? clientX : clientY
}

/** Where the line is along its axis, in pixels from the corner of the plot; one beyond the axis lies at its end. */
function withinPlot({ cut, axis, plot }: Grip, isUpright: boolean): number {
  return Math.min(isUpright ? plot.width : plot.height, Math.max(0, axis.placeOf(cut.value)))
}

function placed(grip: Grip, isUpright: boolean): { readonly [property: string]: string } {
  const { plot } = grip
  const along = withinPlot(grip, isUpright)
  const at = plot.left + along
  return isUpright
    ? { left: `${at}px`, top: `${plot.top}px`, height: `${plot.height}px`, '--before': `${at}px`, '--after': `${plot.across - at}px` }
    : { left: `${plot.left}px`, top: `${plot.top + along}px`, width: `${plot.width}px` }
}
