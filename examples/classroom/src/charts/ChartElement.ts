import type { VegaLiteSpecification } from '@clientele/core/charts'
import type { DrawnChart } from './drawChart.js'

/** What is said in place of a chart. */
export interface ChartTexts {
  readonly drawing: string
  readonly failed: string
}

/**
 * A chart of a package. The library that draws is loaded when the first one is shown; until a changed chart is drawn, the one before it stays.
 * Tells of a drawn chart by the event `drawn`, whose detail is Vega's view.
 */
export class ChartElement extends HTMLElement {
  /** Set by the page. */
  texts: ChartTexts = { drawing: '', failed: '' }
  isLarge = false

  #specification: VegaLiteSpecification | undefined
  #written = ''
  #drawn: DrawnChart | undefined
  #isDrawing = false
  #width = 0
  readonly #resizing = new ResizeObserver(() => this.#redraw())

  set specification(specification: VegaLiteSpecification) {
    this.#specification = specification
    this.#redraw()
  }

  connectedCallback(): void {
    this.#resizing.observe(this)
    this.#redraw()
  }

  disconnectedCallback(): void {
    this.#resizing.disconnect()
    this.#drawn?.finalize()
    this.#drawn = undefined
    this.#written = ''
  }

  /** Draws until what is drawn is what is asked for: it may change meanwhile. */
  async #redraw(): Promise<void> {
    if (this.#isDrawing) return
    this.#isDrawing = true
    try {
      while (this.isConnected && this.#isOutdated()) await this.#draw()
    } catch (error) {
      this.dataset['state'] = 'failed'
      this.replaceChildren(this.texts.failed)
      console.error(error)
    } finally {
      this.#isDrawing = false
    }
  }

  #isOutdated(): boolean {
    const isAsked = this.#specification !== undefined && this.clientWidth > 0
    return isAsked && (this.#written !== this.#wanted() || this.#width !== this.clientWidth)
  }

  #wanted(): string {
    return JSON.stringify([this.#specification, this.isLarge])
  }

  async #draw(): Promise<void> {
    this.#written = this.#wanted()
    this.#width = this.clientWidth
    if (this.#drawn === undefined) {
      this.dataset['state'] = 'drawing'
      this.replaceChildren(this.texts.drawing)
    }
    const specification = this.#specification as VegaLiteSpecification
    const { drawChart } = await import('./drawChart.js')
    const place = document.createElement('div')
    const drawn = await drawChart(place, specification, { width: this.#width, isLarge: this.isLarge })
    this.#drawn?.finalize()
    this.#drawn = drawn
    this.dataset['state'] = 'drawn'
    this.replaceChildren(place)
    this.dispatchEvent(new CustomEvent('drawn', { detail: drawn.view }))
  }
}

customElements.define('clientele-chart', ChartElement)
