import type { Actor } from '@clientele/complaints'

/** Who handles the complaint: one of every role that the workflow knows. */
export const people = [
  { id: 'li', role: 'agent' },
  { id: 'chen', role: 'manager' },
  { id: 'zhao', role: 'director' },
] as const satisfies readonly Actor[]

export type Person = (typeof people)[number]
export type PersonId = Person['id']

export const isPerson = (id: unknown): id is PersonId => people.some((person) => person.id === id)
export const personCalled = (id: string): Person => people.find((person) => person.id === id) ?? people[0]
