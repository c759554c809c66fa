import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readSettings } from './readSettings.js'

it('reads the command line first, then the environment', () => {
  const environment = { DATABASE_URL: 'postgresql://x/y', DATA_DIRECTORY: 'a', PORT: '4000', HOST: '::1', INIT_CWD: '/tmp' }
  expect(readSettings([], environment)).toEqual({ address: 'postgresql://x/y', directory: resolve('/tmp/a'), host: '::1', port: 4000 })
  expect(readSettings(['--', '--data', 'b', '--port=0', '--host', '127.0.0.1'], environment)).toMatchObject({
    directory: resolve('/tmp/b'),
    host: '127.0.0.1',
    port: 0,
  })
})

it('takes what is empty as left out', () => {
  const usual = readSettings([], {})
  expect(usual).toMatchObject({ address: undefined, host: '127.0.0.1', port: 3000 })
  expect(readSettings(['--data=', '--port=', '--host='], { DATABASE_URL: '', DATA_DIRECTORY: '', PORT: '', HOST: '', INIT_CWD: '' })).toEqual(usual)
})

it('refuses what is no port, and what it does not know', () => {
  for (const port of ['x', '1.5', '65536', ' 1', '0x3', '1e3', '-1', 'Infinity', '99999999']) {
    expect(() => readSettings([], { PORT: port })).toThrow(`The port must be a whole number between 0 and 65535, not ${JSON.stringify(port)}.`)
    expect(() => readSettings([`--port=${port}`], {})).toThrow('The port must be')
  }
  expect(() => readSettings(['--colour', 'red'], {})).toThrow("Unknown option '--colour'")
})
