/** An element of an XML document. */
export interface XmlElement {
  readonly name: string
  readonly attributes: { readonly [name: string]: string | number | undefined }
  /** Its elements, or its text. */
  readonly content: readonly XmlElement[] | string
}

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** What XML 1.0 does not hold (production 2). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** An element; attributes that are undefined are left out. */
export function element(name: string, attributes: XmlElement['attributes'] = {}, content: XmlElement['content'] = []): XmlElement {
  return { name, attributes, content }
}

/** An XML document of an element. */
export function xmlDocument(root: XmlElement): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...linesOf(root, ''), ''].join('\n')
}

function linesOf({ name, attributes, content }: XmlElement, indent: string): string[] {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${attributeText(String(value))}"`]))
  const start = `${indent}<${name}${said.join('')}`
  if (content.length === 0) return [`${start} />`]
  if (typeof content === 'string') return [`${start}>${escaped(content)}</${name}>`]
  return [`${start}>`, ...content.flatMap((one) => linesOf(one, `${indent}  `)), `${indent}</${name}>`]
}

/** What is no character in XML is replaced; a parser would take line breaks for spaces. */
function attributeText(text: string): string {
  return escaped(text.replace(FORBIDDEN, '\uFFFD')).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES.get(character) as string)
}
