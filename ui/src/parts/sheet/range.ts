// Cells by row and column, the block that is selected, and where keys lead. Nothing here knows what is in a cell.
export interface Spot {
  row: number
  column: number
}

/** Typing goes to `active`; `other` is the opposite corner of the selected block. */
export interface Selection {
  active: Spot
  other: Spot
}

/** All four ends belong to it. */
export interface Block {
  top: number
  left: number
  bottom: number
  right: number
}

export interface Shape {
  rows: number
  columns: number
  /** Rows that PgDn passes. */
  page: number
}

export type Move =
  | 'up' | 'down' | 'left' | 'right' | 'page_up' | 'page_down'
  | 'row_start' | 'row_end' | 'top' | 'bottom' | 'first' | 'last' | 'next' | 'previous'

export function single(spot: Spot): Selection {
  return { active: spot, other: spot }
}

export function blockOf({ active, other }: Selection): Block {
  return {
    top: Math.min(active.row, other.row), bottom: Math.max(active.row, other.row),
    left: Math.min(active.column, other.column), right: Math.max(active.column, other.column),
  }
}

export function size(block: Block): { rows: number; columns: number } {
  return { rows: block.bottom - block.top + 1, columns: block.right - block.left + 1 }
}

export function isSingle(block: Block): boolean {
  return block.top === block.bottom && block.left === block.right
}

export function holds(block: Block, row: number, column: number): boolean {
  return row >= block.top && row <= block.bottom && column >= block.left && column <= block.right
}

export function within(spot: Spot, shape: Shape): Spot {
  const limit = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))
  return { row: limit(spot.row, shape.rows), column: limit(spot.column, shape.columns) }
}

export function everything(shape: Shape): Selection {
  return { active: { row: 0, column: 0 }, other: within({ row: shape.rows, column: shape.columns }, shape) }
}

/** Tab's way: on to the next row at the end of one; null beyond the last cell, where Tab leaves the sheet. */
function along(spot: Spot, by: number, shape: Shape): Spot | null {
  const at = spot.row * shape.columns + spot.column + by
  if (at < 0 || at >= shape.rows * shape.columns) return null
  return { row: Math.floor(at / shape.columns), column: at % shape.columns }
}

/** Where a move leads; null when it leads out of the sheet. */
export function moved(spot: Spot, move: Move, shape: Shape): Spot | null {
  if (move === 'next' || move === 'previous') return along(spot, move === 'next' ? 1 : -1, shape)
  const { row, column } = spot
  const to: Record<Exclude<Move, 'next' | 'previous'>, Spot> = {
    up: { row: row - 1, column }, down: { row: row + 1, column },
    left: { row, column: column - 1 }, right: { row, column: column + 1 },
    page_up: { row: row - shape.page, column }, page_down: { row: row + shape.page, column },
    row_start: { row, column: 0 }, row_end: { row, column: shape.columns },
    top: { row: 0, column }, bottom: { row: shape.rows, column },
    first: { row: 0, column: 0 }, last: { row: shape.rows, column: shape.columns },
  }
  return within(to[move], shape)
}

/** Texts laid over a selected block: repeated where they fill it exactly, else once from its corner. */
export function tiled(texts: readonly string[][], block: Block): string[][] {
  const [down, across] = [texts.length, texts[0]?.length ?? 0]
  const { rows, columns } = size(block)
  if (down === 0 || across === 0) return []
  const repeats = rows % down === 0 && columns % across === 0
  if (!repeats) return texts.map((line) => [...line])
  return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => texts[r % down]?.[c % across] ?? ''))
}
