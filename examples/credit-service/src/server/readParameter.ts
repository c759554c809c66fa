import type { FastifyRequest } from 'fastify'
import { type Noun, notFound } from './Problem.js'
import { idShape } from './shapes.js'

/** The id in the address; what cannot be an id is nothing's. */
export function readParameter({ params }: FastifyRequest, noun: Noun): string {
  const { id } = params as { readonly id: string }
  if (!idShape.safeParse(id).success) throw notFound(noun, id)
  return id
}
