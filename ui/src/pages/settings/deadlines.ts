// 期限: how long something may take, as it is shown and typed.
import type { DeadlineDraft, DeadlineRow, DeadlineUnit } from '../../backend'

export const UNITS: { value: DeadlineUnit; label: string }[] = [{ value: 'month', label: '个月' }, { value: 'day', label: '日' }, { value: 'working_day', label: '个工作日' }]

export function lengthText(rule: { amount: number; unit: DeadlineUnit }): string {
  return `${rule.amount} ${UNITS.find((unit) => unit.value === rule.unit)?.label ?? ''}`
}

/** A length that is being typed may be nothing yet. */
export type DeadlineForm = Omit<DeadlineDraft, 'amount' | 'since'> & { amount: number | null; since: string | null }

/** A new setting begins with what holds now, from today on. */
export function changeOf(row: DeadlineRow, today: string): DeadlineForm {
  return { id: null, kind: row.kind, amount: row.amount, unit: row.unit, article: row.article, since: today }
}

/** What is not said is not a number: the program says what is missing. */
export function deadlineToSend(form: DeadlineForm): DeadlineDraft {
  return { ...form, amount: form.amount ?? 0, article: form.article.trim(), since: form.since ?? '' }
}

/** Which of the station's own settings holds today; those that begin later are still to come. */
export function holdsNow(own: readonly DeadlineDraft[], today: string): string | null {
  return own.filter((one) => one.since <= today).at(-1)?.id ?? null
}
