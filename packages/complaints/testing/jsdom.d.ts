declare module 'jsdom' {
  /** As much of a browser's window as tests need. */
  interface Window {
    readonly document: { createElement(name: 'textarea'): { innerHTML: string; readonly value: string } }
  }

  export class JSDOM {
    constructor(html: string)
    readonly window: Window
  }
}
