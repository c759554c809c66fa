import type { Language } from '../types.js'
import { defaults, type PoliciesFields, type PolicyTexts, policyFields } from './fields.js'

export const exampleIds = ['longer', 'discount', 'half', 'collection', 'cash'] as const

export type ExampleId = (typeof exampleIds)[number]

interface ReadyExample {
  readonly policies: (language: Language) => readonly PolicyTexts[]
  readonly capital: string
  readonly year: string
  readonly carried: string
}

/** As Chinese textbooks compare. */
const usual = { capital: '10', year: '360', carried: 'variable-cost' }

/** Names of policies that are words. */
const named = (language: Language, english: string, chinese: string) => (language === 'en' ? english : chinese)

const examples: { readonly [id in Exclude<ExampleId, 'longer'>]: ReadyExample } = {
  // Jing Xin et al., 財務管理學.
  discount: {
    ...usual,
    policies: () => [
      { name: 'n/30', sales: '3600', variable: '60', days: '30', loss: '2%', collection: '36' },
      { name: 'n/60', sales: '3960', variable: '60', days: '60', loss: '3%', collection: '60' },
      { name: 'n/90', sales: '4200', variable: '60', days: '90', loss: '6%', collection: '144' },
      {
        name: '2/10, 1/20, n/60',
        sales: '3960',
        variable: '60',
        payment: 'mix',
        mix: [
          ['60', '10', '2'],
          ['15', '20', '1'],
          ['25', '60', ''],
        ],
        loss: '2%',
        collection: '30',
      },
    ],
  },
  // The textbook of the Chinese CPA examination, 財務成本管理.
  half: {
    ...usual,
    capital: '15',
    policies: () => [
      { name: 'n/30', sales: '500000', variable: '80', days: '30', loss: '5000', collection: '3000' },
      { name: 'n/60', sales: '600000', variable: '80', days: '60', loss: '9000', collection: '4000' },
      {
        name: '0.8/30, n/60',
        sales: '600000',
        variable: '80',
        payment: 'mix',
        mix: [
          ['50', '30', '0.8'],
          ['50', '60', ''],
        ],
        loss: '9000',
        collection: '4000',
      },
    ],
  },
  // Three ways to collect, by their average receivables.
  collection: {
    ...usual,
    policies: (language) => [
      {
        name: named(language, 'A', '甲'),
        sales: '2400',
        variable: '80',
        payment: 'receivables',
        receivables: '400',
        loss: '2%',
        collection: '40',
      },
      {
        name: named(language, 'B', '乙'),
        sales: '2600',
        variable: '80',
        payment: 'receivables',
        receivables: '650',
        loss: '2.5%',
        collection: '20',
      },
      {
        name: named(language, 'C', '丙'),
        sales: '2700',
        variable: '80',
        payment: 'receivables',
        receivables: '900',
        loss: '3%',
        collection: '10',
      },
    ],
  },
  // E. F. Brigham & P. R. Daves, Intermediate Financial Management: Stylish Fashions.
  cash: {
    capital: '10',
    year: '365',
    carried: 'price',
    policies: (language) => [
      { name: named(language, 'Cash', '现销'), sales: '100000', variable: '60', days: '0' },
      { name: 'n/30', sales: '150000', variable: '60', days: '30', loss: '2%' },
    ],
  },
}

/** What a ready example puts into the fields of the policies; the textbook's is what the page opens with. */
export function exampleFields(id: ExampleId, language: Language): Partial<PoliciesFields> {
  if (id === 'longer') {
    const names = Object.entries(defaults).filter(([field]) => !field.startsWith('cost-'))
    return Object.fromEntries(names)
  }
  const { policies, ...options } = examples[id]
  return { ...policyFields(policies(language)), ...options }
}

/** Whether the fields hold a ready example, in either language. */
export function isExample(fields: PoliciesFields, id: ExampleId): boolean {
  return (['en', 'zh-CN'] as const).some((language) =>
    Object.entries(exampleFields(id, language)).every(([field, text]) => fields[field as keyof PoliciesFields] === text),
  )
}
