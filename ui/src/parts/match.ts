// Finding a choice by what was typed: its name, its pinyin (initials or whole), or its note.

/** What a choice is found by. */
export interface Findable {
  label: string
  note: string | null
  /** Initials, once for each reading, separated by spaces. */
  initials: string
  /** The whole pinyin likewise; what only the window knows has none. */
  spelling?: string
}

/** Shorter pieces stand within nearly every spelling. */
const WITHIN = 3

function rank(choice: Findable, typed: string): number | null {
  const label = choice.label.toLowerCase()
  // `wang jian'guo` and `lü` are typed as well as `wangjianguo` and `lv`.
  const letters = typed.replace(/[\s'’]/g, '').replaceAll('ü', 'v')
  const begins = (readings = ''): boolean => readings.toLowerCase().split(' ').some((reading) => reading.startsWith(letters))
  const holds = (readings = ''): boolean => readings.toLowerCase().split(' ').some((reading) => reading.includes(letters))
  if (label === typed) return 0
  if (label.startsWith(typed)) return 1
  if (letters !== '' && begins(choice.initials)) return 2
  if (letters !== '' && begins(choice.spelling)) return 3
  if (label.includes(typed)) return 4
  if (letters !== '' && holds(choice.initials)) return 5
  if (choice.note?.toLowerCase().includes(typed)) return 6
  if (letters.length >= WITHIN && holds(choice.spelling)) return 7
  return null
}

export function matching<T extends Findable>(choices: readonly T[], typed: string, limit = 60): T[] {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (text === '') return choices.slice(0, limit)
  const ranked = choices.flatMap((choice) => {
    const place = rank(choice, text)
    return place === null ? [] : [{ choice, place }]
  })
  // Sorting is stable: within a rank the program's order holds.
  return ranked.sort((a, b) => a.place - b.place).slice(0, limit).map((entry) => entry.choice)
}

export function exactly<T extends Findable>(choices: readonly T[], typed: string): T | null {
  const same = choices.filter((choice) => choice.label === typed.trim())
  return same.length === 1 ? (same[0] ?? null) : null
}
