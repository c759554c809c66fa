import type { AdvanceLocale } from './types.js'

/** The wording of whether a deal may advance, in Simplified Chinese. */
export const advance: AdvanceLocale = {
  advance: {
    opens: '可以执行：新商机进入“{to}”。',
    advances: '可以执行：商机由“{from}”进入“{to}”。',
    goesBack: '可以执行：商机由“{from}”退回“{to}”。',
    updates: '可以执行：商机仍处于“{to}”，其余内容按此次变更更新。',
    closes: '可以执行：现处于“{from}”的商机以{to}结束。',
    opensClosed: '可以执行：新商机直接记为{to}。',
    reopens: '可以执行：已{from}的商机重新打开，进入“{to}”。',
    skipped: '未曾进入而越过的阶段：{stages}。',
    effects: '须办事项：{effects}。',
    noEffects: '没有其他须办事项。',
    refused: '此次变更不予执行。',
    refusals: {
      'missing-evidence': '进入“{stage}”尚缺证明材料：{missing}。',
      'skipped-stage': '不得跳过阶段：到“{to}”之前，尚未进入{skipped}。',
      regression: '不得退回：“{to}”在“{from}”之前。',
      'unknown-reason': '“{reason}”不在丢单原因之列：{allowed}。',
      noReasons: '不能以“{reason}”为丢单原因：没有规定丢单原因。',
      'missing-reason': '丢单须注明原因，限于：{allowed}。',
      closed: '商机已{outcome}，不得重新打开，因此不能进入“{to}”。',
      otherOutcome: '商机已{outcome}：须先重新打开并进入某一阶段，才能改为{to}。',
      closedForGood: '商机已{outcome}，不得重新打开，因此不能改为{to}。',
    },
  },
}
