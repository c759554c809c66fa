import type { BacktestLocale } from './types.js'

/** The wording of how good forecasts would have been, in Simplified Chinese. */
export const backtest: BacktestLocale = {
  backtest: {
    none: '没有对“{title}”的预测进行回测。',
    unforecast: '各次回测均无从预测，误差无从得出。',
    nothingCame: '各次回测期间均无赢单金额，误差无从得出。',
    tooHigh: '对“{title}”未来 {horizon}的预测总体偏高：高出实际{percent}。',
    tooLow: '对“{title}”未来 {horizon}的预测总体偏低：低于实际{percent}。',
    unbiased: '对“{title}”未来 {horizon}的预测总体不偏高也不偏低。',
    meanError: '单次预测与实际平均相差{percent}。',
    coverage: '实际落在预测区间之内的回测占{percent}（{covered}/{runs}）；名义水平为 90%。',
    spread: {
      wider: '区间过窄：与实际相符的宽度倍数为 {spread}，而回测所用为 {tested}。',
      narrower: '区间过宽：与实际相符的宽度倍数为 {spread}，而回测所用为 {tested}。',
      fits: '就实际情况而言，区间无需宽于回测所用的倍数 {tested}。',
      unknown: '与实际相符的宽度倍数无从得出：至少需要两次回测，且没有视为不可能的情况发生。',
    },
    runs: '以上依据的回测：{runs} 次；越少，越不足为凭。',
    earlierRuns: '此处未列出的更早回测：{number} 次。',
    run: {
      forecast:
        '截至 {asOf}，对 {from} 至 {to} 预测 {expected}（介于 {low} 与 {high} 之间），实际 {actual}，其中 {actualOfOpen} 来自当时未结的商机。',
      unforecast: '截至 {asOf}，对 {from} 至 {to} 无从预测；实际 {actual}。',
      tooHigh: '预测偏高{percent}。',
      tooLow: '预测偏低{percent}。',
      right: '预测与实际完全相符。',
      outside: '实际落在区间之外。',
      unknown: '无从预测的未结商机：{unknown} 个。',
      incomplete: '该期间晚于日志，实际可能更多，不计入各项指标。',
    },
    diagnoses: {
      'log-ends-earlier': '期间晚于日志、实际可能更多的回测：{count} 次。',
      'insufficient-history': '无从预测、未计入各项数值的回测：{count} 次。',
      'nothing-came': '期间没有赢单金额、自身没有误差的回测：{count} 次。',
      'no-history-of-season': '因缺少历史而无从判断季节性的回测：{count} 次。',
      'no-history-of-new-deals': '因缺少历史而无从判断新增商机的回测：{count} 次。',
      rejected: '被拒绝、未予考虑的变更：{count} 条。',
    },
  },
}
