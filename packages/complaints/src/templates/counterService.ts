import type { WorkflowDefinition } from '../workflow/types.js'

/**
 * A counter that settles complaints on the spot: a clerk within a limit, the shift leader beyond it. It shows how little a definition needs; the
 * limits are examples.
 */
export const counterService: WorkflowDefinition = {
  kind: 'complaint-workflow',
  id: 'counter-service',
  version: '1',
  format: 1,
  title: { en: 'Complaints at the counter', 'zh-CN': '柜台投诉处理' },
  initial: 'heard',
  opening: { needs: ['complaint', 'customer', 'content', 'description'], emits: ['ComplaintRecorded'] },
  steps: {
    heard: {
      textbook: 1,
      title: { en: 'Heard', 'zh-CN': '已听取' },
      responsible: 'clerk',
      clocks: { resolution: 'run' },
      moves: [
        {
          on: 'settleOnTheSpot',
          to: 'settled',
          needs: ['remedy'],
          role: ['clerk', 'shift-leader'],
          emits: ['SolutionApproved'],
          why: {
            en: 'A clerk settles what the limit allows; the rest is for the shift leader.',
            'zh-CN': '限额以内由柜员当场处理，超出的由值班长处理。',
          },
        },
        {
          on: 'turnDown',
          to: 'turned-down',
          needs: ['grounds'],
          role: ['shift-leader'],
          notBy: ['recorder'],
          emits: ['ComplaintRejected', 'CustomerNotified'],
          why: { en: 'Whoever took the complaint does not turn it down.', 'zh-CN': '接待投诉的人不得自己驳回。' },
        },
      ],
    },
    settled: {
      textbook: 6,
      title: { en: 'Settled', 'zh-CN': '已处理' },
      responsible: 'clerk',
      clocks: { resolution: 'run' },
      moves: [{ on: 'thankCustomer', to: 'filed', role: ['clerk', 'shift-leader'], emits: ['CustomerNotified', 'ComplaintClosed'] }],
    },
    filed: {
      textbook: 8,
      title: { en: 'Filed', 'zh-CN': '已归档' },
      final: true,
      clocks: { resolution: 'stop' },
      moves: [],
    },
    'turned-down': {
      textbook: 8,
      title: { en: 'Turned down', 'zh-CN': '已驳回' },
      final: true,
      clocks: { resolution: 'stop' },
      moves: [{ on: 'reopen', to: 'heard', emits: ['ComplaintReopened'], startsCycle: true }],
    },
  },
  limits: [
    { role: 'clerk', upTo: { amount: '200', currency: 'CNY' } },
    { role: 'shift-leader', upTo: { amount: '2000', currency: 'CNY' } },
  ],
  terms: {
    settleOnTheSpot: { en: 'settle on the spot', 'zh-CN': '当场处理' },
    turnDown: { en: 'turn the complaint down', 'zh-CN': '驳回投诉' },
    thankCustomer: { en: 'thank the customer', 'zh-CN': '感谢客户' },
    recordComplaint: { en: 'hear the complaint', 'zh-CN': '听取投诉' },
    reopen: { en: 'hear it again', 'zh-CN': '重新听取' },
    ComplaintRecorded: { en: 'complaint recorded', 'zh-CN': '投诉已记录' },
    SolutionApproved: { en: 'solution approved', 'zh-CN': '方案已批准' },
    ComplaintRejected: { en: 'complaint turned down', 'zh-CN': '投诉已驳回' },
    CustomerNotified: { en: 'customer told', 'zh-CN': '已告知客户' },
    ComplaintClosed: { en: 'complaint closed', 'zh-CN': '投诉已结案' },
    ComplaintReopened: { en: 'complaint heard again', 'zh-CN': '投诉已重新听取' },
    remedy: { en: 'remedy', 'zh-CN': '处理办法' },
    grounds: { en: 'grounds', 'zh-CN': '理由' },
    clerk: { en: 'clerk', 'zh-CN': '柜员' },
    'shift-leader': { en: 'shift leader', 'zh-CN': '值班长' },
    recorder: { en: 'who took the complaint', 'zh-CN': '接待人' },
    resolution: { en: 'resolution', 'zh-CN': '解决' },
  },
}
