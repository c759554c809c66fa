import { parseArgs } from 'node:util'
import { en as complaintsEnglish } from '@clientele/complaints/locales/en'
import { zhCN as complaintsChinese } from '@clientele/complaints/locales/zh-CN'
import { en as creditEnglish } from '@clientele/credit/locales/en'
import { zhCN as creditChinese } from '@clientele/credit/locales/zh-CN'
import { en as funnelEnglish } from '@clientele/funnel/locales/en'
import { zhCN as funnelChinese } from '@clientele/funnel/locales/zh-CN'
import { en as scoringEnglish } from '@clientele/scoring/locales/en'
import { zhCN as scoringChinese } from '@clientele/scoring/locales/zh-CN'
import { en as tieringEnglish } from '@clientele/tiering/locales/en'
import { zhCN as tieringChinese } from '@clientele/tiering/locales/zh-CN'
import { showComplaints } from './complaints.js'
import { showCredit } from './credit.js'
import { showDeadlines } from './deadlines.js'
import { showDecisions } from './decisions.js'
import { showEffort } from './effort.js'
import { showFunnel } from './funnel.js'
import { showLifetime } from './lifetime.js'
import { showScreening } from './screening.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'
import { showTiers } from './tiers.js'

const languages = {
  en: {
    texts: english,
    scoring: scoringEnglish,
    credit: creditEnglish,
    tiering: tieringEnglish,
    complaints: complaintsEnglish,
    funnel: funnelEnglish,
  },
  'zh-CN': {
    texts: chinese,
    scoring: scoringChinese,
    credit: creditChinese,
    tiering: tieringChinese,
    complaints: complaintsChinese,
    funnel: funnelChinese,
  },
}

const { lang = 'en' } = parseArgs({ options: { lang: { type: 'string' } } }).values
const language = Object.hasOwn(languages, lang) ? languages[lang as keyof typeof languages] : undefined

if (language === undefined) {
  console.error(`--lang must be one of ${Object.keys(languages).join(', ')}, not ${JSON.stringify(lang)}`)
  process.exitCode = 2
} else {
  const { texts, scoring, credit, tiering, complaints, funnel } = language
  const chapters = [
    showScreening(texts.screening, scoring),
    showTiers(texts.tiers, tiering),
    showLifetime(texts.lifetime, tiering),
    showCredit(texts.credit, credit),
    showDecisions(texts.decisions, credit),
    showComplaints(texts.complaints, complaints),
    showDeadlines(texts.deadlines, texts.complaints, complaints),
    showFunnel(texts.funnel, funnel),
    showEffort(texts.effort, funnel),
  ]
  console.log(chapters.map((lines) => lines.join('\n')).join('\n\n\n'))
}
