import type { CountedSales } from '../../change/types.js'

/** The wording of charts. */
export interface ChartsLocale {
  readonly charts: {
    /** Between which dates deals entered; from one on, and up to one. */
    readonly entered: { readonly within: string; readonly since: string; readonly until: string }
    readonly funnel: {
      readonly title: string
      readonly nothing: string
      /** What percentages are of. */
      readonly reading: string
      readonly withoutStage: string
      readonly stage: string
      readonly deals: string
      readonly share: string
      readonly won: string
      readonly parts: { readonly advanced: string; readonly open: string; readonly lost: string; readonly won: string }
      /** At the bar of a stage, that of the won ones, and that of a stage that nobody came to. */
      readonly label: string
      readonly wonLabel: string
      readonly nobody: string
      readonly skipped: string
      readonly median: string
      /** What share of deals gets on, told in three ways. */
      readonly rates: { readonly ofEntered: string; readonly ofClosed: string; readonly eventual: string }
      readonly unknown: string
    }
    readonly steps: {
      readonly title: string
      readonly titleAsOf: string
      readonly nothing: string
      /** What percentages are of, where some may yet get on. */
      readonly reading: string
      /** What counts otherwise than step after step. */
      readonly modes: { readonly strict: string; readonly unordered: string }
      readonly window: string
      readonly step: string
      /** A row of steps in any order. */
      readonly different: string
      readonly actors: string
      readonly share: string
      readonly ofFirst: string
      readonly parts: { readonly advanced: string; readonly open: string; readonly stopped: string; readonly last: string }
      /** At the bar of a step, that of the last one, and that of a step that nobody took. */
      readonly label: string
      readonly lastLabel: string
      readonly nobody: string
      readonly median: string
    }
    readonly cohorts: {
      readonly title: string
      readonly nothing: string
      /** What is to be known where there are immature cohorts. */
      readonly immatureNote: string
      readonly latest: string
      readonly cohort: string
      readonly range: string
      readonly size: string
      /** A cohort and its size on one line. */
      readonly label: string
      readonly entered: string
      readonly share: string
      readonly rate: string
      readonly rates: { readonly ofEntered: string; readonly ofClosed: string; readonly eventual: string }
      readonly maturity: string
      readonly mature: string
      readonly immature: string
      readonly interval: string
    }
    readonly curve: {
      readonly title: string
      readonly nothing: string
      readonly watched: string
      readonly half: string
      readonly lessThanHalf: string
      /** The same for Kaplan–Meier. */
      readonly halfUnlessLost: string
      readonly lessThanHalfUnlessLost: string
      readonly kaplanMeier: string
      readonly days: string
      readonly share: string
      readonly parts: { readonly won: string; readonly open: string; readonly lost: string }
      readonly interval: string
      readonly atRisk: string
      readonly said: string
    }
    readonly stageCurves: {
      readonly title: string
      readonly nothing: string
      readonly withoutDeals: string
      readonly reading: string
      readonly kaplanMeier: string
      readonly days: string
      readonly share: string
      readonly stage: string
      readonly deals: string
      readonly through: string
    }
    /** What several charts of money say: what the axis is of, with its currency and without, the period and range, and what is not known. */
    readonly sales: {
      readonly money: string
      readonly amount: string
      readonly period: string
      readonly range: string
      readonly unknown: string
      /** A label on one line. */
      readonly label: string
    }
    readonly forecast: {
      readonly title: string
      readonly nothing: string
      /** What is written below a period, with its target and without, and below one of many with their targets. */
      readonly reading: string
      readonly readingWithoutTarget: string
      readonly readingOfMany: string
      readonly simulated: string
      readonly overlapping: string
      readonly overdue: string
      readonly unplaced: string
      readonly unknown: string
      readonly first: string
      readonly period: string
      readonly chance: string
      /** Instead of an amount: nobody can tell. */
      readonly notKnown: string
      readonly parts: { readonly won: string; readonly range: string; readonly expected: string; readonly target: string }
      readonly facts: { readonly open: string; readonly newDeals: string; readonly median: string; readonly chance: string; readonly deals: string }
      readonly said: string
      readonly saidOfTarget: string
      readonly saidObscure: string
    }
    readonly backtest: {
      readonly title: string
      readonly nothing: string
      readonly reading: string
      /** What was forecast in all, against what came. */
      readonly bias: { readonly above: string; readonly below: string; readonly none: string }
      readonly error: string
      readonly coverage: string
      readonly latest: string
      readonly asOf: string
      readonly noForecast: string
      readonly period: string
      readonly parts: { readonly range: string; readonly expected: string; readonly within: string; readonly outside: string; readonly alone: string }
      readonly actual: string
      readonly said: string
      readonly saidAlone: string
    }
    readonly change: {
      /** Why sales, or a conversion rate, changed; of somebody, and of nobody in particular. */
      readonly titles: { readonly value: string; readonly rate: string }
      readonly titlesOf: { readonly value: string; readonly rate: string }
      readonly summary: string
      readonly before: string
      readonly after: string
      readonly factors: {
        readonly volume: { readonly [Counted in CountedSales]: string }
        readonly mix: string
        readonly rate: string
        readonly value: string
        readonly speed: string
      }
      /** The factor `rate` beside groups, each of which has a rate of its own. */
      readonly groupRates: string
      readonly fromTo: string
      readonly points: string
      /** The same where days count: it is of one day. */
      readonly perDay: string
      readonly moneyPerDay: string
      readonly amountPerDay: string
      readonly rate: string
      readonly part: string
      readonly effect: string
      readonly effects: { readonly total: string; readonly rise: string; readonly fall: string; readonly none: string }
      readonly factor: string
      readonly said: string
    }
    readonly bottlenecks: {
      readonly title: string
      readonly nothing: string
      readonly withoutBenchmarks: string
      readonly reading: string
      /** What bars are of where no won deal states an amount, and how many do so where not all of them do. */
      readonly withoutAmounts: string
      readonly amounts: string
      readonly met: string
      readonly unjudged: string
      /** Stages below their benchmarks, and one of them, of which nobody can tell what that costs. */
      readonly unpriced: string
      readonly unpricedStage: string
      readonly stage: string
      readonly money: string
      readonly amount: string
      readonly deals: string
      /** At a bar of money, and at one of deals. */
      readonly label: string
      readonly dealsLabel: string
      readonly rate: string
      readonly benchmark: string
      readonly interval: string
      readonly sample: string
      readonly said: string
    }
  }
}
