import type { BottlenecksLocale } from './types.js'

/** The wording of stages that are below their benchmarks, in Simplified Chinese. */
export const bottlenecks: BottlenecksLocale = {
  bottlenecks: {
    costliest: '代价最大的阶段是“{stage}”：{cost}。',
    other: '“{stage}”：{cost}。',
    tied: '代价最大且彼此相同的阶段：{stages}。',
    worth: '推进率由 {rate}（{successes}/{sample}）提高到基准 {benchmark}，可多带来 {amounts}（多赢单 {deals} 个）',
    unpriced: '推进率由 {rate}（{successes}/{sample}）提高到基准 {benchmark}，可多赢单 {deals} 个',
    fruitless: '推进率为 {rate}（{successes}/{sample}），低于基准 {benchmark}，但由此推进的商机无一赢单，单独改进该阶段并无收益',
    chance: {
      hardly: '低于基准不大可能出于偶然：推进率的 95% 置信区间为 {low}% 至 {high}%。',
      maybe: '低于基准可能出于偶然：推进率的 95% 置信区间为 {low}% 至 {high}%。',
    },
    apart: '各阶段均按单独改进该阶段计算，数字不可相加。',
    withoutAmounts: '没有注明金额的赢单，因此价值多少无从得知。',
    someAmounts: '每个商机按赢单的平均金额计；{won} 个赢单中注明金额的有 {wonWithAmount} 个。',
    none: '没有低于基准的阶段。',
    nonePriced: '有阶段低于基准，但代价无从得知。',
    noneJudged: '没有可以评判的阶段。',
    noBenchmarks: '没有设定基准的阶段。',
    met: '达到或高于基准的阶段：{stages}。',
    figure: '“{stage}”（{rate}，基准 {benchmark}）',
    undecided: '“{stage}”（基准 {benchmark}）',
    insufficient: {
      'no-decided-deals': '因尚无一个商机有结果而未评判的阶段：{stages}。',
      'no-decided-deals-later': '低于基准，但因后续阶段尚无商机有结果、更多商机的去向无从得知而未估算代价的阶段：{stages}。',
    },
    basis: '以上为“{title}”截至 {asOf} 的情况。',
  },
}
