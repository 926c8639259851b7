// How the clerk wants a list: order, widths, hidden and frozen columns, sorting, filters. Kept by the key of each
// column, so that a version of the program with more columns keeps what was set.
import type { GridColumn } from './column'
import { narrows, type Filter, type Sorting } from './rows'

export interface ViewState {
  order: string[]
  widths: Record<string, number>
  hidden: Record<string, boolean>
  /** The last column that stays while scrolling sideways. */
  frozen: string | null
  sorting: Sorting | null
  filters: Record<string, Filter>
}

export const NARROWEST = 44
export const WIDEST = 900

export function emptyView(): ViewState {
  return { order: [], widths: {}, hidden: {}, frozen: null, sorting: null, filters: {} }
}

/** A kept view; one that cannot be read is an empty one. */
export function readView(kept: string | null): ViewState {
  try {
    const read: unknown = JSON.parse(kept ?? '{}')
    const known = Object.keys(emptyView())
    const entries = Object.entries(read ?? {}).filter(([key, value]) => known.includes(key) && fits(key as keyof ViewState, value))
    return { ...emptyView(), ...Object.fromEntries(entries) }
  } catch {
    return emptyView()
  }
}

function fits(key: keyof ViewState, value: unknown): boolean {
  if (key === 'order') return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
  if (key === 'frozen') return value === null || typeof value === 'string'
  if (key === 'sorting') return value === null || typeof (value as Partial<Sorting>).key === 'string'
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const type = { widths: 'number', hidden: 'boolean', filters: 'object' }[key]
  return Object.values(value).every((entry) => typeof entry === type && entry !== null)
}

/** All columns that can be shown, in the clerk's order; one he does not know yet comes after the one it follows in the program. */
export function ordered<T>(columns: readonly GridColumn<T>[], view: ViewState): GridColumn<T>[] {
  const shown = columns.filter((column) => !column.hidden)
  const known = new Map(shown.map((column) => [column.key, column]))
  const order = view.order.filter((key) => known.has(key))
  shown.forEach(({ key }, at) => {
    if (order.includes(key)) return
    const before = shown.slice(0, at).reverse().find((column) => order.includes(column.key))
    order.splice(before ? order.indexOf(before.key) + 1 : 0, 0, key)
  })
  return order.flatMap((key) => known.get(key) ?? [])
}

export function isHidden<T>(column: GridColumn<T>, view: ViewState): boolean {
  return view.hidden[column.key] ?? column.off ?? false
}

export interface Placed<T> {
  column: GridColumn<T>
  x: number
  width: number
  frozen: boolean
}

export interface Layout<T> {
  placed: Placed<T>[]
  /** Width of the frozen columns. */
  frozen: number
  total: number
}

/** Columns side by side from `start`. Frozen ones that would leave too little to scroll in are not frozen. */
export function laidOut<T>(columns: readonly GridColumn<T>[], view: ViewState, width: number, start = 0): Layout<T> {
  const all = ordered(columns, view)
  const last = all.findIndex((column) => column.key === view.frozen)
  const seen = all.filter((column) => !isHidden(column, view))
  const own = (column: GridColumn<T>): number => view.widths[column.key] ?? column.width
  const growing = seen.filter((column) => column.grow && view.widths[column.key] === undefined)
  const left = width - start - seen.reduce((sum, column) => sum + own(column), 0)
  const share = growing.length > 0 ? Math.max(0, Math.floor(left / growing.length)) : 0
  let [x, frozen] = [start, start]
  const placed = seen.map((column) => {
    const wide = own(column) + (growing.includes(column) ? share : 0)
    const stays = last >= 0 && all.indexOf(column) <= last && x + wide <= width * 0.6
    const place = { column, x, width: wide, frozen: stays }
    x += wide
    if (stays) frozen = x
    return place
  })
  return { placed, frozen, total: x }
}

export function resized(view: ViewState, key: string, width: number): ViewState {
  return { ...view, widths: { ...view.widths, [key]: Math.round(Math.max(NARROWEST, Math.min(WIDEST, width))) } }
}

/** One place to the left or right among the columns that are shown. */
export function shifted<T>(columns: readonly GridColumn<T>[], view: ViewState, key: string, by: 1 | -1): ViewState {
  const all = ordered(columns, view)
  const seen = all.filter((column) => !isHidden(column, view))
  const neighbour = seen[seen.findIndex((column) => column.key === key) + by]
  if (!neighbour) return view
  const order = all.map((column) => column.key).filter((other) => other !== key)
  order.splice(order.indexOf(neighbour.key) + (by > 0 ? 1 : 0), 0, key)
  return { ...view, order }
}

export function showing(view: ViewState, key: string, shown: boolean): ViewState {
  return { ...view, hidden: { ...view.hidden, [key]: !shown } }
}

export function filtering(view: ViewState, key: string, filter: Filter): ViewState {
  const others = Object.fromEntries(Object.entries(view.filters).filter(([other]) => other !== key))
  return { ...view, filters: narrows(filter) ? { ...others, [key]: filter } : others }
}

/** The filters in words, for the line that says why not all rows are shown. */
export function spokenFilters<T>(columns: readonly GridColumn<T>[], view: ViewState): { key: string; words: string }[] {
  return ordered(columns, view).flatMap((column) => {
    const filter = view.filters[column.key]
    if (!narrows(filter)) return []
    const values = filter.values?.map((value) => value || '（空）')
    const few = values && (values.length > 3 ? `${values.slice(0, 3).join('、')}等 ${values.length} 项` : values.join('、') || '没有选')
    const words = [filter.contains.trim() && `含“${filter.contains.trim()}”`, few].filter(Boolean).join('，')
    return [{ key: column.key, words: `${column.label}：${words}` }]
  })
}
