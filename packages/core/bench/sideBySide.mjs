/** Runs variants in turn, round after round in one process, and prints each one's median and its ratio to the baseline. */
export function sideBySide(title, baseline, variants, { rounds = 15, warmup = 4 } = {}) {
  const times = new Map(Object.keys(variants).map((name) => [name, []]))
  for (let round = 0; round < warmup + rounds; round++) {
    for (const [name, run] of Object.entries(variants)) {
      const start = process.hrtime.bigint()
      run()
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
      if (round >= warmup) times.get(name).push(milliseconds)
    }
  }
  const medians = new Map([...times].map(([name, list]) => [name, median(list)]))
  console.log(`\n${title}: medians of ${rounds} rounds after ${warmup}`)
  for (const [name, value] of medians) {
    const ratio = value / medians.get(baseline)
    const shown = ratio < 0.1 ? `1/${(1 / ratio).toFixed(0)}` : ratio.toFixed(2)
    console.log(`  ${name.padEnd(52)} ${value.toFixed(2).padStart(9)} ms  ${shown.padStart(7)} ×`)
  }
  return medians
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
}
