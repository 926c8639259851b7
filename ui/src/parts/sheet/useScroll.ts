// Which rows and columns are in view. The pane with the rows does not scroll: it lies still over a scroller that is
// empty, and what is in it is moved by two numbers. So no engine can scroll to a band that is not drawn yet.
import { computed, onMounted, onScopeDispose, reactive, ref, type ComputedRef, type Ref } from 'vue'
import { useVirtualizer } from '@tanstack/vue-virtual'
import type { Spot } from './range'
import type { Layout } from './view'

export const ROW = 38
export const HEAD = 38
/** Columns change only after so many pixels sideways. */
const STEP = 120

export interface Scroll {
  port: { width: number; height: number }
  /** Rows in view. */
  rows: ComputedRef<number[]>
  /** Rows that PgDn passes. */
  page: ComputedRef<number>
  /** Whether a column at this place is in view. */
  sees: (x: number, width: number) => boolean
  onScroll: () => void
  /** Hands the wheel on to the scroller under the pane. */
  onWheel: (event: WheelEvent) => void
  reveal: (spot: Spot) => void
}

export function useScroll<T>(scroller: Ref<HTMLElement | null>, pane: Ref<HTMLElement | null>, count: () => number, layout: () => Layout<T>): Scroll {
  const port = reactive({ width: 0, height: 0 })
  const left = ref(0)
  const virtual = useVirtualizer(computed(() => ({ count: count(), getScrollElement: () => scroller.value, estimateSize: () => ROW, overscan: 2 })))

  function measure(): void {
    port.width = scroller.value?.clientWidth ?? 0
    port.height = scroller.value?.clientHeight ?? 0
  }

  const observer = new ResizeObserver(measure)
  onMounted(() => {
    measure()
    if (scroller.value) observer.observe(scroller.value)
    onScroll()
  })
  onScopeDispose(() => observer.disconnect())

  function onScroll(): void {
    const box = scroller.value
    if (!box) return
    pane.value?.style.setProperty('--sx', `${box.scrollLeft}px`)
    pane.value?.style.setProperty('--sy', `${box.scrollTop}px`)
    left.value = Math.floor(box.scrollLeft / STEP) * STEP
  }

  function onWheel(event: WheelEvent): void {
    const box = scroller.value
    if (!box || event.ctrlKey) return
    const by = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : ROW
    const [x, y] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY]
    const before = box.scrollTop + box.scrollLeft
    box.scrollBy({ left: x * by, top: y * by, behavior: 'instant' })
    if (box.scrollTop + box.scrollLeft !== before) event.preventDefault()
  }

  function reveal(spot: Spot): void {
    const box = scroller.value
    const place = layout().placed[spot.column]
    if (!box) return
    const top = spot.row * ROW
    box.scrollTop = Math.min(top, Math.max(box.scrollTop, top + ROW - (port.height - HEAD)))
    if (!place || place.frozen) return
    box.scrollLeft = Math.min(place.x - layout().frozen, Math.max(box.scrollLeft, place.x + place.width - port.width))
  }

  return {
    port, onScroll, onWheel, reveal,
    rows: computed(() => virtual.value.getVirtualItems().map((item) => item.index)),
    page: computed(() => Math.max(1, Math.floor((port.height - HEAD) / ROW) - 1)),
    sees: (x, width) => x + width >= left.value && x <= left.value + port.width + STEP,
  }
}
