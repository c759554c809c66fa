import type { HistoryLocale } from './types.js'

/** The wording of where a complaint stands, and of its history, in Simplified Chinese. */
export const history: HistoryLocale = {
  standing: {
    open: '投诉 {complaint} 自 {at} 起处于“{step}”。',
    closed: '投诉 {complaint} 已终结：自 {at} 起处于“{step}”。',
    responsible: '下一步负责人：{role}。',
    nobody: '未指定下一步的负责人。',
    done: '教材八个步骤中最近完成的：{step}。',
    ahead: '教材八个步骤中最近完成的：{step}；尚待进行：{ahead}。',
    nothingAhead: '教材八个步骤中最近完成的：{step}；按此流向，其余步骤不再进行。',
    proposal: '{actor}于 {at} 提出的处理方案：{remedy}；费用为 {amount}。',
    freeProposal: '{actor}于 {at} 提出的处理方案：{remedy}；不产生费用。',
    goesBack: '此后将回到“{step}”。',
    cycle: '这是第 {cycle} 轮处理：以前各轮的记录照旧归档，但不再作为依据。',
    happened: '本轮已有：{events}。',
    opened: '记录时间：{at}；{fields}。',
    openedPlain: '记录时间：{at}。',
    incomplete: '历史在一条命令的中途中断；尚缺的事件数：{count}。',
    possible: '“{step}”的命令（须符合各自的条件）：{commands}。',
    impossible: '在“{step}”没有可以执行的操作。',
  },
  events: {
    told: '{sequence}．{at}，{actor}：{event}（{fields}）；{place}。',
    plain: '{sequence}．{at}，{actor}：{event}；{place}。',
    begins: '投诉处于“{step}”',
    moves: '转入“{step}”',
    stays: '仍在“{step}”',
    newCycle: '第 {cycle} 轮处理开始，{place}',
    migrated: '由第 {from} 版改按第 {to} 版处理，{place}',
  },
}
