// Finding a choice by what was typed: its name, its pinyin initials, or its note.
import type { Choice } from '../backend'

function rank(choice: Choice, typed: string): number | null {
  const label = choice.label.toLowerCase()
  const initials = choice.initials.toLowerCase()
  if (label === typed) return 0
  if (label.startsWith(typed)) return 1
  if (initials.startsWith(typed)) return 2
  if (label.includes(typed)) return 3
  if (initials.includes(typed)) return 4
  if (choice.note?.toLowerCase().includes(typed)) return 5
  return null
}

export function matching(choices: readonly Choice[], typed: string, limit = 60): Choice[] {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (text === '') return choices.slice(0, limit)
  const ranked = choices.flatMap((choice) => {
    const place = rank(choice, text)
    return place === null ? [] : [{ choice, place }]
  })
  // Sorting is stable: within a rank the program's order holds.
  return ranked.sort((a, b) => a.place - b.place).slice(0, limit).map((entry) => entry.choice)
}

export function exactly(choices: readonly Choice[], typed: string): Choice | null {
  const same = choices.filter((choice) => choice.label === typed.trim())
  return same.length === 1 ? (same[0] ?? null) : null
}
