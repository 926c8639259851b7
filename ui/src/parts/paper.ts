// A document's cells and headings as they stand on paper. What the program prints reads the same.
import type { Cell, Column, Document, FactRef } from '../backend'

function money(fen: number): string {
  const whole = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

function dated(value: string, format: string): string {
  if (value.length !== 10) return value
  if (format === 'month_day') return `${Number(value.slice(5, 7))}月${Number(value.slice(8))}日`
  return format === 'month' ? value.slice(0, 7) : value
}

export function cellText(cell: Cell | undefined, format = 'text'): string {
  if (!cell || cell.type === 'empty' || cell.type === 'picture') return ''
  if (cell.type === 'date') return dated(cell.value, format)
  if (cell.type === 'share') return `${(cell.value * 100).toFixed(1)}%`
  return cell.type === 'money' ? money(cell.value) : String(cell.value)
}

export interface Heading {
  key: string
  label: string
  across: number
  down: number
}

/** One or two rows of headings: neighbours under the same heading are merged, a column without one reaches through both. */
export function headings(columns: readonly Column[]): Heading[][] {
  if (!columns.some((column) => column.heading)) {
    return [columns.map((column) => ({ key: column.key, label: column.label, across: 1, down: 1 }))]
  }
  const above: Heading[] = []
  const below: Heading[] = []
  let last: string | undefined
  for (const column of columns) {
    const previous = above.at(-1)
    if (!column.heading) above.push({ key: column.key, label: column.label, across: 1, down: 2 })
    else {
      if (previous && last === column.heading) previous.across += 1
      else above.push({ key: `${column.key}-over`, label: column.heading, across: 1, down: 1 })
      below.push({ key: column.key, label: column.label, across: 1, down: 1 })
    }
    last = column.heading ?? undefined
  }
  return [above, below]
}

/** Shares of the page's width in percent. */
export function widths(columns: readonly Column[]): number[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  return columns.map((column) => (all > 0 ? (column.width / all) * 100 : 100 / columns.length))
}

export function rowKey(fact: FactRef | null, index: number): string {
  return fact ? `${fact.kind}-${fact.id}-${index}` : `row-${index}`
}

/** The sheets of those who have rows; a period has a hundred deputies and few of them on duty. */
export function withRows(document: Document): Document {
  return { ...document, subjects: document.subjects.filter((subject) => subject.parts.some((part) => part.part === 'table' && part.rows.length > 0)) }
}
