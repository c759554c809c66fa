import type { VersionsLocale } from './types.js'

/** The wording of comparisons of definitions in Simplified Chinese. */
export const versions: VersionsLocale = {
  versions: {
    summary: '“{title}”由第 {before} 版改为第 {after} 版：变动 {changes} 处；可继续处理的投诉 {migrations} 件；将无法继续的投诉 {stuck} 件。',
    same: '没有变动。',
    changes: {
      'step-added': '新增步骤：“{step}”。',
      'step-removed': '取消步骤：“{step}”。',
      'step-changed': '步骤“{step}”的以下内容有变：{fields}。',
      'move-added': '“{step}”新增操作：{command}，{destination}。',
      'move-removed': '“{step}”取消操作：{command}，{destination}。',
      'move-changed': '“{step}”的操作有变（{fields}）：{command}，{destination}。',
      'moves-reordered': '在“{step}”，同一命令的各项操作改变了尝试的先后：{command}。',
      'initial-changed': '投诉的起始步骤由“{before}”改为“{after}”。',
      'opening-changed': '记录投诉的以下内容有变：{fields}。',
      'limit-changed': '角色“{role}”对 {currency} 的批准限额：原为{before}，现为{after}。',
    },
    fields: {
      title: '名称',
      textbook: '教材步骤',
      final: '是否终结',
      responsible: '负责人',
      clocks: '计时',
      when: '条件',
      needs: '依据',
      role: '有权执行者',
      notBy: '不得执行者',
      emits: '所记事件',
      startsCycle: '是否开始新的一轮',
      why: '理由',
    },
    stuck: '将在“{step}”无法继续的投诉：{complaints}。',
    reasons: {
      'step-missing': '第 {version} 版没有步骤“{step}”，也未说明处于该步骤的投诉转到哪里。',
      'return-step-missing': '第 {version} 版没有投诉要回到的步骤“{step}”，也未说明由哪个步骤代替。',
      'no-way-out': '从“{step}”起，投诉再也无法终结，因为以下事件不会再发生：{lacking}。',
    },
    noMoves: '从“{step}”起，投诉再也无法终结。',
    migrated: '由“{from}”转到“{to}”的投诉：{complaints}。',
    kept: '仍在“{from}”的投诉：{complaints}。',
    limit: '不超过 {amount}',
    limitInAll: '不超过 {amount}（此前已付给客户的金额计算在内）',
    nothing: '不得批准',
    noLimit: '不设限额',
  },
}
