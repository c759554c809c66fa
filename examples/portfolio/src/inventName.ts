/** Parts that no firm would choose together, each in English and in Chinese. */
const moods = [
  ['Sleepless', '失眠'],
  ['Singing', '唱歌'],
  ['Left-handed', '左撇子'],
  ['Forgetful', '健忘'],
  ['Ticklish', '怕痒'],
  ['Invisible', '隐形'],
  ['Yawning', '打呵欠'],
  ['Moonwalking', '倒着走'],
  ['Overpolite', '过分客气'],
  ['Absent', '缺席'],
] as const

const beings = [
  ['Turnip', '萝卜'],
  ['Walrus', '海象'],
  ['Teapot', '茶壶'],
  ['Hedgehog', '刺猬'],
  ['Umbrella', '雨伞'],
  ['Pancake', '煎饼'],
  ['Snail', '蜗牛'],
  ['Penguin', '企鹅'],
  ['Radiator', '暖气片'],
  ['Dumpling', '饺子'],
] as const

const trades = [
  ['Fittings', '五金'],
  ['Timber', '木业'],
  ['Textiles', '纺织'],
  ['Instruments', '仪器'],
  ['Packaging', '包装'],
  ['& Daughters, Kitchens', '母女厨具'],
] as const

const NAMES = moods.length * beings.length * trades.length

/** Coprime to the number of names, so that every name comes once before any comes again. */
const STRIDE = 77

/** A company name that cannot be mistaken for a real firm's: for each number below 600 another one, two in five of them Chinese. */
export function inventName(number: number): string {
  const place = (number * STRIDE) % NAMES
  const chinese = number % 5 < 2
  const words = [moods, beings, trades].map((list, position) => list[Math.floor(place / 10 ** position) % list.length]?.[chinese ? 1 : 0])
  return words.join(chinese ? '' : ' ')
}
