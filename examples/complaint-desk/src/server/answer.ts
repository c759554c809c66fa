import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Connection } from '../database/types.js'
import type { Language } from './languages.js'
import { nameLanguage } from './nameLanguage.js'
import { Problem } from './Problem.js'
import type { Answer, Service } from './types.js'

/** Reads what a request asks for, all as of one moment; `language` is that of its sentences, where it has some. */
export async function answerReading(
  service: Service,
  reply: FastifyReply,
  work: (connection: Connection) => Promise<object>,
  language?: Language,
): Promise<FastifyReply> {
  const body = await service.database.read(work)
  return send(reply, serialize({ status: 200, body, ...(language === undefined ? {} : { language }) }))
}

/**
 * Does what a request asks for: all of it, or nothing. With an `Idempotency-Key` it is done once, and the same answer given to the same request again; the
 * key is kept in the same transaction, so it is there if and only if the request was carried out, and two at once wait for each other.
 *
 * @see The IETF's draft "The Idempotency-Key HTTP Header Field".
 */
export async function answerOnce(
  service: Service,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (connection: Connection) => Promise<Answer>,
): Promise<FastifyReply> {
  const key = keyOf(request)
  const answer = await service.database.write(async (connection) => {
    if (key === undefined) return serialize(await work(connection))
    const digest = digestOf(request)
    const taken = await connection.query(
      `INSERT INTO requests (key, request, status, body) VALUES ($1, $2, 0, '') ON CONFLICT DO NOTHING RETURNING key`,
      [key, digest],
    )
    if (taken.length === 0) return earlierAnswer(connection, key, digest)
    const answer = serialize(await work(connection))
    const { status, location, language, body } = answer
    const values = [key, status, location, language, body]
    await connection.query('UPDATE requests SET status = $2, location = $3, language = $4, body = $5 WHERE key = $1', values)
    return answer
  })
  return send(reply, answer)
}

/** An answer as it goes over the wire. */
interface SerializedAnswer {
  readonly status: number
  readonly language: Language | null
  readonly location: string | null
  readonly body: string
}

function serialize({ status, location, language, body }: Answer): SerializedAnswer {
  return { status, location: location ?? null, language: language ?? null, body: JSON.stringify(body) }
}

async function earlierAnswer(connection: Connection, key: string, digest: string): Promise<SerializedAnswer> {
  const [earlier] = await connection.query<SerializedAnswer & { readonly request: string }>(
    'SELECT request, status, location, language, body FROM requests WHERE key = $1',
    [key],
  )
  if (earlier?.request !== digest) {
    const en = 'An Idempotency-Key stands for one request, with one content.'
    throw new Problem('key-reused', { en, 'zh-CN': '一个 Idempotency-Key 只对应一个内容不变的请求。' })
  }
  return earlier
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key
  const en = 'An Idempotency-Key has 1 to 255 visible ASCII characters.'
  throw new Problem('malformed-request', { en, 'zh-CN': 'Idempotency-Key 须为 1 至 255 个可见 ASCII 字符。' })
}

function digestOf({ method, url, body }: FastifyRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest('hex')
}

function send(reply: FastifyReply, { status, location, language, body }: SerializedAnswer): FastifyReply {
  if (language !== null) nameLanguage(reply, language)
  if (location !== null) reply.header('location', location)
  return reply.code(status).type('application/json; charset=utf-8').send(body)
}
