// The month's figures as a table: one line for each figure, one column for each site.
import type { FigureColumn, MonthReport } from '../../backend'

export interface FigureLine {
  column: FigureColumn
  /** Heading over this and the lines below it; how many lines it spans, 0 when it was already begun. */
  heading: string | null
  span: number
}

export function figureLines(columns: readonly FigureColumn[]): FigureLine[] {
  return columns.map((column, at) => {
    if (column.heading === null) return { column, heading: null, span: 1 }
    if (columns[at - 1]?.heading === column.heading) return { column, heading: column.heading, span: 0 }
    const rest = columns.slice(at)
    const other = rest.findIndex((next) => next.heading !== column.heading)
    return { column, heading: column.heading, span: other < 0 ? rest.length : other }
  })
}

export function nameOf(columns: readonly FigureColumn[], key: string): string {
  const column = columns.find((known) => known.key === key)
  return column ? [column.heading, column.label].filter(Boolean).join(' ') : key
}

/** What a figure's drawer asks for; no site is the total. */
export interface Opened {
  month: string
  site: string | null
  key: string
}

/** What the drawer is called: `2026-11 镇联络站 接待群众 批次：3`. */
export function openedTitle(report: MonthReport, opened: Opened): string {
  const figures = opened.site === null ? report.total : report.sites.find((site) => site.site === opened.site)?.figures
  const share = report.columns.find((column) => column.key === opened.key)?.share ?? false
  const value = figures?.[opened.key] ?? null
  const shown = value === null ? '—' : share ? `${(value * 100).toFixed(1)}%` : String(value)
  return `${opened.month} ${opened.site ?? '合计'} ${nameOf(report.columns, opened.key)}：${shown}`
}
