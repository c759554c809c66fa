import type { VegaLiteSpecification } from '@clientele/core/charts'
import { html, type TemplateResult } from 'lit-html'
import type { View } from 'vega'
import type { Fields, Shown } from '../pages/types.js'
import { shellTexts } from '../texts/shellTexts.js'

/** Shows a chart of a package; whoever wants to put something upon it is told when it is drawn. */
export function chart<F extends Fields>(
  { language, isLarge }: Shown<F, unknown>,
  specification: VegaLiteSpecification,
  whenDrawn: (view: View) => void = () => undefined,
): TemplateResult {
  return html`<clientele-chart
    .texts=${shellTexts[language].chart}
    .isLarge=${isLarge}
    .specification=${specification}
    @drawn=${({ detail }: CustomEvent<View>) => whenDrawn(detail)}
  ></clientele-chart>`
}
