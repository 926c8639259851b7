// A reception rule as the builder shows it, and as it is sent.
import type { NextDay, RuleDraft } from '../../backend'
import { weekday } from '../../parts/dateText'

export type Kind = 'month_days' | 'nth' | 'week_days' | 'lunar' | 'daily' | 'words' | 'rrule'
export const KINDS: { value: Kind; label: string }[] = [
  { value: 'month_days', label: '每月几日' },
  { value: 'week_days', label: '每周星期几' },
  { value: 'nth', label: '每月第几个星期几' },
  { value: 'lunar', label: '农历逢几' },
  { value: 'daily', label: '每个工作日坐班' },
  { value: 'words', label: '用文字写' },
]
export const DAYS = [['MO', '一'], ['TU', '二'], ['WE', '三'], ['TH', '四'], ['FR', '五'], ['SA', '六'], ['SU', '日']] as const
export const NTH = [['1', '第一个'], ['2', '第二个'], ['3', '第三个'], ['4', '第四个'], ['-1', '最后一个']] as const
export const MONTHS: { value: string; label: string }[] = [{ value: '', label: '每个月' }, { value: '1,3,5,7,9,11', label: '单月' }, { value: '2,4,6,8,10,12', label: '双月' }]
export const WEEKS: { value: string; label: string }[] = [{ value: '', label: '每周' }, { value: '2', label: '隔一周' }]
export const SHIFTS: { value: NonNullable<RuleDraft['shift']>; label: string }[] = [
  { value: 'next_workday', label: '顺延到下一个工作日' },
  { value: 'week_later', label: '顺延到下周同日' },
  { value: 'keep', label: '照常接待' },
  { value: 'skip', label: '当日不接待' },
]
export const COLLISIONS: { value: NonNullable<RuleDraft['collision']>; label: string }[] = [{ value: 'merge', label: '合并为一天' }, { value: 'next_workday', label: '后一天再往后顺延' }]

export interface RuleForm {
  id: string | null; site_id: string | null; kind: Kind
  monthDays: string; weekDays: string[]; nth: string[]; months: string; weeks: string; lunar: string; words: string; rrule: string
  hours: string; since: string | null; until: string | null
  shift: NonNullable<RuleDraft['shift']>; weekends: boolean; collision: NonNullable<RuleDraft['collision']>
  /** As it was loaded: its own words are kept while its days are. */
  was: { days: string; words: string } | null
}

export function emptyRule(site_id: string | null): RuleForm {
  return { id: null, site_id, kind: 'month_days', monthDays: '', weekDays: [], nth: ['1'], months: '', weeks: '', lunar: '', words: '', rrule: '', hours: '', since: null, until: null, shift: 'next_workday', weekends: false, collision: 'merge', was: null }
}

const HAN = '〇一二三四五六七八九'
/** 二、五、八 or 2 5 8 → 2,5,8; 十 is 0. */
export function digits(text: string): string {
  return [...text.replace(/农历|逢/g, '')].map((c) => (c === '十' ? '0' : HAN.includes(c) ? String(HAN.indexOf(c)) : c)).filter((c) => /\d/.test(c)).join(',')
}
const numbers = (text: string): string => (text.match(/\d+/g) ?? []).join(',')
const inOrder = (all: readonly (readonly [string, string])[], chosen: string[]): string[] => all.map(([key]) => key).filter((key) => chosen.includes(key))

function rruleOf(form: RuleForm): string | null {
  const months = form.months && `BYMONTH=${form.months};`
  const days = inOrder(DAYS, form.weekDays)
  switch (form.kind) {
    case 'month_days': return form.monthDays.trim() === '' ? null : `FREQ=MONTHLY;${months}BYMONTHDAY=${/最后|月末/.test(form.monthDays) ? '-1' : numbers(form.monthDays)}`
    case 'week_days': return days.length === 0 ? null : `FREQ=WEEKLY;${form.weeks && `INTERVAL=${form.weeks};`}BYDAY=${days.join(',')}`
    case 'nth': return days.length === 0 || form.nth.length === 0 ? null : `FREQ=MONTHLY;${months}BYDAY=${inOrder(NTH, form.nth).flatMap((n) => days.map((day) => n + day)).join(',')}`
    case 'rrule': return form.rrule
    default: return null
  }
}

export function toDraft(form: RuleForm): RuleDraft {
  const structure = { rrule: rruleOf(form), lunar: form.kind === 'lunar' ? digits(form.lunar) || null : null, daily: form.kind === 'daily' }
  const own = form.was !== null && form.was.days === JSON.stringify(structure) ? form.was.words : ''
  return {
    id: form.id, site_id: form.site_id, words: form.kind === 'words' ? form.words.trim() : own, ...structure, hours: form.hours.trim() || null, since: form.since, until: form.until,
    shift: form.kind === 'words' ? null : form.shift, weekends: form.weekends && countsWeekends(form), collision: form.collision,
  }
}

/** Put off by whole weeks, or held anyway, a weekend makes no difference. */
export function countsWeekends(form: RuleForm): boolean {
  return form.kind !== 'daily' && (form.shift === 'next_workday' || form.shift === 'skip')
}

export function fromDraft(draft: RuleDraft): RuleForm {
  const { rrule, lunar, daily } = draft
  const base: RuleForm = {
    ...emptyRule(draft.site_id), id: draft.id, words: draft.words, rrule: rrule ?? '', hours: draft.hours ?? '', since: draft.since, until: draft.until,
    shift: draft.shift ?? 'next_workday', weekends: draft.weekends, collision: draft.collision ?? 'merge', was: { days: JSON.stringify({ rrule, lunar, daily }), words: draft.words },
  }
  if (lunar !== null) return { ...base, kind: 'lunar', lunar: lunar.replaceAll(',', '、') }
  if (daily) return { ...base, kind: 'daily' }
  if (rrule === null) return { ...base, kind: 'words', was: null }
  const built = candidates(base, rrule).find((form) => rruleOf(form) === rrule)
  return built ?? { ...base, kind: 'rrule' }
}

/** What the builder would show for a rule; taken only where it says exactly that rule again. */
function candidates(base: RuleForm, rrule: string): RuleForm[] {
  const part = (name: string): string => rrule.split(';').find((piece) => piece.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  const named = part('BYDAY').split(',')
  const weekDays = named.map((day) => day.slice(-2))
  const nth = [...new Set(named.map((day) => day.slice(0, -2)))]
  const days = part('BYMONTHDAY')
  return [
    { ...base, kind: 'month_days', months: part('BYMONTH'), monthDays: days === '-1' ? '最后一天' : days.replaceAll(',', '、') },
    { ...base, kind: 'week_days', weeks: part('INTERVAL'), weekDays },
    { ...base, kind: 'nth', months: part('BYMONTH'), weekDays, nth },
  ]
}

/** `2026-03-03（周二，农历正月十五）`; of a day that is put off the lunar day is the one by the rule. */
export function nextText(next: NextDay): string {
  const shown = next.held ?? next.planned
  const lunar = next.lunar === null ? '' : `，${shown === next.planned ? '' : '原定'}农历${next.lunar}`
  return `${shown}（${weekday(shown).replace('星期', '周')}${lunar}）`
}
