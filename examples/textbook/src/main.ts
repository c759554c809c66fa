import { parseArgs } from 'node:util'
import { en } from '@clientele/scoring/locales/en'
import { zhCN } from '@clientele/scoring/locales/zh-CN'
import { showScreening } from './screening.js'
import { chinese, english } from './texts.js'

const languages = { en: { texts: english, locale: en }, 'zh-CN': { texts: chinese, locale: zhCN } }

const { lang = 'en' } = parseArgs({ options: { lang: { type: 'string' } } }).values
const language = Object.hasOwn(languages, lang) ? languages[lang as keyof typeof languages] : undefined

if (language === undefined) {
  console.error(`--lang must be one of ${Object.keys(languages).join(', ')}, not ${JSON.stringify(lang)}`)
  process.exitCode = 2
} else {
  console.log(showScreening(language.texts, language.locale).join('\n'))
}
