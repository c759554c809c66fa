/** Up to so many events are sorted in place: most actors have few, and setting up a sort takes longer. */
const FEW = 32
const EXACT_INTEGERS = 2 ** 53
/** More than the index of any step. */
const STEPS = 256

/** Puts the events from one to before another in the order of time, those of one moment in the order of the steps. It takes O(n) where they are, for n events. */
export function orderRun(time: Float64Array, step: Uint8Array, start: number, end: number): void {
  for (let event = start + 1; event < end; event += 1) {
    const moment = time[event] as number
    const before = time[event - 1] as number
    if (moment > before || (moment === before && (step[event] as number) >= (step[event - 1] as number))) continue
    if (end - start > FEW) {
      orderMany(time.subarray(start, end), step.subarray(start, end))
      return
    }
    insert(time, step, start, event)
  }
}

function insert(time: Float64Array, step: Uint8Array, start: number, event: number): void {
  const moment = time[event] as number
  const level = step[event] as number
  let place = event
  for (; place > start; place -= 1) {
    const before = time[place - 1] as number
    if (before < moment || (before === moment && (step[place - 1] as number) <= level)) break
    time[place] = before
    step[place] = step[place - 1] as number
  }
  time[place] = moment
  step[place] = level
}

function orderMany(time: Float64Array, step: Uint8Array): void {
  const { least, greatest } = boundsOf(time)
  if ((greatest - least + 1) * STEPS >= EXACT_INTEGERS) {
    orderByComparing(time, step)
    return
  }
  // Numbers of both are sorted without a function that compares them.
  const keys = new Float64Array(time.length)
  for (let event = 0; event < time.length; event += 1) keys[event] = ((time[event] as number) - least) * STEPS + (step[event] as number)
  keys.sort()
  for (let event = 0; event < keys.length; event += 1) {
    const moments = Math.floor((keys[event] as number) / STEPS)
    time[event] = moments + least
    step[event] = (keys[event] as number) - moments * STEPS
  }
}

function boundsOf(values: Float64Array): { readonly least: number; readonly greatest: number } {
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  return { least, greatest }
}

function orderByComparing(time: Float64Array, step: Uint8Array): void {
  const [times, steps] = [time.slice(), step.slice()]
  const order = Int32Array.from(times, (_, event) => event)
  order.sort((one, other) => (times[one] as number) - (times[other] as number) || (steps[one] as number) - (steps[other] as number))
  order.forEach((from, place) => {
    time[place] = times[from] as number
    step[place] = steps[from] as number
  })
}
