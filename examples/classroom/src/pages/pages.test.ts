import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { runExample } from '../../../../.ci/examples.js'
import { resultOf } from '../../testing/showPage.js'
import { computePage } from './computePage.js'
import { loadPage } from './loadPage.js'
import { pageIds } from './pageIds.js'

/** What somebody may type, or put into a link. */
const hostileTexts = [
  '',
  ' ',
  '0',
  '-1',
  '-0',
  '1e999',
  'NaN',
  'Infinity',
  '0x10',
  '１２',
  '1,5',
  '__proto__',
  'constructor',
  '<script>',
  '2024-02-30',
  '9999-12-31',
  '[]',
  '{}',
  'null',
  '9'.repeat(60),
  'x'.repeat(5000),
  '\u0000',
  '\ud800',
]

describe.each(pageIds)('%s', (id) => {
  it('computes its example, gives code that runs and a policy that is plain data', async () => {
    const page = await loadPage(id)
    const result = resultOf(page)
    await runExample(page.code(page.defaults, result))
    const policy = page.policy(page.defaults, result)
    expect(JSON.parse(JSON.stringify(policy))).toStrictEqual(policy)
  })

  it('gives code that is typed strictly', async () => {
    const page = await loadPage(id)
    expect(typeFaults(page.code(page.defaults, resultOf(page)))).toEqual([])
  })

  it('is taught in both languages', async () => {
    const { en, 'zh-CN': zhCN } = (await loadPage(id)).teaching
    for (const { question, exercises, answers } of [en, zhCN]) {
      expect(question).not.toBe('')
      expect(exercises.length).toBeGreaterThan(1)
      expect(answers).toHaveLength(exercises.length)
    }
    expect(zhCN.exercises).toHaveLength(en.exercises.length)
    for (const text of [zhCN.question, ...zhCN.exercises, ...zhCN.answers]) expect(text).toMatch(/\p{Script=Han}/u)
    for (const text of [en.question, ...en.exercises, ...en.answers]) expect(text).not.toMatch(/[，。：；？！]/)
  })

  it('explains whatever is typed at a field of its own', async () => {
    const page = await loadPage(id)
    const fields = Object.keys(page.defaults)
    const texts = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 12 }))
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...fields), texts), { minLength: 1, maxLength: 4, selector: ([field]) => field }),
        (typed) => {
          const { result, issues } = computePage(page, { ...page.defaults, ...Object.fromEntries(typed) })
          expect(result === undefined).toBe(issues.size > 0)
          expect([...issues.keys()].filter((field) => !fields.includes(field))).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })
})

/** What the compiler finds wrong with a script that imports the packages. */
function typeFaults(code: string): string[] {
  const name = fileURLToPath(new URL('snippet.ts', import.meta.url))
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    customConditions: ['@clientele/source'],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (file) => file === name || fileExists(file)
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true) : getSourceFile(file, ...rest)
  const program = ts.createProgram([name], options, host)
  const source = program.getSourceFile(name)
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  )
}
