/** Rows of payments or credits by the row of their invoice. */
export interface InvoiceGroups {
  /** The rows of invoice `i` stand from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Int32Array
  /** Which row stands at each place; left out where each stands at its own. */
  readonly order: Int32Array | undefined
  /** The rows that name no invoice, which stand nowhere. */
  readonly strays: readonly number[]
}

/** Puts the rows of each invoice together by counting, in their order. It takes O(n). */
export function groupByInvoice(invoices: Int32Array, length: number): InvoiceGroups {
  const starts = new Int32Array(length + 1)
  const strays: number[] = []
  let isGrouped = true
  let latest = 0
  for (let row = 0; row < invoices.length; row++) {
    const invoice = invoices[row] as number
    if (!(invoice >= 0 && invoice < length)) strays.push(row)
    else {
      if (invoice < latest) isGrouped = false
      latest = invoice
      starts[invoice] = (starts[invoice] as number) + 1
    }
  }
  if (isGrouped && strays.length === 0) return { starts: startsOf(starts), order: undefined, strays }
  return { starts, order: orderRows(invoices, starts), strays }
}

/** Turns the number of each invoice's rows into the place where they start. */
function startsOf(counts: Int32Array): Int32Array {
  let sum = 0
  for (let invoice = 0; invoice < counts.length; invoice++) {
    const count = counts[invoice] as number
    counts[invoice] = sum
    sum += count
  }
  return counts
}

/** Places the rows, the last one first, each before those of its invoice that have their places; `starts` holds the invoices' numbers of rows. */
function orderRows(invoices: Int32Array, starts: Int32Array): Int32Array {
  let sum = 0
  for (let invoice = 0; invoice < starts.length; invoice++) {
    sum += starts[invoice] as number
    starts[invoice] = sum
  }
  const order = new Int32Array(sum)
  for (let row = invoices.length - 1; row >= 0; row--) {
    const invoice = invoices[row] as number
    if (!(invoice >= 0 && invoice < starts.length - 1)) continue
    const place = (starts[invoice] as number) - 1
    starts[invoice] = place
    order[place] = row
  }
  return order
}
