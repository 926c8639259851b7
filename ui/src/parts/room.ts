// Where a list that opens at a field has room in the window: below it, or above where there is more.
export interface Room {
  up: boolean
  /** How high it may be, in pixels of the page. */
  height: number
}

/** Between the list and the edge of the window. */
const EDGE = 12

/** `wanted` is how high the list would like to be. */
export function roomAt(field: Pick<DOMRect, 'top' | 'bottom'>, wanted: number, window: number): Room {
  const [above, below] = [field.top - EDGE, window - field.bottom - EDGE]
  const up = below < wanted && above > below
  return { up, height: Math.max(0, Math.min(wanted, up ? above : below)) }
}
