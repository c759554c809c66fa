/** Remembers what last came of what: a long list is not read, nor scored, again because something else was changed. */
export function rememberLast<Given extends readonly unknown[], Result>(find: (...given: Given) => Result): (...given: Given) => Result {
  let last: { readonly given: Given; readonly result: Result } | undefined
  return (...given) => {
    if (last === undefined || given.some((one, index) => one !== last?.given[index])) last = { given, result: find(...given) }
    return last.result
  }
}
