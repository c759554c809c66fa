import type { ClocksLocale } from './types.js'

/** The wording of deadlines, and of what the past says about them, in Simplified Chinese. */
export const clocks: ClocksLocale = {
  clocks: {
    summary:
      '截至 {at}，投诉 {complaint} 的时限：逾期 {breached} 项；计时中 {running} 项；等待中 {waiting} 项；按时完成 {met} 项；因其他原因结束 {otherwise} 项。',
    notStarted: '尚未开始计时：{clocks}。',
    inCycle: '{clock}（第 {cycle} 轮）',
    endOfDate: '{date}24 时',
    statuses: {
      running: '“{clock}”计时中：截止时间为 {due}；剩余 {left}；已用 {used}。',
      waiting: '“{clock}”因投诉在“{step}”步骤等待而暂停计时：若此刻恢复，截止时间为 {due}；剩余 {left}；已用 {used}。',
      met: '“{clock}”按时完成：截止时间为 {due}，“{event}”发生于 {met}；已用 {used}；余下 {left}。',
      otherwise: '“{clock}”在时限内结束，但并非因所等待的事件：截止时间为 {due}，“{event}”发生于 {met}；已用 {used}；余下 {left}。',
      overdue: '“{clock}”已逾期 {late}：截止时间为 {due}；已用 {used}。',
      missed: '“{clock}”逾期 {late}完成：截止时间为 {due}，“{event}”发生于 {met}；已用 {used}。',
    },
    lateOutsideHours: '{late}（自然时间）',
    standsStill: '目前因投诉在“{step}”步骤等待而暂停计时。',
    authority: '这是主管部门的时限，不是企业的时限。',
    warning: '须尽快处理：{at}起已进入预警。',
    warnsLater: '将于 {at}进入预警。',
    warnsAfterWait: '若此刻恢复，将于 {at}进入预警。',
    waited: '因等待暂停计时：{waited}。',
    extended: '截止时间已延至 {date}24 时。',
    passed: '{at}“{event}”变更截止时间时，先前的截止时间已过，原为 {due}。',
    started: '自 {at}“{event}”起计时；时限：{target}。',
    startedByPriority: '自 {at}“{event}”起计时；优先级“{priority}”的时限：{target}。',
    startedOtherwise: '自 {at}“{event}”起计时；其他优先级或未定优先级的时限：{target}。',
    targets: {
      businessTime: '工作时间 {time}',
      elapsedTime: '{time}，昼夜连续计时',
      businessDays: { one: '自收到次日起 {number} 个工作日', many: '自收到次日起 {number} 个工作日' },
      calendarDays: '自收到次日起 {time}',
      weeks: '自收到次日起 {time}',
    },
    calendar: '按日历“{calendar}”第 {version} 版计时。',
    aroundTheClock: '昼夜连续计时，不用日历。',
    source: '依据：{source}；以 {asOf} 的文本为准。',
    sourceWithAddress: '依据：{source}（{address}）；以 {asOf} 的文本为准。',
    trace: '“{clock}”的截止时间由来：',
    why: {
      'around-the-clock': '昼夜连续计时',
      waiting: '投诉等待中',
      'receipt-day': '收到当日',
      'counted-day': '第 {day} 天',
      extension: '延期',
    },
    note: '说明：{note}',
  },
  risk: {
    summary: '{at}未结束的时限，以往最常逾期的在前；此处列出 {count} 项。',
    nothingOpen: '{at}没有未结束的时限。',
    entry:
      '投诉 {complaint} 的“{clock}”：处于“{step}”（{department}），已用 {age}；以往同样情形的投诉有 {percent}% 最终逾期（{sample} 件中的 {breached} 件）。',
    noDepartment: '未定部门',
    diagnoses: {
      'nothing-to-compare': '投诉 {complaint} 的“{clock}”：处于“{step}”（{department}），已用 {age}；以往没有同样情形的投诉可比。',
      'small-sample': '{entry}样本偏少，仅供参考。',
      rejected: '被拒收、未计入的记录：{count} 份。',
    },
    step: '“{clock}”：经过“{step}”（{department}）的投诉有 {percent}% 逾期（{sample} 件中的 {breached} 件）。',
  },
}
