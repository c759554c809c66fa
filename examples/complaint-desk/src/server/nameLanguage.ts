import type { FastifyReply } from 'fastify'
import type { Language } from './languages.js'

/** Says in which language an answer's sentences are, and that another may be asked for. */
export function nameLanguage(reply: FastifyReply, language: Language): void {
  reply.header('content-language', language).header('vary', 'Accept-Language')
}
