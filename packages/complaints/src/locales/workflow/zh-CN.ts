import type { WorkflowLocale } from './types.js'

/** The wording of how complaints are handled, in Simplified Chinese. */
export const workflow: WorkflowLocale = {
  textbook: {
    steps: [
      '记录投诉内容',
      '判定投诉是否成立',
      '确定投诉处理责任部门',
      '会同责任部门分析投诉原因',
      '提出处理方案',
      '提交主管领导批示',
      '通知客户并实施处理方案',
      '总结评价',
    ],
    step: '{number}．{name}',
  },
  process: {
    summary: '投诉按“{title}”（第 {version} 版）处理，终结于：{ends}。',
    endless: '投诉按“{title}”（第 {version} 版）处理，没有终结投诉的步骤。',
    opening: '处理始于“{command}”；须填写：{fields}。记作：{events}；投诉随即处于“{step}”。',
    step: '“{step}”：至此完成教材八个步骤中的第 {number} 步“{name}”。',
    plainStep: '“{step}”：不属于教材的八个步骤。',
    closes: '投诉在此终结。',
    clocks: '计时：{clocks}。',
    clock: { run: '“{clock}”计时中', pause: '“{clock}”暂停计时', stop: '“{clock}”停止计时' },
    move: '{roles}可以{command}',
    openMove: '任何人都可以{command}',
    provided: '{move}，条件是{condition}',
    clauseSeparator: '；',
    clauses: {
      events: '本轮须先有的依据：{events}',
      fields: '须填写：{fields}',
      notBy: '以下人员不得执行：{people}',
    },
    sentence: '{clauses}。',
    outcome: '记作：{events}；{destination}。',
    newCycleOutcome: '记作：{events}；开始新的一轮处理，{destination}。',
    destinations: {
      moves: '投诉转入“{step}”',
      stays: '投诉仍在原步骤',
      goesBack: '投诉回到原来的步骤',
    },
    why: '理由：{why}',
    shared: '在此还可以（见下文多个步骤共有的操作）：{commands}。',
    alike: '以下操作在这些步骤都可以执行：{places}。',
    limit: '{role}可批准的金额不超过 {upTo}。',
    limitInAll: '{role}可批准的金额不超过 {upTo}，此前已付给客户的金额计算在内。',
    limits: '上述角色不得批准其他币种的金额；未设限额的角色可批准任何金额。',
    migration: '第 {version} 版中处于下列步骤的投诉，在此继续：{steps}。',
    migratedStep: '“{from}”转到“{to}”',
  },
  path: {
    commands: '最短路径上的命令数：{count}。',
    command: '{number}．{command}：投诉随即处于“{step}”。',
    there: '无需执行任何命令：投诉已在该步骤。',
    unreachable: '没有命令可以转到该步骤。',
  },
}
