// The rows that a sheet shows: searched, filtered, sorted; those corrected here keep their place.
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { GridColumn, GridRow } from './column'
import { filtered, passing, sorted, steady } from './rows'
import type { ViewState } from './view'

export interface Asked<T> {
  rows: () => readonly T[]
  columns: () => readonly GridColumn<T>[]
  words: () => string
  view: () => ViewState
}

export interface ShownRows<T> {
  shown: ComputedRef<T[]>
  /** Told when a row is corrected here. */
  touch: (id: string) => void
}

export function useRows<T extends GridRow>(asked: Asked<T>): ShownRows<T> {
  const touched = new Set<string>()
  const order = shallowRef<string[]>([])
  const byId = computed(() => new Map(asked.rows().map((row) => [row.id, row])))

  function fresh(): string[] {
    const { filters, sorting } = asked.view()
    const passed = passing(filtered(asked.rows(), asked.columns(), asked.words()), asked.columns(), filters)
    return sorted(passed, asked.columns(), sorting).map((row) => row.id)
  }

  watch(() => [asked.words(), asked.view().sorting, asked.view().filters], () => {
    touched.clear()
    order.value = fresh()
  }, { immediate: true })
  watch([asked.rows, asked.columns], () => (order.value = steady(order.value, fresh(), touched, (id) => byId.value.has(id))))

  const shown = computed(() => order.value.flatMap((id) => byId.value.get(id) ?? []))
  return { shown, touch: (id) => void touched.add(id) }
}
