import type { RedactionLocale } from './types.js'

/** The wording of what was taken out of a history, in Simplified Chinese. */
export const redaction: RedactionLocale = {
  redaction: {
    summary: '投诉 {complaint} 的历史（事件 {events} 个）已脱敏，共 {count} 处。',
    nothing: '投诉 {complaint} 的历史没有脱敏内容。',
    field: '以下事件已去除“{field}”：{events}。',
    people: '以下事件的经手人已改用代号：{events}。',
    notFound: '所有事件都不含以下字段，请核对拼写：{fields}。',
    kept: '事件的类型、时间和步骤均保持原样。',
  },
}
