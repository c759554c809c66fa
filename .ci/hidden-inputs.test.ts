import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { read, sources } from './workspace.js'

/** What a library function could learn from its surroundings instead of its arguments: clock, chance, environment, host zone, host locale. */
const GLOBALS = /^(process|globalThis|Intl|performance|crypto|console|eval|Function|require|fetch)$/
const MEMBERS = /^(toLocale\w*|localeCompare|getTimezoneOffset)$/

function hiddenInputs(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isHidden(node)) found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1} ${node.getText(source)}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isHidden(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node)) return ts.isElementAccessExpression(node.parent) && MEMBERS.test(node.text)
  if (ts.isNewExpression(node)) return /Date(Mini)?$/.test(node.expression.getText()) && !node.arguments?.length
  if (!ts.isIdentifier(node) || isNameOfMember(node)) return ts.isIdentifier(node) && MEMBERS.test(node.text)
  if (node.text === 'Math') return !/^Math\.(?!random$)/.test(node.parent.getText())
  if (node.text === 'Date') return !isExplicitDate(node.parent)
  return GLOBALS.test(node.text)
}

/** A date made from one value; a date made from parts is read in the host's zone. */
function isExplicitDate(parent: ts.Node): boolean {
  if (ts.isNewExpression(parent)) return parent.arguments?.length === 1
  return (
    ts.isTypeReferenceNode(parent) ||
    parent.getText() === 'Date.UTC' ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword)
  )
}

/** `x.process` and `{ process: 1 }` name a member and read no global. */
function isNameOfMember(node: ts.Identifier): boolean {
  const { parent } = node
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isTypeElement(parent)) && parent.name === node
}

describe('no hidden inputs', () => {
  it.each(sources)('%s', (file) => expect(hiddenInputs(file, read(file))).toEqual([]))
})

describe('the search for hidden inputs', () => {
  it.each([
    'Date.now()',
    'const { now } = Date',
    "Date['now']()",
    "Date.parse('2024-01-01')",
    'new Date()',
    'new Date',
    'new UTCDateMini()',
    'new Date(2024, 0, 1)',
    'Date()',
    'Math.random()',
    "Math['random']()",
    'const { random } = Math',
    'process.env.TZ',
    'globalThis.process',
    'new Intl.NumberFormat()',
    '(1).toLocaleString()',
    "'a'['toLocaleUpperCase']()",
    "'a'.localeCompare('b')",
    'date.getTimezoneOffset()',
    "eval('1')",
    "new Function('return 1')",
    'performance.now()',
    'crypto.randomUUID()',
    "console.log('a')",
    'const options = { process }',
  ])('finds %s', (text) => expect(hiddenInputs('a.ts', text)).not.toEqual([]))

  it.each([
    'new Date(0)',
    'new UTCDateMini(2024, 0, 1)',
    'let day: Date',
    'day instanceof Date',
    'Date.UTC(2024, 0, 1)',
    'Math.round(1)',
    'step.process',
    '({ process: 1, Date: 2 })',
    'type Step = { process: 1 }',
    '// Date.now()',
    "'Intl'",
  ])('passes %s', (text) => expect(hiddenInputs('a.ts', text)).toEqual([]))
})
