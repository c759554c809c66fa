import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { describeEmbedded } from '../../testing/databases.js'
import { createTrial } from '../../testing/trial.js'
import { closeWithin } from './closeWithin.js'

describeEmbedded('a server that closes', (open) => {
  it('answers what it was asked, and cuts who does not finish asking', async () => {
    const { server } = createTrial(await open())
    const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }))
    const [asking, slow] = [connect(Number(port)), connect(Number(port))]
    const cut = new Promise((resolve) => slow.once('close', resolve))
    const answered = new Promise((resolve) => asking.once('data', (bytes) => resolve(String(bytes).split('\r\n')[0])))
    slow.on('error', () => undefined).resume()
    await new Promise((resolve) =>
      slow.write('POST /complaints HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{', resolve),
    )
    await new Promise((resolve) => asking.write('GET /health HTTP/1.1\r\nhost: x\r\n\r\n', resolve))
    expect(await answered).toBe('HTTP/1.1 200 OK')
    await closeWithin(server, 50)
    await cut
  })

  it('waits no longer than it must', async () => {
    const { server } = createTrial(await open())
    await server.listen({ host: '127.0.0.1', port: 0 })
    await closeWithin(server, 2 ** 31 - 1)
  })
})
