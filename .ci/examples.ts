// Finds the examples in docstrings and Markdown, and runs them against what they say follows `//=>`.
import { deepStrictEqual } from 'node:assert'
import { join } from 'node:path'
import ts from 'typescript'
import { entries, root } from './workspace.js'

export interface Example {
  readonly name: string
  readonly code: string
}

/** Every `@example` of a TypeScript source, named after what it documents. */
export function examplesOfSource(file: string, text: string): Example[] {
  const source = parse(file, text)
  const found: Example[] = []
  const visit = (node: ts.Node): void => {
    const comments = node.getChildren(source).filter(ts.isJSDoc)
    for (const tag of comments.flatMap((comment) => comment.tags ?? [])) {
      if (tag.tagName.text === 'example') found.push({ name: `${nameOf(node, source)} (${placeOf(tag, source)})`, code: codeOf(tag, source) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Every ```ts block of a Markdown file that says what follows. */
export function examplesOfMarkdown(file: string, text: string): Example[] {
  const blocks = text.matchAll(/^```ts\b.*\n([\s\S]*?)^```/gm)
  return [...blocks]
    .filter(([, code]) => code?.includes('//=>'))
    .map((block) => ({ name: `${file}:${text.slice(0, block.index).split('\n').length}`, code: block[1] as string }))
}

/** Runs an example; throws unless every `//=>` in it was reached and holds whenever it is. */
export async function runExample(code: string): Promise<void> {
  const { script, expectations } = instrument(code)
  const { outputText } = ts.transpileModule(script, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, moduleDetection: ts.ModuleDetectionKind.Force, target: ts.ScriptTarget.ES2022 },
  })
  const modules = new Map<string, unknown>()
  for (const { fileName } of ts.preProcessFile(script).importedFiles) modules.set(fileName, await importModule(fileName))

  // Failures are collected, not thrown: an example may stand in a `try` of its own.
  const unreached = new Set(expectations)
  const failures: string[] = []
  const check = (index: number, actual: unknown): void => {
    const expectation = expectations[index] as Expectation
    unreached.delete(expectation)
    const failure = compare(actual, expectation)
    if (failure !== undefined) failures.push(failure)
  }
  const AsyncFunction = (async () => {}).constructor as new (...texts: string[]) => (...values: unknown[]) => Promise<void>
  await new AsyncFunction('require', 'exports', CHECK, outputText)((name: string) => modules.get(name), {}, check)
  for (const { text } of unreached) failures.push(`never reached: ${text}`)
  if (failures.length > 0) throw new Error(failures.join('\n\n'))
}

const CHECK = '__check'

interface Expectation {
  /** The statement, for the report. */
  readonly text: string
  /** What follows `//=>`. */
  readonly expected: string
}

function instrument(code: string): { script: string; expectations: Expectation[] } {
  const source = parse('example.ts', code)
  const statements = statementsOf(source)
  const expectations: Expectation[] = []
  let script = ''
  let done = 0
  for (const match of code.matchAll(/\/\/=>(.*)/g)) {
    const statement = statements.find(({ end }) => end > done && end <= match.index && /^;?[ \t]*(\r?\n[ \t]*)?$/.test(code.slice(end, match.index)))
    if (statement === undefined) throw new Error(`follows no expression: ${match[0]}`)
    const { expression } = statement
    script += `${code.slice(done, expression.getStart(source))}${CHECK}(${expectations.length}, ${expression.getText(source)})`
    done = expression.end
    expectations.push({ text: `${expression.getText(source)} ${match[0]}`, expected: (match[1] as string).trim() })
  }
  if (expectations.length === 0) throw new Error('expects nothing: an example says what follows //=>')
  return { script: script + code.slice(done), expectations }
}

function statementsOf(source: ts.SourceFile): ts.ExpressionStatement[] {
  const found: ts.ExpressionStatement[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function compare(actual: unknown, { text, expected }: Expectation): string | undefined {
  try {
    // What an example says it gives is a plain value: it sees none of the example's variables.
    deepStrictEqual(actual, new Function(`return (${expected})`)())
    return undefined
  } catch (error) {
    return `${text}\n${(error as Error).message}`
  }
}

/** Imports a package by the name its users import it under, from its source; what is not in its exports map is not there. */
function importModule(name: string): Promise<unknown> {
  const source = entries.get(name)
  if (source === undefined && name.startsWith('@clientele/')) throw new Error(`no package has the entry ${name}`)
  return import(source === undefined ? name : join(root, source))
}

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
}

function nameOf(node: ts.Node, source: ts.SourceFile): string {
  const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node
  return (named as { name?: ts.Node } | undefined)?.name?.getText(source) ?? 'module'
}

function placeOf(node: ts.Node, source: ts.SourceFile): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`
}

function codeOf(tag: ts.JSDocTag, source: ts.SourceFile): string {
  return tag
    .getText(source)
    .replace(/^@example/, '')
    .replace(/^[ \t]*\*(?!\/) ?/gm, '')
    .replace(/^```.*$/gm, '')
    .trim()
}
