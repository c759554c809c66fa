import { withoutControls } from '../texts/withoutControls.js'

/** Markup that is safe to write as it stands. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What can stand in markup: anything but {@link Markup} is escaped. */
export type Content = Markup | string | number | readonly Content[]

/** Writes markup; everything put into it is escaped, lists are joined. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + render(contents[index - 1] as Content) + part))
}

function render(content: Content): string {
  if (content instanceof Markup) return content.text
  return typeof content === 'object' ? content.map(render).join('') : escapeHtml(String(content))
}

const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => entities[character] as string)
}
