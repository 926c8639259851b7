// What a paste, a fill or a clearing would change, worked out before anything is changed.
import { exactly } from '../match'
import { parseDate } from '../dateText'
import { typedText, type CellChange, type CellEdit, type GridColumn, type GridRow } from './column'
import { size, tiled, type Block } from './range'

/** One cell of a plan. With `problem` it is not written. */
export interface Planned extends CellChange {
  from: string
  problem: string | null
  /** What is to be looked at before it is written. */
  doubt: string | null
}

export interface Plan {
  cells: Planned[]
  rows: number
  columns: number
  /** Cells that hold the text already. */
  same: number
  /** Labels of columns that are only read, each with its count of cells. */
  skipped: { label: string; count: number }[]
  /** Rows that the list has no place for, by the key of the column. */
  surplus: Record<string, string>[]
  /** Columns of the block beyond the last one. */
  beyond: number
}

/** The shown rows and columns, and what reading a date needs. */
export interface Sheet<T> {
  rows: readonly T[]
  columns: readonly GridColumn<T>[]
  today: string
}

export type Settled = { text: string } | { problem: string }

/** The text that a cell takes when it is left. */
export function settled(edit: CellEdit, typed: string, today: string): Settled {
  const text = typed.trim()
  if (text === '') return { text }
  if (edit.kind === 'date') {
    const date = parseDate(text, { today, partial: edit.partial ?? false, past: edit.past ?? false })
    // From one day to another: the program reads it.
    if (date === null && text.includes('至')) return { text }
    return date === null ? { problem: `看不懂日期“${text}”，请写成 2026-03-05。` } : { text: date }
  }
  if (edit.kind === 'number') {
    const number = text.normalize('NFKC').replaceAll(',', '')
    return /^-?\d+(\.\d+)?$/.test(number) ? { text: number } : { problem: `“${text}”不是数字，请只写数字。` }
  }
  const unknown = edit.kind === 'choice' && !edit.free ? (edit.many ? text.split(/[、，,]/) : [text]).find((one) => exactly(edit.choices(), one) === null) : undefined
  if (unknown !== undefined) return { problem: `没有“${unknown}”这一项，请从列表里选。` }
  return { text: edit.kind === 'text' || edit.kind === 'long' ? typed : text }
}

/** Names that are no choice, and did not stand there before. */
function doubted(edit: CellEdit, from: string, text: string): string | null {
  if (edit.kind !== 'choice' || !edit.outside) return null
  const names = (of: string): string[] => of.split(/[、，,；;\n]/).map((name) => name.replace(/\s/g, '')).filter((name) => name !== '')
  const known = new Set([...edit.choices().map((choice) => choice.label), ...names(from)])
  const others = names(text).filter((name) => !known.has(name))
  return others.length > 0 ? `${edit.outside}：${others.join('、')}` : null
}

function planned<T extends GridRow>(sheet: Sheet<T>, row: T, column: GridColumn<T>, edit: CellEdit, typed: string): Planned | null {
  const from = typedText(column, row)
  const result = settled(edit, typed, sheet.today)
  if ('problem' in result) return { rowId: row.id, key: column.key, from, text: typed, problem: result.problem, doubt: null }
  return result.text === from ? null : { rowId: row.id, key: column.key, from, text: result.text, problem: null, doubt: doubted(edit, from, result.text) }
}

/** Texts laid into the sheet from a corner. */
function laidAt<T extends GridRow>(sheet: Sheet<T>, top: number, left: number, texts: readonly string[][]): Plan {
  const across = Math.max(0, ...texts.map((line) => line.length))
  const columns = sheet.columns.slice(left, left + across)
  const rows = sheet.rows.slice(top, top + texts.length)
  const plan: Plan = { cells: [], rows: texts.length, columns: across, same: 0, skipped: [], surplus: [], beyond: across - columns.length }
  plan.skipped = columns.filter((column) => !column.edit).map((column) => ({ label: column.label, count: texts.length }))
  rows.forEach((row, r) => columns.forEach((column, c) => {
    if (!column.edit) return
    const cell = planned(sheet, row, column, column.edit, texts[r]?.[c] ?? '')
    if (cell) plan.cells.push(cell)
    else plan.same += 1
  }))
  plan.surplus = texts.slice(rows.length).map((line) => Object.fromEntries(columns.flatMap((column, c) => (column.edit ? [[column.key, line[c] ?? '']] : []))))
  return plan
}

/** A copied block, from the selection's corner; repeated where it fills the selection exactly. */
export function planPaste<T extends GridRow>(sheet: Sheet<T>, block: Block, texts: readonly string[][]): Plan {
  return laidAt(sheet, block.top, block.left, tiled(texts, block))
}

export function planClear<T extends GridRow>(sheet: Sheet<T>, block: Block): Plan {
  return laidAt(sheet, block.top, block.left, tiled([['']], block))
}

/** The selection's first row into the rows below it; one row alone takes the row above. Null at the top of the list. */
export function planFill<T extends GridRow>(sheet: Sheet<T>, block: Block): Plan | null {
  const source = block.top === block.bottom ? block.top - 1 : block.top
  const row = sheet.rows[source]
  if (!row) return null
  const line = sheet.columns.slice(block.left, block.right + 1).map((column) => typedText(column, row))
  return laidAt(sheet, source + 1, block.left, tiled([line], { ...block, top: source + 1 }))
}

/** The selected cells as they show. */
export function copied<T>(sheet: Sheet<T>, block: Block): string[][] {
  const columns = sheet.columns.slice(block.left, block.right + 1)
  return sheet.rows.slice(block.top, block.bottom + 1).map((row) => columns.map((column) => column.text(row)))
}

export function changesOf(plan: Plan): CellChange[] {
  return plan.cells.filter((cell) => cell.problem === null).map(({ rowId, key, text }) => ({ rowId, key, text }))
}

/** What the clerk is told before he confirms, a sentence each. */
export function spokenPlan(plan: Plan): string[] {
  const wrong = plan.cells.filter((cell) => cell.problem !== null).length
  const lines = [`共 ${plan.rows} 行 × ${plan.columns} 列，要改 ${plan.cells.length - wrong} 格。`]
  if (plan.same > 0) lines.push(`${plan.same} 格本来就是这样，不动。`)
  if (wrong > 0) lines.push(`${wrong} 格看不懂，不写。`)
  const doubts = plan.cells.filter((cell) => cell.doubt !== null).length
  if (doubts > 0) lines.push(`${doubts} 格里有拿不准的，请核对。`)
  for (const { label, count } of plan.skipped) lines.push(`“${label}”不能在这里改，跳过 ${count} 格。`)
  if (plan.beyond > 0) lines.push(`右边没有那么多列，最后 ${plan.beyond} 列不要。`)
  if (plan.surplus.length > 0) lines.push(`下面没有那么多行，最后 ${plan.surplus.length} 行放不下。`)
  return lines
}

/** One changed cell at most is done at once; anything more is shown first. */
export function needsLook(plan: Plan): boolean {
  return plan.rows * plan.columns > 1 || plan.surplus.length > 0
}

export function cellsOf(block: Block): number {
  return size(block).rows * size(block).columns
}
