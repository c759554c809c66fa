import type { TaxonomyLocale } from './types.js'

/** The wording of how complaints are sorted, in English. */
export const taxonomy: TaxonomyLocale = {
  classification: {
    content: 'The complaint is about: {content}.',
    reasons: {
      'cause-ours': 'The cause lies with us: {cause}.',
      'cause-customers': 'The cause lies with the customer: {cause}.',
      priority: 'The priority is "{priority}", because the severity is "{severity}" and the impact is "{impact}".',
    },
    unknown: {
      content: 'What the complaint is about is not known yet.',
      cause: 'The cause is not known yet.',
      priority: 'The priority is not known yet: it takes a severity and an impact.',
    },
  },
}
