/**
 * Customer complaints as a workflow that loses nothing: decide, evolve, replay; every refusal with all its reasons.
 *
 * @module
 */
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
