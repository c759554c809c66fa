/** A field of a page: the name of its text, and what a person calls it. */
export interface FieldProperties {
  readonly name: string
  readonly label: string
  /** What is allowed or usual, said below it. */
  readonly hint?: string
  /** The label is for screen readers alone: a table's head says it to the others. */
  readonly isLabelHidden?: boolean
}
