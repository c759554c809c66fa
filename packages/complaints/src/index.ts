/**
 * Customer complaints as a workflow that loses nothing: decide, evolve, replay; every refusal with all its reasons.
 *
 * @module
 */
export { analyseComplaints } from './analysis/analyseComplaints.js'
export type {
  AnalysisDiagnosis,
  CauseBar,
  ClockTimeliness,
  Compensation,
  ComplaintAnalysis,
  ComplaintAnalysisOptions,
  ContentBar,
  CorrectiveMeasure,
  DepartmentBar,
  Duration,
  ParetoBar,
  Recurrence,
  ReworkSummary,
  Satisfaction,
  StepTime,
  Timeliness,
} from './analysis/types.js'
export { checkClockPolicy } from './clocks/checkClockPolicy.js'
export { compileClocks } from './clocks/compileClocks.js'
export { complaintClocks } from './clocks/complaintClocks.js'
export type {
  ClockMoment,
  ClockOptions,
  ClockPolicy,
  ClockRule,
  ClockSetting,
  ClockSource,
  ClockSpan,
  ClockSpanReason,
  ClockStatus,
  ClockTarget,
  ClockTrace,
  CompiledClocks,
  ComplaintClock,
  ComplaintClocks,
  DateTarget,
  KeptDeadline,
  PassedDeadline,
} from './clocks/types.js'
export { availableCommands } from './commands/availableCommands.js'
export { compileWorkflow } from './commands/compileWorkflow.js'
export { decideComplaint } from './commands/decideComplaint.js'
export { openComplaint } from './commands/openComplaint.js'
export type {
  AvailabilityCase,
  AvailableCommand,
  AvailableCommands,
  AvailableMove,
  CommandCase,
  CompiledWorkflow,
  ComplaintCommand,
  ComplaintContent,
  Decision,
  OverLimit,
  RecordComplaint,
  RefusalReason,
} from './commands/types.js'
export { toBpmn } from './diagrams/toBpmn.js'
export { toMermaid } from './diagrams/toMermaid.js'
export { toXState } from './diagrams/toXState.js'
export type {
  DiagramOptions,
  XStateConfig,
  XStateGuard,
  XStateNode,
  XStateRecord,
  XStateTransition,
} from './diagrams/types.js'
export { analyseEventLog } from './eventLog/analyseEventLog.js'
export type {
  ActivityCount,
  EventLogAnalysis,
  EventLogDiagnosis,
  EventLogMap,
  EventLogOptions,
  LoggedEvent,
  LogRework,
  TimeBetween,
  Variant,
} from './eventLog/types.js'
export { evolveComplaint } from './history/evolveComplaint.js'
export { replayComplaint } from './history/replayComplaint.js'
export type {
  Actor,
  ComplaintEvent,
  ComplaintFact,
  ComplaintState,
  DefinitionReference,
  EvolutionCase,
  ProposedSolution,
} from './history/types.js'
export { redactComplaint } from './redaction/redactComplaint.js'
export type { RedactedComplaint, RedactionOptions, RemovedField } from './redaction/types.js'
export { deadlineRisk } from './risk/deadlineRisk.js'
export type {
  DeadlineRecord,
  DeadlineRisk,
  DeadlineRiskDiagnosis,
  DeadlineRiskEntry,
  DeadlineRiskOptions,
  StepRisk,
} from './risk/types.js'
export { checkTaxonomy } from './taxonomy/checkTaxonomy.js'
export { classifyComplaint } from './taxonomy/classifyComplaint.js'
export { lintTaxonomy } from './taxonomy/lintTaxonomy.js'
export type {
  ClassificationCase,
  ClassificationReason,
  ComplaintCause,
  ComplaintClassification,
  ComplaintTaxonomy,
  TaxonomyEntry,
} from './taxonomy/types.js'
export { compareDefinitions } from './versions/compareDefinitions.js'
export { migrateComplaint } from './versions/migrateComplaint.js'
export type {
  ComplaintMigration,
  DefinitionChange,
  DefinitionComparison,
  DefinitionComparisonCase,
  DefinitionVersions,
  LimitText,
  MigrationCase,
  StuckComplaint,
  StuckReason,
} from './versions/types.js'
export { checkWorkflow } from './workflow/checkWorkflow.js'
export { lintDefinition } from './workflow/lintDefinition.js'
export { shortestPath } from './workflow/shortestPath.js'
export type {
  ApprovalLimit,
  ClockState,
  PathCase,
  ShortestPath,
  WorkflowDefinition,
  WorkflowMove,
  WorkflowOpening,
  WorkflowStep,
} from './workflow/types.js'
