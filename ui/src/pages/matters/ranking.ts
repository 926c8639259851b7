// How the units compare: each share with what it is made of.
import type { MatterRow, Share } from '../../backend'

/** `83%`; nothing to divide by says nothing. */
export function percent(share: Share): string {
  return share.among.length === 0 ? '—' : `${Math.round((share.of.length / share.among.length) * 100)}%`
}

/** `5/6`. */
export function fraction(share: Share): string {
  return `${share.of.length}/${share.among.length}`
}

/** The matters behind a figure, each with how often it counts: what was handed to a unit twice counts twice. */
export function behind(ids: readonly string[], rows: readonly MatterRow[]): { row: MatterRow; times: number }[] {
  return rows.flatMap((row) => {
    const times = ids.filter((id) => id === row.id).length
    return times === 0 ? [] : [{ row, times }]
  })
}
