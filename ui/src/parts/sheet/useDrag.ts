// Selecting with the mouse. Beyond the edge of the pane the sheet scrolls on while the button is held.
import { onScopeDispose, type Ref } from 'vue'
import type { Spot } from './range'

const AGAIN = 60

/** The cell at a point of the window. */
function spotAt(x: number, y: number): Spot | null {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-spot]')
  return cell ? spotOf(cell) : null
}

export function spotOf(cell: HTMLElement): Spot {
  const [row = 0, column = 0] = (cell.dataset.spot ?? '').split(':').map(Number)
  return { row, column }
}

/** Follows the pointer until the button is let go; `to` is told each cell it comes to. */
export function useDrag(pane: Ref<HTMLElement | null>, to: (spot: Spot) => void): () => void {
  let timer = 0
  let point = { x: 0, y: 0 }

  function follow(): void {
    const box = pane.value?.getBoundingClientRect()
    if (!box) return
    const inside = (value: number, low: number, high: number): number => Math.max(low + 4, Math.min(high - 4, value))
    const spot = spotAt(inside(point.x, box.left, box.right), inside(point.y, box.top, box.bottom))
    const beyond = { row: Math.sign(Math.trunc((point.y - inside(point.y, box.top, box.bottom)) / 5)), column: Math.sign(Math.trunc((point.x - inside(point.x, box.left, box.right)) / 5)) }
    if (spot) to({ row: spot.row + beyond.row, column: spot.column + beyond.column })
  }

  function onMove(event: MouseEvent): void {
    point = { x: event.clientX, y: event.clientY }
    follow()
  }

  function stop(): void {
    window.clearInterval(timer)
    window.removeEventListener('mousemove', onMove)
    window.removeEventListener('mouseup', stop)
  }
  onScopeDispose(stop)

  return () => {
    stop()
    window.addEventListener('mousemove', onMove)
    window.addEventListener('mouseup', stop)
    timer = window.setInterval(() => point.x + point.y > 0 && follow(), AGAIN)
    point = { x: 0, y: 0 }
  }
}
