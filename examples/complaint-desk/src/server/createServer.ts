import { type LocalizedText, localizeText } from '@clientele/core'
import { explainIssue } from '@clientele/core/explain'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { addComplaintRoutes } from '../complaints/addComplaintRoutes.js'
import { addWorkflowRoutes } from '../workflows/addWorkflowRoutes.js'
import { locales, spokenLanguage } from './languages.js'
import { nameLanguage } from './nameLanguage.js'
import { nothingHere, Problem, problems } from './Problem.js'
import { problemOf } from './problemOf.js'
import type { Service } from './types.js'

const BODY_LIMIT = 256 * 1024

/** Milliseconds: a request that has not arrived by then is given up. */
const REQUEST_TIMEOUT = 30_000

/** Makes the server; whoever opened the database closes it. */
export function createServer(service: Service, { logger = false }: { readonly logger?: boolean } = {}): FastifyInstance {
  const server = fastify({
    logger,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    // What Fastify says of an address before any route is found.
    frameworkErrors: (error, request, reply) => {
      sendProblem(error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? nothingHere() : frameworkProblem(error), request, reply)
    },
  })
  // Fastify would hand on a plain text as a string, and the answer would be that the body is no object; without it, that its type is wrong.
  server.removeContentTypeParser('text/plain')
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error) ?? frameworkProblem(error)
    if (problem.code === 'internal-error') request.log.error(error)
    return sendProblem(problem, request, reply, problem.code === 'malformed-request' ? error.statusCode : undefined)
  })
  server.setNotFoundHandler((request, reply) => sendProblem(nothingHere(), request, reply))
  addWorkflowRoutes(server, service)
  addComplaintRoutes(server, service)
  return server
}

/** What Fastify itself refuses, by the status that it gives. */
const REFUSALS: { readonly [status: number]: LocalizedText } = {
  400: { en: 'The address or the body cannot be read; a body is JSON.', 'zh-CN': '地址或正文无法识别；正文须为 JSON。' },
  413: { en: `A body has ${BODY_LIMIT} bytes at most.`, 'zh-CN': `正文最多 ${BODY_LIMIT} 字节。` },
  415: { en: 'A body is of the type application/json.', 'zh-CN': '正文类型须为 application/json。' },
}

/** Fastify itself refuses what is no JSON, too long or of another type; anything else is the service's own fault, and no concern of the caller. */
function frameworkProblem({ statusCode = 500, message }: FastifyError): Problem {
  if (statusCode < 500) return new Problem('malformed-request', REFUSALS[statusCode] ?? message)
  return new Problem('internal-error', { en: 'Nothing was done.', 'zh-CN': '未执行任何操作。' })
}

/** @see RFC 9457, Problem Details for HTTP APIs. */
function sendProblem({ code, detail, issues, facts }: Problem, request: FastifyRequest, reply: FastifyReply, given?: number): FastifyReply {
  const { status, title } = problems[code]
  const language = spokenLanguage(request)
  if (code === 'unavailable') reply.header('retry-after', '1')
  nameLanguage(reply, language)
  const spoken = issues.map((issue) => ({ ...issue, message: explainIssue(issue, locales[language].core) }))
  return reply
    .code(given ?? status)
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `urn:clientele:problem:${code}`,
        title: localizeText(title, language),
        status: given ?? status,
        detail: localizeText(detail, language),
        ...(spoken.length > 0 ? { issues: spoken } : {}),
        ...facts,
      }),
    )
}
