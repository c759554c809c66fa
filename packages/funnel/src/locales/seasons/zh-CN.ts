import type { SeasonsLocale } from './types.js'

/** The wording of how much more or less is sold at each place of a season, in Simplified Chinese. */
export const seasons: SeasonsLocale = {
  seasons: {
    strongest: '在每个周期的 {period} 期中，销售最旺的是{places}：高出均值{percent}。',
    weakest: '销售最淡的是{places}：低于均值{percent}。',
    even: '每个周期的 {period} 期销售持平，没有淡旺之分。',
    place: '第 {number} 期',
    all: '自第一期起，各期相当于均值的比率：{shares}。',
    share: '{percent}%',
    basis: '第一期即第一个数值所在的那一期。每个数值都与其前后一个完整周期的均值相比，因此持续的增减不会误作季节性。',
    samples: '每一期所依据的此类比较，至少为 {samples} 次；越少，越不足为凭。',
    diagnoses: {
      'insufficient-history': '是否有季节性无从判断：至少需要两个完整周期，即 {needed} 个数值，而现有 {there} 个。',
      'nothing-sold': '是否有季节性无从判断：{needed} 期中只有 {there} 期可与前后一个完整周期相比，其余各期前后均无销售。',
    },
  },
}
