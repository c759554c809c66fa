/** What stays on top may not take more of the screen than this. */
const HIGHEST = 1 / 3

let observer: ResizeObserver | undefined

/** Watches how high the headline is: what has the focus must not lie behind it, and a high one must not stay on top. */
export function watchHeight(headline: Element | undefined): void {
  if (headline === undefined) return
  observer ??= new ResizeObserver((entries) => {
    for (const { target } of entries) placeHeadline(target as HTMLElement)
  })
  observer.disconnect()
  observer.observe(headline)
}

/** Brings the headline into sight where it does not stay on top. */
export function showHeadline(): void {
  const headline = document.querySelector<HTMLElement>('.complaint .outcome')
  if (headline === null) return
  placeHeadline(headline)
  headline.scrollIntoView({ block: 'nearest' })
}

function placeHeadline(headline: HTMLElement): void {
  const { offsetHeight } = headline
  const isHigh = offsetHeight > window.innerHeight * HIGHEST
  headline.toggleAttribute('data-high', isHigh)
  headline.closest<HTMLElement>('.complaint')?.style.setProperty('--bar', `${isHigh ? 0 : offsetHeight}px`)
}
