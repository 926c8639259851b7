// The registers page: what it says of sheets that are left out.
import type { Document } from '../../backend'

/** Each sheet is a deputy's, or a constituency's. */
export function without(document: Document | null, count: number): string {
  return document?.subjects[0]?.fact?.kind === 'constituency' ? `另有 ${count} 个选区这段时间没有走访和活动记录。` : `另有 ${count} 位代表这段时间没有履职记录。`
}
