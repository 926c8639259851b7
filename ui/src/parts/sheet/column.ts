// What a list says about its columns, and what a sheet says about a change: texts only; what they mean is the program's.
import type { Choice } from '../../backend'

export interface GridRow {
  id: string
}

/** How a cell is typed in. Money stays as typed (1.2万元): the program reads it. */
export type CellEdit =
  | { kind: 'text' | 'long' | 'number' | 'money' }
  | { kind: 'date'; partial?: boolean; past?: boolean }
  | Chosen

export interface Chosen {
  kind: 'choice'
  choices: () => readonly Choice[]
  /** Text that is no choice is taken too. */
  free?: boolean
  /** Several, with 、 between them. */
  many?: boolean
  /** What a text that is no choice is called, where it is to be looked at twice. */
  outside?: string
}

export interface GridColumn<T> {
  key: string
  label: string
  /** Pixels; a column that grows takes what is left. */
  width: number
  grow?: boolean
  /** Searched in, never shown. */
  hidden?: boolean
  /** Not shown until the clerk wants it. */
  off?: boolean
  align?: 'left' | 'center' | 'right'
  text: (row: T) => string
  /** Order of the column; by its text where there is none. */
  order?: (row: T) => string | number
  /** A class for the cell's text, such as a tag's colour. */
  look?: (row: T) => string
  /** Without it the column is only read. */
  edit?: CellEdit
  /** Is only read, although the program has a field of this key: what it shows is more, or something else. */
  fixed?: boolean
  /** What stands in the cell while it is typed in, where that is not what it shows. */
  typed?: (row: T) => string
}

export interface CellChange {
  rowId: string
  key: string
  text: string
}

/** A change that was refused, with the sentence that says why. */
export interface CellProblem {
  rowId: string
  key: string
  message: string
}

export function typedText<T>(column: GridColumn<T>, row: T): string {
  return (column.typed ?? column.text)(row)
}
