// Where a fact is shown: what a click on a register's row or a figure's row opens.
import type { FactRef } from '../backend'

export function pathOf(fact: FactRef): string | null {
  const id = encodeURIComponent(fact.id)
  switch (fact.kind) {
    case 'visit': return `/visits/${id}`
    case 'matter': return `/matters/${id}`
    case 'person':
    case 'deputy': return `/deputies/${id}`
    case 'activity': return `/visits?tab=days&day=${id}`
    default: return null
  }
}

export const FORM_LABELS: Record<string, string> = {
  reception: '接待登记',
  deputy: '代表登记',
  matter: '代表建议',
}

/** The page on which a draft is taken up again. */
export function draftPath(form: string, subject: string): string {
  const page = { reception: '/visits', deputy: '/deputies', matter: '/matters' }[form] ?? '/home'
  if (page === '/home') return page
  if (subject === '') return `${page}/new`
  return form === 'reception' ? `${page}/${subject}` : `${page}/${subject}/edit`
}
