import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainClassification } from '../explain.js'
import { classifyComplaint } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { complaintTaxonomy } from '../templates.js'

const known = { content: 'goods-transport', cause: 'misleading-promotion', severity: 'severe', impact: 'many-customers' }

describe('explainClassification', () => {
  it('says how urgent a complaint is, whose its cause is, and what it is about', () => {
    const classification = classifyComplaint(known, complaintTaxonomy)
    expect(explainClassification(classification, complaintTaxonomy).sentences).toEqual([
      'The priority is "critical", because the severity is "severe" and the impact is "many customers".',
      'The cause lies with us: misleading promotion.',
      'The complaint is about: goods transport.',
    ])
    expect(explainClassification(classification, complaintTaxonomy, zhCN).sentences).toEqual([
      '优先级为“特急”，因为严重程度为“严重”，影响范围为“波及众多客户”。',
      '投诉原因在我方：宣传误导。',
      '投诉内容：货物运输。',
    ])
    const theirs = classifyComplaint({ cause: 'leisure' }, complaintTaxonomy)
    expect(explainClassification(theirs, complaintTaxonomy).sentences[1]).toBe("The cause lies with the customer: the customer's leisure.")
    expect(explainClassification(theirs, complaintTaxonomy, zhCN).sentences[1]).toBe('投诉原因在客户方：客户的闲暇程度。')
  })

  it('says what is not known yet', () => {
    const nothing = classifyComplaint({}, complaintTaxonomy)
    expect(explainClassification(nothing, complaintTaxonomy).sentences).toEqual([
      'The priority is not known yet: it takes a severity and an impact.',
      'The cause is not known yet.',
      'What the complaint is about is not known yet.',
    ])
    expect(explainClassification(nothing, complaintTaxonomy, zhCN).sentences).toEqual([
      '优先级尚不明确：须先确定严重程度和影响范围。',
      '投诉原因尚不明确。',
      '投诉内容尚不明确。',
    ])
  })

  it('refuses what is not as stated, and what another taxonomy would sort otherwise', () => {
    const classification = classifyComplaint(known, complaintTaxonomy)
    const cases = [
      [{ content: 'weather' }, [['outdated-input', ['classification', 'content']]]],
      [{ cause: 'weather' }, [['outdated-input', ['classification', 'cause']]]],
      [
        { cause: null },
        [
          ['outdated-input', ['classification', 'side']],
          ['wrong-length', ['classification', 'reasons']],
        ],
      ],
      [{ side: 'customers' }, [['outdated-input', ['classification', 'side']]]],
      [{ priority: 'low' }, [['outdated-input', ['classification', 'priority']]]],
      [
        { reasons: [{ code: 'priority', params: { severity: 'a', impact: 'b', priority: 'c' } }] },
        [
          ['outdated-input', ['classification', 'reasons', 0, 'params', 'severity']],
          ['outdated-input', ['classification', 'reasons', 0, 'params', 'impact']],
        ],
      ],
      [{ reasons: [null] }, [['wrong-type', ['classification', 'reasons', 0]]]],
    ] as const
    for (const [change, issues] of cases) {
      expect(issuesOf(() => explainClassification({ ...classification, ...change } as never, complaintTaxonomy))).toEqual(issues)
    }
    const matrix = { ...complaintTaxonomy.matrix, severe: { ...complaintTaxonomy.matrix['severe'], 'many-customers': 'low' } }
    expect(issuesOf(() => explainClassification(classification, { ...complaintTaxonomy, matrix }))).toEqual([
      ['outdated-input', ['classification', 'priority']],
      ['outdated-input', ['classification', 'reasons', 1, 'params', 'priority']],
    ])
    expect(issuesOf(() => explainClassification(classification, { ...complaintTaxonomy, version: '2' }))).toEqual([
      ['other-policy', ['classification', 'policies']],
    ])
    expect(issuesOf(() => explainClassification(null as never, null as never))).toEqual([
      ['wrong-type', ['taxonomy']],
      ['wrong-type', ['classification']],
    ])
  })
})
