// Rows of form 8 as they are reviewed: one deputy's part in one fact.
import type { Document, FactRef } from '../../backend'
import { cellText } from '../../parts/paper'

export interface ReviewRow {
  key: string
  fact: FactRef
  person_id: string
  name: string
  date: string
  kind: string
  content: string
  attendance: string
  /** 通过 or 不通过, with who said so; empty = nobody did yet. */
  review: string
}

const COLUMNS = { date: 'performance.date', kind: 'performance.kind', content: 'performance.content', attendance: 'performance.attendance', review: 'performance.review' } as const

/** The rows of all deputies, the newest first. */
export function rowsOf(document: Document): ReviewRow[] {
  const rows = document.subjects.flatMap((subject) => {
    const person = subject.fact?.id
    if (person === undefined) return []
    return subject.parts.flatMap((part) => {
      if (part.part !== 'table') return []
      const at = (key: string): number => part.columns.findIndex((column) => column.key === key)
      const said = (row: (typeof part.rows)[number], key: string): string => cellText(row.cells[at(key)], part.columns[at(key)]?.format)
      return part.rows.flatMap((row) => {
        if (!row.fact) return []
        const { date, kind, content, attendance, review } = COLUMNS
        return [{
          key: `${row.fact.kind}:${row.fact.id}:${person}`, fact: row.fact, person_id: person, name: subject.name,
          date: said(row, date), kind: said(row, kind), content: said(row, content), attendance: said(row, attendance), review: said(row, review),
        }]
      })
    })
  })
  return rows.sort((a, b) => b.date.localeCompare(a.date) || a.key.localeCompare(b.key))
}

/** Those that are still to be reviewed, or all; of one deputy, or of all. */
export function wanted(rows: readonly ReviewRow[], open: boolean, person: string | null): ReviewRow[] {
  return rows.filter((row) => (!open || row.review === '') && (person === null || row.person_id === person))
}
