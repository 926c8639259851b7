// Where a reminder leads, and how near a deadline looks.
import type { About, Due, Reminder } from '../../backend'
import { pathOf } from '../../app/facts'

const PAGES: Record<About, string> = {
  overdue: '/matters?due=overdue', soon: '/matters?due=soon', untold: '/matters?due=untold', undecided: '/matters?state=登记',
  notice: '/calendar', roster: '/roster', no_contact: '/deputies', pairing: '/standing',
}

/** One fact opens itself; several open their list. */
export function reminderPath(reminder: Reminder): string {
  return (reminder.count === 1 && reminder.fact && pathOf(reminder.fact)) || PAGES[reminder.about]
}

export function dueTag(due: Due): { look: string; text: string } {
  if (due.left === null) return { look: 'tag todo', text: '待办' }
  if (due.left < 0) return { look: 'tag late', text: `逾期${-due.left}天` }
  if (due.left === 0) return { look: 'tag doing', text: '今天到期' }
  return { look: due.urgency === 'soon' ? 'tag doing' : 'tag todo', text: `剩${due.left}天` }
}
