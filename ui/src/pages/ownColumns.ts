// 附列: the columns that the station itself keeps with a kind of fact, as its list shows them, last.
import { computed, type ComputedRef } from 'vue'
import type { Failure, Output, OwnColumnDraft } from '../backend'
import { useLive } from '../app/useLive'
import { showMoney } from '../parts/fields'
import type { GridColumn, GridRow } from '../parts/sheet/column'

const WIDTHS: Record<OwnColumnDraft['type'], number> = { text: 140, number: 90, money: 106, date: 112, yes_no: 80, choice: 110 }
const COUNTED = ['number', 'money']

function shown(type: OwnColumnDraft['type'], value: string): string {
  if (value === '') return ''
  if (type === 'yes_no') return value === '0' ? '否' : '是'
  return type === 'money' ? showMoney(Number(value)) : value
}

/** A column's key is its own: the cell's field `own.<key>` is found by it as `contact.village` is by `village`. */
export function ownColumns<T extends GridRow>(columns: readonly OwnColumnDraft[], values: Output<'own_values_of'>): GridColumn<T>[] {
  return columns.flatMap(({ id, label, type }) => {
    if (id === null) return []
    const value = (row: T): string => values[row.id]?.[id] ?? ''
    const column: GridColumn<T> = { key: id, label, width: Math.max(WIDTHS[type], label.length * 16 + 41), text: (row) => shown(type, value(row)) }
    return COUNTED.includes(type) ? [{ ...column, align: 'right', order: (row) => (value(row) === '' ? '' : Number(value(row))) }] : [column]
  })
}

export function useOwnColumns<T extends GridRow>(kind: string): { columns: ComputedRef<GridColumn<T>[]>; failure: ComputedRef<Failure | null> } {
  const { data: columns, failure: noColumns } = useLive('own_columns', () => ({ fact_kind: kind }))
  const { data: values, failure: noValues } = useLive('own_values_of', () => (columns.value?.length ? { fact_kind: kind } : undefined))
  return { columns: computed(() => ownColumns<T>(columns.value ?? [], values.value ?? {})), failure: computed(() => noColumns.value ?? noValues.value) }
}
