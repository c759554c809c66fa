import type { CommandsLocale } from './types.js'

/** The wording of decisions, and of what can be done, in Simplified Chinese. */
export const commands: CommandsLocale = {
  decision: {
    accepted: '{at}，{actor}对投诉 {complaint} 执行了“{command}”；已记录：{events}。',
    refused: '该命令不能执行。',
    stands: '投诉现处于“{step}”。',
    closed: '投诉现已终结，处于“{step}”。',
    newCycle: '第 {cycle} 轮处理开始：以前的记录照旧归档，但不再作为依据。',
    migrated: '此后由第 {from} 版改按第 {to} 版处理。',
  },
  refusals: {
    conflict: '此间已有其他操作，第 {expected} 号之后新增的事件数：{count}。请重新查看投诉，再作处理。',
    'unknown-command': '这里没有“{command}”这一命令；可用的命令：{known}。',
    closed: '不能执行“{command}”：投诉已终结，处于“{step}”；此处仍可执行：{commands}。',
    'not-in-this-step': '在“{step}”不能执行“{command}”；可以执行的步骤：{steps}。',
    condition: '未满足条件：{condition}。现状：{actual}。',
    role: '角色“{role}”无权执行；有权执行的是：{allowed}。',
    'same-person': '{person}（{as}）不得执行；须由他人执行。',
    'over-limit': '金额 {amount} 超出角色“{role}”的批准限额 {upTo}；有权批准的是：{roles}。',
    evidence: {
      field: '缺少依据：须填写“{need}”。',
      event: '缺少依据：本轮尚无“{need}”；可由此产生：{commands}。',
    },
    ahead: '该命令依据的是截至第 {expected} 号的事件，而第 {actual} 号之后并无事件；请重新查看投诉，再作处理。',
    noCommands: '这里没有“{command}”这一命令，也没有其他命令。',
    closedForGood: '不能执行“{command}”：投诉已终结，处于“{step}”，不能再作任何处理。',
    nowhere: '在“{step}”不能执行“{command}”，在其他步骤也不能执行。',
    cannotMigrate: '投诉不能转入另一版流程：该版没有步骤“{step}”，也未说明处于该步骤的投诉转到哪里；该版的步骤有：{steps}。',
    actual: '{field}：{actual}',
    actualMissing: '{field}未填写',
    actualHappened: '已有“{event}”（第 {number} 号事件）',
    actualNotHappened: '尚无“{event}”',
    overLimitInAll: '金额 {amount} 与此前已付给客户的 {paid} 合计 {total}，超出角色“{role}”的批准限额 {upTo}；有权批准的是：{roles}。',
    noLimit: '金额为 {amount}，而角色“{role}”不得批准任何 {currency} 金额；有权批准的是：{roles}。',
    why: '理由：{why}',
  },
  available: {
    possible: '现在可以执行：{commands}。',
    nothing: '现在没有可以执行的操作。',
    leads: '“{command}”之后，投诉转入{steps}',
    stays: '“{command}”之后，投诉仍在原步骤',
    leadsOrStays: '“{command}”之后，投诉转入{steps}，或仍在原步骤',
    refused: '现在不能执行“{command}”。',
  },
}
