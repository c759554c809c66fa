import type { PipelineCommandTexts, PipelinePageTexts } from './types.js'

/** The page on a sales pipeline in English. */
export const enPage: PipelinePageTexts = {
  title: 'Sales pipeline',
  asOf: 'as of the end of {asOf}: what happened later does not count',
  keyNumbers: {
    entered: 'Deals with a date',
    undated: 'and {undated} without one',
    won: 'Won',
    lost: 'Lost',
    open: 'Open',
    cycle: 'Median days to winning',
    mean: '{mean} on average',
    rejected: 'Rejected rows',
  },
  mapping: 'How the rows are read',
  mappingRules: [
    'A row of {dealsFile} with a date in {date} is a deal that enters "{stage}" on that day.',
    'A row that says Won or Lost is closed so on the day in {closed}, with the amount in {amount}; of a lost one that is 0.',
    'A row that says Engaging is open. One that says Prospecting has no date: it is listed below, and in no share but that of all rows.',
    'The region of a deal is the {region} that {teamsFile} gives for its {owner}; product, account and owner are as the row says.',
  ],
  listPrices: 'Until it is closed, a deal is taken to be worth the {price} that {productsFile} gives for its product.',
  listName: '"{product}" of the deals is taken for "{listed}" there, for its price only.',
  listShare: 'The {deals} won deals whose product has one were won for {share} of it in all.',
  currency: 'The files name no currency: the config takes all amounts to be in {currency}.',
  noCurrency: 'The files name no currency, and none is assumed.',
  rates: 'What share is won',
  ratesRule: 'The same deals, counted in four ways: none of these shares stands for another.',
  rate: 'Share',
  share: 'Won',
  meaning: 'What it says',
  shares: {
    ofRows: { name: 'of all rows', meaning: '{won} of {all}, rows without a date among them: what has barely begun counts as if it had failed.' },
    ofEntered: {
      name: 'of those that entered',
      meaning: '{won} of {all} with a date: what is open counts as if it had failed, and the share can only grow.',
    },
    ofClosed: {
      name: 'of those that are closed',
      meaning:
        '{won} of {all} that are won or lost: what is open is left out, as if it would end like the others. The 95% interval is {low} to {high}.',
    },
    eventual: {
      name: 'in the end, as estimated',
      meaning: 'Aalen–Johansen: what is open counts for as long as it was watched, what is lost as lost.',
    },
  },
  unresolved: 'Of {unresolved} nobody can tell yet, as no deal was watched for longer than {days} days.',
  inWords: 'The pipeline in words',
  groups: {
    region: 'By region',
    product: 'By product',
    account: 'By account',
    owner: 'By owner',
  },
  attributes: { region: 'Region', product: 'Product', account: 'Account', owner: 'Owner' },
  cohorts: 'By when deals entered',
  cohort: 'Entered',
  maturity: 'Cohort',
  mature: 'mature',
  immature: 'not mature: slow deals are not decided yet',
  amount: 'Amount won',
  interval: '95% interval',
  deal: 'Deal',
  undatedRows: 'Deals without a date, in no figure of the funnel',
  rejectedRows: 'Rejected rows of deals',
  laterRows: 'Deals that entered after {asOf}, left out',
}

/** What the command prints of a sales pipeline in English. */
export const enCommand: PipelineCommandTexts = {
  heading: '{title}: sales pipeline as of {asOf}',
  undated: 'Of the rows used, {dated} have a date and enter "{stage}" on it; {undated} have none, and are listed in the report',
  counts: 'Won: {won}; lost: {lost}; open: {open}',
  ofClosed: '  won of the {all} closed: {share} (95% interval {low} to {high})',
  ofEntered: '  won of the {all} that entered with a date: {share}',
  ofRows: '  won of all {all} rows: {share}',
  eventual: '  won in the end, as estimated: {share}; of {unresolved} nobody can tell after {days} days',
  cycle: 'Days from entering to winning: mean {mean}, median {median}',
  groups: '{heading}, of which won:',
  group: '  {group}: {won} of {entered}, {amount}; of closed {ofClosed}',
  cohorts: '{heading}, of which won:',
  cohort: '  {from} to {to}: {won} of {entered}; of closed {ofClosed}',
  immature: '{line} (not mature)',
  findings: 'Found in the files:',
  finding: '  {sentence}',
}
