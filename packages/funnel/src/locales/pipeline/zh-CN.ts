import type { PipelineLocale } from './types.js'

/** The wording of a pipeline, in Simplified Chinese. */
export const pipeline: PipelineLocale = {
  pipeline: {
    summary: '“{title}”（第 {version} 版）：商机依次经过的阶段为{stages}。',
    outcomes: '日志中以“{won}”表示赢单，以“{lost}”表示丢单。',
    stage: '{number}．“{stage}”：{clauses}。',
    clauseSeparator: '；',
    bands: { top: '漏斗上部', middle: '漏斗中部', bottom: '漏斗下部' },
    evidence: '进入时须有：{evidence}',
    noEvidence: '进入时无须证明材料',
    effects: '进入后须办：{effects}',
    winPercent: '处于该阶段的商机赢单概率为 {percent}%',
    winPercentUnknown: '处于该阶段的商机赢单概率不详（不等于 0%）',
    skips: { allow: '商机可以跳过阶段。', refuse: '商机不得跳过阶段。' },
    regressions: { allow: '商机可以退回先前的阶段。', refuse: '商机不得退回先前的阶段。' },
    reopenings: { allow: '赢单或丢单的商机可以重新打开。', refuse: '赢单或丢单的商机不得重新打开。' },
    lossReason: {
      required: '丢单须注明原因，限于：{reasons}。',
      optional: '丢单可注明原因，限于：{reasons}。',
    },
    noLossReasons: '没有规定丢单原因。',
    currency: '未注明币种的金额以 {currency} 计。',
  },
}
