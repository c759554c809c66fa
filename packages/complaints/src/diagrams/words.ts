/** What a diagram says besides what the definition does, mostly before the facts of a step or a move. */
export const words = {
  by: { en: 'By', 'zh-CN': '执行人' },
  clocks: { en: 'Clocks', 'zh-CN': '计时' },
  condition: { en: 'Only if', 'zh-CN': '条件' },
  cumulative: { en: 'with what was paid before', 'zh-CN': '连同此前已付' },
  cycle: { en: 'A new cycle begins', 'zh-CN': '开始新的一轮处理' },
  events: { en: 'Events', 'zh-CN': '事件' },
  limits: { en: 'Limits', 'zh-CN': '限额' },
  needs: { en: 'Needs', 'zh-CN': '依据' },
  notBy: { en: 'Not by', 'zh-CN': '不得由' },
  pause: { en: 'pause', 'zh-CN': '暂停' },
  previous: { en: 'Back to where the complaint came from', 'zh-CN': '返回原来的步骤' },
  responsible: { en: 'Responsible', 'zh-CN': '负责人' },
  run: { en: 'run', 'zh-CN': '计时中' },
  staying: { en: 'Here, without leaving the step', 'zh-CN': '在本步骤内' },
  stop: { en: 'stop', 'zh-CN': '停止' },
  within: { en: 'within the last', 'zh-CN': '处于最近' },
} as const
