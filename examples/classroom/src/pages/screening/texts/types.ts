/** What is said on the page; what the packages say, they say themselves. */
export interface ScreeningTexts {
  readonly table: string
  readonly criterion: string
  readonly weight: string
  readonly weightOf: string
  readonly customer: string
  readonly rating: string
  readonly scale: string
  readonly order: string
  readonly rank: string
  readonly total: string
  readonly formula: string
  readonly selected: string
  readonly yes: string
  readonly no: string
  readonly room: string
  readonly roomExplained: string
  readonly puzzle: string
  readonly puzzleTask: string
  readonly printed: string
  readonly whichCustomer: string
  readonly choose: string
  readonly whichTotal: string
  readonly right: string
  readonly rightCustomer: string
  readonly wrong: string
  readonly solve: string
  readonly hide: string
  readonly harmless: string
}
