import type { WorkflowDefinition } from '../workflow/types.js'
import { anywhere, atApproval, beforeNotice, deciders, everyone, open, reopening, said, waiting } from './eightStepsMoves.js'
import { eightStepsTerms } from './eightStepsTerms.js'

const running = { resolution: 'run' } as const
const stopped = { 'first-response': 'stop', resolution: 'stop' } as const

/** The eight steps in which the textbook handles a complaint (S1, 客戶投訴管理). The limit is an example. */
export const eightSteps: WorkflowDefinition = {
  kind: 'complaint-workflow',
  id: 'eight-steps',
  version: '1',
  format: 1,
  title: { en: 'The eight steps of handling a complaint', 'zh-CN': '处理客户投诉的八个步骤' },
  initial: 'recorded',
  opening: { needs: ['complaint', 'customer', 'content', 'description'], emits: ['ComplaintRecorded', 'ReceiptAcknowledged'] },
  steps: {
    recorded: {
      textbook: 1,
      title: { en: 'Recorded', 'zh-CN': '已记录' },
      responsible: 'agent',
      clocks: { 'first-response': 'run', resolution: 'run' },
      moves: [
        { on: 'expressSympathy', to: '.', role: everyone, emits: ['SympathyExpressed'] },
        {
          on: 'judgeComplaint',
          to: 'accepted',
          when: { field: 'command.verdict', operator: 'equals', value: 'upheld' },
          needs: ['ReceiptAcknowledged', 'SympathyExpressed', 'verdict', 'grounds'],
          role: everyone,
          emits: ['ComplaintAccepted'],
          why: { en: 'First the feelings, then the matter.', 'zh-CN': '先处理感情，再处理事情。' },
        },
        {
          on: 'judgeComplaint',
          to: 'rejected',
          when: { field: 'command.verdict', operator: 'equals', value: 'rejected' },
          needs: ['ReceiptAcknowledged', 'SympathyExpressed', 'verdict', 'grounds', 'appealRoute'],
          role: everyone,
          emits: ['ComplaintRejected'],
          why: {
            en: 'First the feelings, then the matter; and whoever is turned down is told why, and where to appeal.',
            'zh-CN': '先处理感情，再处理事情；投诉不成立的，要说明理由和申诉途径。',
          },
        },
        ...open,
      ],
    },
    accepted: {
      textbook: 2,
      title: { en: 'Accepted', 'zh-CN': '投诉成立' },
      responsible: 'agent',
      clocks: { 'first-response': 'stop', resolution: 'run' },
      moves: [
        { on: 'assignDepartment', to: 'assigned', needs: ['department'], role: everyone, emits: ['DepartmentAssigned'] },
        { on: 'containProblem', to: '.', role: everyone, emits: ['ProblemContained'] },
        ...open,
      ],
    },
    rejected: {
      textbook: 2,
      title: { en: 'Rejected, customer not told yet', 'zh-CN': '投诉不成立，尚未告知客户' },
      responsible: 'agent',
      clocks: { 'first-response': 'stop', resolution: 'run' },
      moves: [
        {
          on: 'notifyCustomer',
          to: 'rejection-filed',
          role: everyone,
          emits: ['CustomerNotified', 'RejectionFiled'],
          why: { en: 'The customer is told of a rejection too.', 'zh-CN': '投诉不成立，也要告知客户。' },
        },
        ...anywhere,
      ],
    },
    assigned: {
      textbook: 3,
      title: { en: 'Department assigned', 'zh-CN': '已确定责任部门' },
      responsible: 'agent',
      clocks: running,
      moves: [
        { on: 'assignDepartment', to: '.', needs: ['department'], role: everyone, emits: ['DepartmentAssigned'] },
        { on: 'containProblem', to: '.', role: everyone, emits: ['ProblemContained'] },
        { on: 'analyseCause', to: 'analysed', needs: ['DepartmentAssigned', 'cause'], role: everyone, emits: ['CauseAnalysed'] },
        ...open,
      ],
    },
    analysed: {
      textbook: 4,
      title: { en: 'Cause analysed', 'zh-CN': '已分析原因' },
      responsible: 'agent',
      clocks: running,
      moves: [
        { on: 'containProblem', to: '.', role: everyone, emits: ['ProblemContained'] },
        { on: 'analyseCause', to: '.', needs: ['cause'], role: everyone, emits: ['CauseAnalysed'] },
        { on: 'proposeSolution', to: 'proposed', needs: ['CauseAnalysed', 'remedy'], role: everyone, emits: ['SolutionProposed'] },
        ...open,
      ],
    },
    proposed: {
      textbook: 5,
      title: { en: 'Solution proposed', 'zh-CN': '已提出处理方案' },
      responsible: 'manager',
      clocks: running,
      moves: [
        ...atApproval(deciders),
        { on: 'escalateApproval', to: 'escalated', role: ['agent', 'manager'], emits: ['ApprovalEscalated'] },
        ...open,
      ],
    },
    escalated: {
      textbook: 5,
      title: { en: 'Solution before the director', 'zh-CN': '方案呈报总监' },
      responsible: 'director',
      clocks: running,
      moves: [...atApproval(['director']), ...open],
    },
    approved: {
      textbook: 6,
      title: { en: 'Solution approved', 'zh-CN': '方案已批准' },
      responsible: 'agent',
      clocks: running,
      moves: [{ on: 'notifyCustomer', to: 'notified', needs: ['SolutionApproved'], role: everyone, emits: ['CustomerNotified'] }, ...open],
    },
    notified: {
      textbook: 7,
      title: { en: 'Customer told, solution being carried out', 'zh-CN': '已告知客户，正在执行方案' },
      responsible: 'agent',
      clocks: running,
      moves: [
        { on: 'carryOutSolution', to: '.', role: everyone, emits: ['SolutionCarriedOut'] },
        {
          on: 'recordCustomerResponse',
          to: '.',
          when: said('accepted'),
          role: everyone,
          emits: ['CustomerResponseRecorded'],
        },
        {
          on: 'recordCustomerResponse',
          to: '.',
          when: said('disputed'),
          role: everyone,
          emits: ['CustomerResponseRecorded', 'SolutionDisputed'],
        },
        {
          on: 'evaluateComplaint',
          to: 'closed',
          needs: ['SolutionCarriedOut', 'CustomerResponseRecorded'],
          role: everyone,
          emits: ['ComplaintEvaluated', 'ComplaintClosed'],
          why: {
            en: 'What was decided has been carried out, and the customer has been heard.',
            'zh-CN': '方案已经执行，客户的意见已经听取。',
          },
        },
        {
          ...reopening,
          needs: ['SolutionDisputed'],
          why: {
            en: 'Before it is closed, a complaint is only reopened where the customer disputes the solution.',
            'zh-CN': '结案之前，只有客户对方案有异议，才重新处理。',
          },
        },
        waiting,
        ...anywhere,
      ],
    },
    'awaiting-customer': {
      title: { en: 'Waiting for the customer', 'zh-CN': '等待客户答复' },
      responsible: 'agent',
      clocks: { 'first-response': 'pause', resolution: 'pause' },
      moves: [{ on: 'customerReplied', to: '@previous', role: everyone, emits: ['CustomerReplied'] }, ...beforeNotice, ...anywhere],
    },
    closed: {
      textbook: 8,
      title: { en: 'Closed', 'zh-CN': '已结案' },
      final: true,
      clocks: stopped,
      moves: [reopening],
    },
    'rejection-filed': {
      title: { en: 'Rejected, customer told', 'zh-CN': '不成立，已告知客户并归档' },
      final: true,
      clocks: stopped,
      moves: [reopening],
    },
    withdrawn: {
      title: { en: 'Withdrawn', 'zh-CN': '已撤回' },
      final: true,
      clocks: stopped,
      moves: [reopening],
    },
    merged: {
      title: { en: 'Merged into another complaint', 'zh-CN': '已并入另一投诉' },
      final: true,
      clocks: stopped,
      moves: [],
    },
  },
  limits: [{ role: 'manager', upTo: { amount: '5000', currency: 'CNY' }, cumulative: true }],
  terms: eightStepsTerms,
}
