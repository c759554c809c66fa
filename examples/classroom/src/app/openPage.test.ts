import { createIssue, throwIssues } from '@clientele/core/checks'
import { html } from 'lit-html'
import { expect, it } from 'vitest'
import { settleChange, undoChange } from '../history/recordChange.js'
import type { Fields, Page } from '../pages/types.js'
import { changePage, openPage, recompute } from './openPage.js'

const fail = () => throwIssues([createIssue('missing', ['a'], {})])
const teaching = { question: '', exercises: [], answers: [] }

/** Doubles a text, and takes no `x`. */
const page: Page<Fields, unknown> = {
  defaults: { a: '1', b: '2' },
  teaching: { en: teaching, 'zh-CN': teaching },
  compute: ({ a = '', b = '' }, attempt) =>
    attempt(
      () => (a === 'x' ? fail() : a + b),
      () => 'a',
    ),
  view: () => html``,
  handout: () => html``,
  code: () => '',
  policy: () => null,
}

it('opens a page with what a link says, without what the page does not have', () => {
  const { history, lastResult } = openPage(page, { b: '3', c: '4', ['__proto__']: '5', constructor: '6' })
  expect(history).toEqual({ present: { a: '1', b: '3' }, past: [] })
  expect(lastResult).toBe('13')
})

it('shows what a link says without its faults, and the example where they cannot be told apart', () => {
  const open = openPage(page, { a: 'x', b: '3' })
  expect([open.history.present, open.lastFields, open.lastResult]).toEqual([{ a: 'x', b: '3' }, { a: '1', b: '3' }, '13'])
  expect([...open.computed.issues.keys()]).toEqual(['a'])
  const elsewhere: typeof page = {
    ...page,
    compute: ({ b = '' }, attempt) =>
      attempt(
        () => (b === 'x' ? fail() : b),
        () => 'nowhere',
      ),
  }
  expect([openPage(elsewhere, { a: '5', b: 'x' }).lastFields, openPage(elsewhere, { a: '5', b: 'x' }).lastResult]).toEqual([page.defaults, '2'])
})

it('keeps the last result while something is at fault, and recovers', () => {
  const right = changePage(openPage(page, {}), { a: '7' }, false)
  const faulty = changePage(right, { a: 'x' }, false)
  expect([faulty.lastFields, faulty.lastResult, faulty.computed.result]).toEqual([{ a: '7', b: '2' }, '72', undefined])
  const settled = { ...faulty, history: settleChange(faulty.history) }
  expect(recompute(settled, undoChange(settled.history)).lastResult).toBe('12')
  expect(changePage(faulty, { a: '8' }, false).lastResult).toBe('82')
})
