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
  }
}
