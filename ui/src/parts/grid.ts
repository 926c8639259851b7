// What a long list shows: which rows, in which order, and where the cursor goes.
export interface GridRow {
  id: string
}

export interface GridColumn<T> {
  key: string
  label: string
  /** Pixels; a column that grows takes what is left. */
  width: number
  grow?: boolean
  /** Searched in, not shown. */
  hidden?: boolean
  align?: 'left' | 'center' | 'right'
  text: (row: T) => string
  /** Order of the column; by its text where there is none. */
  order?: (row: T) => string | number
  /** A class for the cell's text, such as a tag's colour. */
  look?: (row: T) => string
}

export interface Sorting {
  key: string
  down: boolean
}

/** Rows that contain every word in some column. */
export function filtered<T>(rows: readonly T[], columns: readonly GridColumn<T>[], words: string): T[] {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (wanted.length === 0) return [...rows]
  return rows.filter((row) => {
    const text = columns.map((column) => column.text(row)).join('\n').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
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

export function moved(key: string, at: number, rows: number, page: number): number {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: rows - 1 }[key]
  return to === undefined ? at : Math.max(0, Math.min(rows - 1, to))
}
