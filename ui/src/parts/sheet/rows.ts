// Which rows a list shows, and in which order.
import type { GridColumn } from './column'

export interface Sorting {
  key: string
  down: boolean
}

/** Of one column: its text holds `contains`, and is one of `values` where these are given. */
export interface Filter {
  contains: string
  values: string[] | null
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Rows that contain every word in some column. */
export function filtered<T>(rows: readonly T[], columns: readonly GridColumn<T>[], words: string): T[] {
  const wanted = plain(words).split(/\s+/).filter((word) => word !== '')
  if (wanted.length === 0) return [...rows]
  return rows.filter((row) => {
    const text = plain(columns.map((column) => column.text(row)).join('\n'))
    return wanted.every((word) => text.includes(word))
  })
}

export function narrows(filter: Filter | undefined): filter is Filter {
  return filter !== undefined && (filter.contains.trim() !== '' || filter.values !== null)
}

/** Rows that pass the filter of each column. */
export function passing<T>(rows: readonly T[], columns: readonly GridColumn<T>[], filters: Record<string, Filter>): T[] {
  const tests = columns.flatMap((column) => {
    const filter = filters[column.key]
    if (!narrows(filter)) return []
    const [contains, values] = [plain(filter.contains.trim()), filter.values && new Set(filter.values)]
    return [(row: T): boolean => {
      const text = column.text(row)
      return plain(text).includes(contains) && (values === null || values.has(text))
    }]
  })
  return rows.filter((row) => tests.every((test) => test(row)))
}

/** The texts of a column, each with how often it stands there, in the order of the rows. */
export function values<T>(rows: readonly T[], column: GridColumn<T>): { text: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(column.text(row), (counts.get(column.text(row)) ?? 0) + 1)
  return [...counts].map(([text, count]) => ({ text, count }))
}

/** Rows by one column, empty ones last. Chinese keeps the program's order (by strokes), so equal texts only are grouped. */
export function sorted<T>(rows: readonly T[], columns: readonly GridColumn<T>[], sorting: Sorting | null): T[] {
  const column = columns.find((candidate) => candidate.key === sorting?.key)
  if (!column || !sorting) return [...rows]
  const order = column.order ?? column.text
  const sign = sorting.down ? -1 : 1
  return [...rows].sort((a, b) => {
    const [left, right] = [order(a), order(b)]
    if (left === right) return 0
    if (left === '') return 1
    if (right === '') return -1
    return left < right ? -sign : sign
  })
}

/** First click sorts upwards, the second downwards, the third gives the program's order back. */
export function nextSorting(now: Sorting | null, key: string): Sorting | null {
  if (now?.key !== key) return { key, down: false }
  return now.down ? null : { key, down: true }
}

/**
 * The order to show after the rows were read anew: rows corrected here stay where they are, even when they now sort
 * elsewhere or no longer pass a filter, so that the cursor keeps to its record. Any other difference takes the fresh order.
 */
export function steady(before: readonly string[], fresh: readonly string[], touched: ReadonlySet<string>, exists: (id: string) => boolean): string[] {
  const others = (ids: readonly string[]): string[] => ids.filter((id) => !touched.has(id))
  const [left, right] = [others(before), others(fresh)]
  const same = left.length === right.length && left.every((id, at) => id === right[at])
  const known = new Set(before)
  if (!same || fresh.some((id) => !known.has(id))) return [...fresh]
  return before.filter(exists)
}
