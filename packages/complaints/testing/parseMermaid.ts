/// <reference path="./jsdom.d.ts" />
import { JSDOM } from 'jsdom'

/** A state of a Mermaid diagram: what it shows, its title first. */
interface MermaidState {
  readonly id: string
  readonly descriptions: readonly string[]
}

/** What Mermaid itself makes of a text. */
export interface MermaidDiagram {
  readonly states: readonly MermaidState[]
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly label: string }[]
  readonly title: string
  readonly direction: string
  /** How many styles, links, comments, tags and settings there are besides. */
  readonly others: number
}

interface StateDatabase {
  getStates(): ReadonlyMap<
    string,
    { readonly id: string; readonly type: string; readonly descriptions: readonly string[]; readonly classes: readonly string[] }
  >
  getRelations(): readonly { readonly id1: string; readonly id2: string; readonly relationTitle: string }[]
  getClasses(): ReadonlyMap<string, unknown>
  getLinks(): ReadonlyMap<string, unknown>
  getAccTitle(): string
  getDirection(): string
}

const page = new JSDOM('<!doctype html>')

/** Mermaid needs a document to purify texts with, and learns its kinds of diagrams when it first parses. */
async function loadMermaid() {
  const { window } = page
  Object.assign(globalThis, { window, document: window.document })
  const { default: mermaid } = await import('mermaid')
  await mermaid.parse('stateDiagram-v2')
  return mermaid
}

let loading: ReturnType<typeof loadMermaid> | undefined

/** Parses a state diagram, with what it shows decoded as a browser does. */
export async function parseMermaid(text: string): Promise<MermaidDiagram> {
  loading ??= loadMermaid()
  const mermaid = await loading
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text)
  const db = diagram.db as unknown as StateDatabase
  const states = [...db.getStates().values()].map(({ id, descriptions }) => ({ id, descriptions: descriptions.map(decode) }))
  const arrows = db.getRelations().map(({ id1, id2, relationTitle }) => ({ from: id1, to: id2, label: decode(relationTitle) }))
  const styled = [...db.getStates().values()].flatMap(({ classes }) => classes)
  // Mermaid would take these away before it parses: comments, settings, tags, and what stands before the diagram.
  const prepared = [...text.matchAll(/%%|<|\r|^---/g)]
  const others = db.getClasses().size + db.getLinks().size + styled.length + prepared.length
  return { states, arrows, title: decode(db.getAccTitle()), direction: db.getDirection(), others }
}

/** Mermaid keeps entities as placeholders until it has drawn; then a browser reads them as HTML. */
function decode(text: string): string {
  const html = text.replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';')
  const area = page.window.document.createElement('textarea')
  area.innerHTML = html
  return area.value
}
