// What an unfinished form is about, in words: without them two drafts of one kind cannot be told apart.
import type { Draft } from '../backend'
import { formLabel } from './facts'

type Body = Record<string, unknown>
const LONGEST = 14

/** The first of these fields that says something. */
function first(body: Body, ...keys: string[]): string {
  return keys.map((key) => body[key]).find((value): value is string => typeof value === 'string' && value.trim() !== '')?.trim() ?? ''
}
const rowsOf = (body: Body, key: string): Body[] => (Array.isArray(body[key]) ? (body[key] as Body[]).filter((row) => typeof row === 'object' && row !== null) : [])

/** When, who and what it says, as far as it does. */
function about(body: Body): string {
  const names = rowsOf(body, 'parties').map((party) => first(party, 'name')).filter((name) => name !== '')
  const who = names.length > 0 ? `${names[0] ?? ''}${names.length > 1 ? `等${names.length}人` : ''}` : first(body, 'voter', 'name')
  const what = first(body, 'title', 'subject', 'words', 'content', 'opinion', 'places') || rowsOf(body, 'matters').map((matter) => first(matter, 'words')).find((words) => words !== '') || ''
  const short = [...what].length > LONGEST ? `${[...what].slice(0, LONGEST).join('')}…` : what
  return [first(body, 'number'), first(body, 'happened_on', 'submitted_on', 'since'), who, short].filter((part) => part !== '').join(' ')
}

/** `接待登记（改已存的：2026-01-05 李大柱 东关一组水渠）`. */
export function draftLabel({ form, subject, body }: Pick<Draft, 'form' | 'subject' | 'body'>): string {
  const said = typeof body === 'object' && body !== null ? about(body as Body) : ''
  // `#2` alone is a second new one.
  const kind = (subject.split('#')[0] ?? '') === '' ? '新的' : '改已存的'
  return `${formLabel(form)}（${kind}${said === '' ? '' : `：${said}`}）`
}
