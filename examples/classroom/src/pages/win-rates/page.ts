import { html } from 'lit-html'
import type { Fields, Page } from '../types.js'

const teaching = { question: '', exercises: [], answers: [] }

export const page: Page<Fields, object> = {
  defaults: {},
  teaching: { en: teaching, 'zh-CN': teaching },
  compute: () => ({}),
  view: () => html``,
  handout: () => html``,
  code: () => '',
  policy: () => null,
}
