import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { examplesOfMarkdown, examplesOfSource, runExample } from './examples.js'
import { entries, listFiles, read, root, sources } from './workspace.js'

/** What the packages build on themselves; a host imports the other entries. */
const INTERNAL = ['@clientele/core/checks', '@clientele/core/clocks', '@clientele/core/days', '@clientele/core/decimal']

const guides = listFiles('.').filter((file) => file.endsWith('.md') && !file.startsWith('docs/api/'))

describe('an example in a docstring', () => {
  for (const { name, code } of sources.flatMap((file) => examplesOfSource(file, read(file)))) it(name, () => runExample(code))
})

describe('an example in a guide', () => {
  for (const { name, code } of guides.flatMap((file) => examplesOfMarkdown(file, read(file)))) it(name, () => runExample(code))
})

describe('a function that a host imports has an example', () => {
  const hostEntries = [...entries].filter(([name]) => !INTERNAL.includes(name))
  const files = hostEntries.map(([, file]) => join(root, file))
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    customConditions: ['@clientele/source'],
    noEmit: true,
    types: [],
  })
  const checker = program.getTypeChecker()

  for (const [index, [entry]] of hostEntries.entries()) {
    it(entry, () => {
      const source = program.getSourceFile(files[index] as string)
      const module = source && checker.getSymbolAtLocation(source)
      expect(module, `${files[index]} is a module`).toBeDefined()
      const bare = checker
        .getExportsOfModule(module as ts.Symbol)
        .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
        .filter(isCallable)
        .filter((symbol) => !hasExample(symbol))
      expect(bare.map(({ name }) => name)).toEqual([])
    })
  }

  function isCallable(symbol: ts.Symbol): boolean {
    if (symbol.valueDeclaration === undefined) return false
    const type = checker.getTypeOfSymbol(symbol)
    return type.getCallSignatures().length + type.getConstructSignatures().length > 0
  }

  function hasExample(symbol: ts.Symbol): boolean {
    return symbol.getJsDocTags(checker).some(({ name, text }) => name === 'example' && ts.displayPartsToString(text).includes('//=>'))
  }
})

describe('the runner of examples', () => {
  const fails = (code: string, message: string) => expect(runExample(code)).rejects.toThrow(message)

  it('passes what holds, on the same line and on the next', () =>
    runExample(`
      import { addDecimals } from '@clientele/core'
      const values = ['0.1', '0.2'] as const
      addDecimals(...values) //=> '0.3'
      await Promise.resolve({ a: [-0] })
      //=> { a: [-0] }
    `))
  it('fails what does not hold', () =>
    fails(`import { addDecimals } from '@clientele/core'\naddDecimals(1, 2) //=> '4'`, "addDecimals(1, 2) //=> '4'"))
  it('tells values apart that only look alike', () => fails('({ a: undefined }) //=> {}', 'a: undefined'))
  it('fails what a catch block would swallow', () => fails('try {\n  1 //=> 2\n} catch {}', '1 //=> 2'))
  it('fails what is never reached', () =>
    fails(`try {\n  JSON.parse('1')\n} catch (error) {\n  error.message //=> ''\n}`, 'never reached: error.message'))
  it('fails where one of many times differs', () => fails('for (const n of [1, 2]) {\n  n //=> 1\n}', 'n //=> 1'))
  it('fails what throws', () => fails(`throw new Error('no')\n1 //=> 1`, 'no'))
  it('fails an expectation of no expression', () => fails('const a = 1 //=> 1', 'follows no expression'))
  it('fails two expectations of one expression', () => fails('1 //=> 1\n//=> 2', 'follows no expression'))
  it('fails an expectation that is no value', () => fails('const a = 1\na //=> a', 'a is not defined'))
  it('fails an example without expectation', () => fails('1', 'expects nothing'))
  it('fails an entry that no package has', () => fails(`import { a } from '@clientele/core/src/a'\na //=> 1`, 'no package has the entry'))

  it('finds the examples of a docstring', () => {
    const text = '/**\n * Adds.\n *\n * @example\n * a(`\n *   x`) //=> 1\n * @example\n * ```ts\n * b //=> 2\n * ```\n */\nexport const a = 1\n'
    expect(examplesOfSource('a.ts', text)).toEqual([
      { name: 'a (a.ts:4)', code: 'a(`\n  x`) //=> 1' },
      { name: 'a (a.ts:7)', code: 'b //=> 2' },
    ])
  })
  it('finds the examples of a guide', () => {
    expect(examplesOfMarkdown('a.md', 'A\n```ts\n1 //=> 1\n```\n```ts\nno\n```\n```sh\n2 //=> 3\n```\n')).toEqual([
      { name: 'a.md:2', code: '1 //=> 1\n' },
    ])
  })
})
