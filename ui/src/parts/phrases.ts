// 常用语: where a chosen text goes, and which are offered for what is typed.
import type { PhraseRow } from '../backend'

/** The text with another in the place of its selection, and where the cursor is then: on the first field left to fill. */
export function inserted(text: string, [from, to]: [number, number], phrase: string): { text: string; selection: [number, number] } {
  const whole = text.slice(0, from) + phrase + text.slice(to)
  const field = /\{[^{}]+\}/.exec(phrase)
  const end = from + phrase.length
  return { text: whole, selection: field ? [from + field.index, from + field.index + field[0].length] : [end, end] }
}

/** Those of the lists asked for first; `search` is looked for in name and text. */
export function offered(rows: readonly PhraseRow[], lists: readonly string[], search: string): PhraseRow[] {
  const wanted = search.trim()
  const found = rows.filter((row) => wanted === '' || row.title.includes(wanted) || row.body.includes(wanted))
  const own = (row: PhraseRow): boolean => lists.includes(row.list)
  return [...found.filter(own), ...found.filter((row) => !own(row))]
}
