import { render } from 'lit-html'
import { readAddress } from '../address/readAddress.js'
import type { Address } from '../address/types.js'
import { writeAddress } from '../address/writeAddress.js'
import { settleChange, undoChange } from '../history/recordChange.js'
import { loadPage } from '../pages/loadPage.js'
import type { PageId } from '../pages/pageIds.js'
import type { Fields } from '../pages/types.js'
import { shellTexts } from '../texts/shellTexts.js'
import { copyText } from './copyText.js'
import { changePage, openPage, recompute } from './openPage.js'
import { shell } from './shell.js'
import type { Actions, AppState, OpenPage } from './types.js'

/** Milliseconds: browsers refuse to have the address written at every key. */
const ADDRESS_DELAY = 200

/** Milliseconds that a notice stays. */
const NOTICE_TIME = 6000

/** Shows what the address says, and keeps the address true to what is shown. */
export class Classroom {
  readonly #place: HTMLElement
  #state: AppState = { address: readAddress(surroundings()) }
  /** Set while the address is behind what is shown. */
  #writing: ReturnType<typeof setTimeout> | undefined

  constructor(place: HTMLElement) {
    this.#place = place
  }

  start(): void {
    window.addEventListener('hashchange', () => this.#follow())
    window.addEventListener('pagehide', () => this.#write())
    window.addEventListener('keydown', (event) => this.#undoByKey(event))
    // Before a link is followed, the address that it leaves must be true.
    this.#place.addEventListener('click', () => this.#write(), { capture: true })
    // A field that is left, or a handle that is let go, ends a change.
    this.#place.addEventListener('change', () => this.#settle())
    this.#follow()
  }

  readonly #actions: Actions = {
    change: (changes, isStep) => this.#update((open) => changePage(open, changes, isStep)),
    undo: () => this.#update((open) => recompute(open, undoChange(open.history))),
    reset: () => this.#update((open) => changePage(open, open.page.defaults, true)),
    setAddress: (changes) => {
      this.#show({ ...this.#state, address: { ...this.#state.address, ...changes } })
      this.#writeLater()
    },
    copyLink: async () => {
      this.#write()
      const { linkCopied, linkByHand } = this.#texts()
      this.#notify((await copyText(location.href)) ? linkCopied : linkByHand)
    },
    showCopy: (type) => {
      const { open } = this.#state
      if (open === undefined) return
      const { page, lastFields, lastResult } = open
      const text = type === 'code' ? page.code(lastFields, lastResult) : JSON.stringify(page.policy(lastFields, lastResult), null, 2)
      this.#show({ ...without(this.#state, 'notice'), copied: { type, text } })
    },
    copyShown: async () => {
      const { copied, copyByHand } = this.#texts()
      const { copied: shown } = this.#state
      if (shown) this.#notify((await copyText(shown.text)) ? copied : copyByHand)
    },
    closeCopy: () => this.#show(without(this.#state, 'copied', 'notice')),
    print: () => window.print(),
  }

  #show(state: AppState): void {
    this.#state = state
    const { language, isLarge, page } = state.address
    const texts = this.#texts()
    document.documentElement.lang = language
    document.documentElement.classList.toggle('large', isLarge)
    document.title = page === 'home' ? `Clientele · ${texts.title}` : `${texts.pages[page].title} · Clientele`
    render(shell(state, this.#actions), this.#place)
  }

  #notify(notice: string): void {
    this.#show({ ...this.#state, notice })
    setTimeout(() => this.#state.notice === notice && this.#show(without(this.#state, 'notice')), NOTICE_TIME)
  }

  #update(change: (open: OpenPage) => OpenPage): void {
    const { open } = this.#state
    if (open === undefined) return
    this.#show({ ...without(this.#state, 'notice'), open: change(open) })
    this.#writeLater()
  }

  #settle(): void {
    const { open } = this.#state
    if (open) this.#state = { ...this.#state, open: { ...open, history: settleChange(open.history) } }
  }

  /** Goes where the address says. */
  #follow(): void {
    this.#forgetWriting()
    const { fields, ...address } = readAddress(surroundings())
    const { open } = this.#state
    if (open && address.page === this.#state.address.page) this.#show({ address, open: openPage(open.page, fields) })
    else if (address.page === 'home') this.#show({ address })
    else void this.#load(address.page, address, fields)
  }

  async #load(id: PageId, address: Omit<Address, 'fields'>, fields: Fields): Promise<void> {
    this.#show({ address })
    // Meanwhile another page may have been asked for.
    const isAsked = (): boolean => this.#state.address.page === id
    try {
      const page = await loadPage(id)
      if (isAsked()) this.#show({ ...this.#state, open: openPage(page, fields) })
    } catch (error) {
      console.error(error)
      if (isAsked()) this.#show({ ...this.#state, hasFailed: true })
    }
  }

  #writeLater(): void {
    this.#writing ??= setTimeout(() => this.#write(), ADDRESS_DELAY)
  }

  /** A step back in the browser leaves the page, whatever was changed on it. */
  #write(): void {
    if (this.#writing === undefined) return
    this.#forgetWriting()
    const { address, open } = this.#state
    const { history: past, page } = open ?? {}
    history.replaceState(null, '', writeAddress({ ...address, fields: past?.present ?? {} }, page?.defaults ?? {}))
  }

  #forgetWriting(): void {
    clearTimeout(this.#writing)
    this.#writing = undefined
  }

  /** In a text the browser undoes by itself; what is shown to be copied is left alone. */
  #undoByKey(event: KeyboardEvent): void {
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
    const { target } = event
    const isTyping = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
    if (!isUndo || isTyping || this.#state.copied) return
    event.preventDefault()
    this.#actions.undo()
  }

  #texts(): (typeof shellTexts)['en'] {
    return shellTexts[this.#state.address.language]
  }
}

function without<K extends 'copied' | 'notice'>(state: AppState, ...keys: readonly K[]): Omit<AppState, K> {
  return Object.fromEntries(Object.entries(state).filter(([key]) => !keys.includes(key as K))) as unknown as Omit<AppState, K>
}

function surroundings(): Parameters<typeof readAddress>[0] {
  return { hash: location.hash, search: location.search, languages: navigator.languages }
}
