// Where a fact is shown: what a click on a register's row or a figure's row opens.
import type { Document, FactRef } from '../backend'

export function pathOf(fact: FactRef): string | null {
  const id = encodeURIComponent(fact.id)
  switch (fact.kind) {
    case 'visit': return `/visits/${id}`
    case 'matter': return `/matters/${id}`
    case 'person':
    case 'deputy': return `/deputies/${id}`
    case 'activity': return `/activities/${id}`
    case 'contact': return `/contacts/${id}`
    case 'standing_contact': return `/standing/${id}`
    case 'constituency_visit': return `/rounds/${id}`
    case 'constituency': return `/districts/${id}`
    case 'deed': return `/deeds/${id}`
    case 'talk': return `/talks/${id}`
    case 'chat_group': return `/groups/${id}`
    default: return null
  }
}

/** Rows and sheets that open something, and no others that look so: a row without a page of its own opens that of its sheet. */
export function withPages(document: Document, path = pathOf): Document {
  const opens = (fact: FactRef | null): FactRef | null => (fact && path(fact) ? fact : null)
  const subjects = document.subjects.map((subject) => {
    const fact = opens(subject.fact)
    const parts = subject.parts.map((part) => (part.part === 'table' ? { ...part, rows: part.rows.map((row) => ({ ...row, fact: row.fact && (opens(row.fact) ?? fact) })) } : part))
    return { ...subject, fact, parts }
  })
  return { ...document, subjects }
}

/** Forms whose drafts are kept: what each is called, and where it stands. */
const FORMS: Record<string, { label: string; page: string; edit?: string }> = {
  reception: { label: '接待登记', page: '/visits' },
  contact: { label: '走访联系', page: '/contacts' },
  standing: { label: '联系对象', page: '/standing' },
  round: { label: '走访选区', page: '/rounds' },
  activity: { label: '活动', page: '/activities' },
  deed: { label: '办实事', page: '/deeds' },
  talk: { label: '谈心记录', page: '/talks' },
  group: { label: '微信群', page: '/groups' },
  deputy: { label: '代表登记', page: '/deputies', edit: '/edit' },
  district: { label: '选区', page: '/districts' },
  matter: { label: '代表建议', page: '/matters', edit: '/edit' },
}

export function formLabel(form: string): string {
  return FORMS[form]?.label ?? form
}

/** The page on which a draft is taken up again; `#2` is the second one of the same fact. */
export function draftPath(form: string, subject: string): string {
  const known = FORMS[form]
  if (!known) return '/home'
  const [id = '', nth] = subject.split('#')
  return `${known.page}/${id === '' ? 'new' : `${id}${known.edit ?? ''}`}?go=on${nth ? `&draft=${nth}` : ''}`
}
