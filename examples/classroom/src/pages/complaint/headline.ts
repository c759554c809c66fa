import { explainDecision } from '@clientele/complaints/explain'
import { eightSteps } from '@clientele/complaints/templates'
import { formatMessage } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { ref } from 'lit-html/directives/ref.js'
import type { Language } from '../types.js'
import { watchHeight } from './barHeight.js'
import { nameIn, refusalIn } from './inLanguage.js'
import { people, personCalled } from './people.js'
import type { StepShown } from './stepsOf.js'
import { story } from './texts/story.js'
import { locales, personIn, type ShownComplaint, stepIn, termIn, texts } from './words.js'

/** What came of the last click, with every reason against it; where the complaint stands, and what comes next. Those who do not see it hear it. */
export function outcome(shown: ShownComplaint): TemplateResult {
  const { language, result } = shown
  const said = texts[language]
  const last = result.outcomes.at(-1)
  const { state } = result
  if (last !== undefined && !last.decision.ok) {
    const [command, actor] = last.entry
    const facts = { command: termIn(language, command), person: personIn(language, personCalled(actor)) }
    const [, ...reasons] = explainDecision(refusalIn(language, last.decision), eightSteps, locales[language]).sentences
    return html`<div class="headline outcome refused" ${ref(watchHeight)} role="status">
      <p><span aria-hidden="true">✗ </span>${formatMessage(said.refused, facts)}</p>
      <ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>
      <p class="standing">${formatMessage(said.stillStands, { step: stepIn(language, state.step) })}</p>
    </div>`
  }
  const { sentenceSeparator } = locales[language]
  const stands = formatMessage(state.closed ? said.closed : said.stands, { step: stepIn(language, state.step) })
  const done = last && formatMessage(said.done, { command: termIn(language, last.entry[0]) })
  const isDisputed = last?.decision.ok && last.decision.events.some(({ type }) => type === 'SolutionDisputed')
  const disputes = isDisputed ? [said.customerDisputes] : []
  const cycle = state.cycle === 1 ? [] : [formatMessage(said.cycle, { cycle: state.cycle })]
  return html`<div class="headline outcome" ${ref(watchHeight)} role="status">
    <p>${done === undefined ? storyIn(language) : html`<span aria-hidden="true">✓ </span>${[done, ...disputes, stands].join(sentenceSeparator)}`}</p>
    <p class="standing">${[...cycle, ...(isToReopen(shown) ? [said.wayBack] : []), nextText(shown)].join(sentenceSeparator)}</p>
  </div>`
}

/** How the case begins. */
export function storyIn(language: Language): string {
  const { customer, description } = story[language].texts
  return formatMessage(texts[language].case, { customer, description, name: nameIn(language, people[0].id) })
}

/** Whether only another round leads on. */
export function isToReopen({ result: { next, state } }: ShownComplaint): boolean {
  return next?.command === 'reopen' && Object.hasOwn(state.facts, 'SolutionDisputed')
}

/** What comes next; where not everybody can do it, also who can. */
function nextText({ language, result: { next, steps } }: ShownComplaint): string {
  const said = texts[language]
  if (next === undefined) return steps.every(({ standing }) => standing === 'done') ? said.allDone : ''
  const command = termIn(language, next.command)
  if (next.people.length === 0 || next.people.length === people.length) return formatMessage(said.nextOfAnyone, { command })
  return formatMessage(said.next, { command, people: next.people.map((person) => personIn(language, person)).join(said.or) })
}

/** The eight steps: what is done, what comes next, what was sent back. */
export function stepper({ language, result: { steps } }: ShownComplaint): TemplateResult {
  const said = texts[language]
  const names = locales[language].textbook.steps
  const nameOf = (number: number) => names[number - 1] ?? ''
  const current = steps.find(({ isCurrent }) => isCurrent)
  return html`<ol class="steps" aria-label=${said.steps}>
      ${steps.map(
        (
          step,
        ) => html`<li class="${step.standing} ${step.isCurrent ? 'current' : ''} ${step.isSentBack ? 'sent-back' : ''}" aria-current=${step.isCurrent ? 'step' : nothing}>
          <span class="number" aria-hidden="true">${signOf(step)}</span>
          <span class="name">${nameOf(step.number)}</span>
          ${marksOf(step).map((mark) => html`<span class="mark">${mark}</span>`)}
        </li>`,
      )}
    </ol>
    <p class="step-now" aria-hidden="true">
      ${current === undefined ? nothing : formatMessage(said.stepOf, { number: current.number, name: nameOf(current.number) })}
    </p>`

  function marksOf({ standing, isCurrent, isSentBack }: StepShown): string[] {
    const done = standing === 'done' ? [said.stepDone] : standing === 'left-out' ? [said.stepLeftOut] : []
    return [...(isSentBack ? [said.stepSentBack] : done), ...(isCurrent ? [said.stepNow] : [])]
  }
}

function signOf({ number, standing, isSentBack }: StepShown): string {
  if (isSentBack) return '↩'
  return standing === 'done' ? '✓' : String(number)
}
