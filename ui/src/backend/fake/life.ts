// The life of a practice matter, derived from its steps as far as pages need it.
import type { FourOrders, Matter, MatterRow, MatterState, MatterUnit, StepKind } from '../bindings'
import { addDays } from '../../parts/dateText'
import { handOn } from '../../pages/matters/steps'
import { TODAY, type StoredMatter, type StoredStep } from './world'

export function live(matter: StoredMatter): StoredStep[] {
  return matter.steps.filter((step) => !step.voided)
}

export function roundOf(matter: StoredMatter): number {
  return Math.max(1, ...live(matter).map((step) => step.round))
}

const current = (matter: StoredMatter): StoredStep[] => live(matter).filter((step) => step.round === roundOf(matter))
const isAbout = (step: StoredStep, id: string): boolean => step.assignment_id === null || step.assignment_id === id

/** What a step that hands on began: the key of an assignment is that of its step. */
export function unitsOf(matter: StoredMatter): MatterUnit[] {
  return live(matter).filter((step) => step.kind === 'handed').map((handed) => {
    const about = live(matter).filter((step) => step.round === handed.round && isAbout(step, handed.id))
    const day = (kind: StepKind): string | null => about.find((step) => step.kind === kind)?.happened_on ?? null
    const clock = about.filter((step) => step.kind === 'stopped' || step.kind === 'restarted').at(-1)
    const due = about.filter((step) => step.due_on !== null).at(-1)
    const stopped = clock?.kind === 'stopped' ? clock.happened_on : null
    const runs = due?.due_on && day('replied') === null && day('returned') === null && stopped === null
    return {
      id: handed.id, round: handed.round, role: handed.role ?? '主办', unit: handed.unit, handler: null, signed: day('signed'), returned: day('returned'), replied: day('replied'), chased: about.filter((step) => step.kind === 'chased').length, stopped,
      due: runs ? due.due_on : null, due_why: runs ? `${handOn(matter.draft.kind)} ${handed.happened_on}，${due.due_rule ?? ''} → ${due.due_on ?? ''}` : null, left: runs ? daysTo(due.due_on ?? TODAY) : null,
    }
  })
}

export function daysTo(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(TODAY)) / 86_400_000)
}

function owing(matter: StoredMatter): MatterUnit[] {
  return unitsOf(matter).filter((unit) => unit.round === roundOf(matter) && unit.returned === null && unit.replied === null)
}

/** Nobody knows of a reply that came after they were told. */
export function isUntold(matter: StoredMatter): boolean {
  const kinds = current(matter).map((step) => step.kind)
  return kinds.lastIndexOf('told') <= kinds.lastIndexOf('replied')
}

export function stateOf(matter: StoredMatter): MatterState {
  const has = (...kinds: StepKind[]): boolean => current(matter).some((step) => kinds.includes(step.kind))
  const left = owing(matter)
  if (has('closed', 'answered', 'guided')) return '已办结'
  if (left.length > 0) return left.every((unit) => unit.stopped !== null) ? '已中止' : '办理中'
  if (has('told') && !isUntold(matter)) return '已告知'
  if (has('replied')) return '已答复'
  if (has('handed')) return '已退回'
  return has('accepted', 'reopened', 'taken_up') ? '已接单' : '登记'
}

const ORDERS: Record<MatterState, FourOrders> = { 登记: '点单', 已接单: '接单', 已退回: '派单', 办理中: '派单', 已中止: '派单', 已答复: '销单', 已告知: '销单', 已办结: '销单' }
const OFFERS: Record<MatterState, StepKind[]> = {
  登记: ['accepted', 'handed', 'answered', 'guided', 'taken_up'],
  已接单: ['handed', 'answered', 'guided', 'taken_up', 'accepted', 'talked'],
  已退回: ['handed', 'answered', 'guided', 'talked'],
  办理中: ['replied', 'signed', 'chased', 'extended', 'returned', 'stopped', 'talked', 'handed', 'told'],
  已中止: ['restarted', 'talked', 'returned'],
  已答复: ['told', 'talked', 'replied', 'rated'],
  已告知: ['closed', 'rated', 'told', 'talked', 'reopened'],
  已办结: ['rated', 'followed', 'reopened'],
}

function dissatisfied(matter: StoredMatter): boolean {
  return current(matter).filter((step) => step.grade !== null).at(-1)?.grade === '不满意'
}

export function offersOf(matter: StoredMatter): StepKind[] {
  const offers = OFFERS[stateOf(matter)]
  return dissatisfied(matter) && offers.includes('reopened') ? ['reopened', ...offers.filter((kind) => kind !== 'reopened')] : offers
}

/** The step that handed it on without saying to whom. */
function unitStep(matter: StoredMatter): string | null {
  return owing(matter).find((unit) => unit.unit === null)?.id ?? null
}

function nextOf(matter: StoredMatter): string {
  const units = owing(matter).filter((unit) => unit.stopped === null).map((unit) => unit.unit)
  const next: Record<MatterState, string> = { 登记: matter.visit ? '联络站：决定怎样处理' : '联络站：交办', 已接单: `联络站：${handOn(matter.draft.kind)}`, 已退回: `联络站：另行${handOn(matter.draft.kind)}`, 办理中: unitStep(matter) ? '联络站：补上承办单位' : `${units.join('、')}：答复`, 已中止: '联络站：恢复计时', 已答复: `联络站：告知${matter.who}`, 已告知: dissatisfied(matter) ? '联络站：重新办理，或办结' : '联络站：办结', 已办结: '' }
  return next[stateOf(matter)]
}

/** Until when the next actor has time, and why. */
function clockOf(matter: StoredMatter): { due: string; why: string } | null {
  const day = (kind: StepKind): string | undefined => current(matter).filter((step) => step.kind === kind).at(-1)?.happened_on
  const count = (what: string, from: string | undefined, days: number, rule: string): { due: string; why: string } | null => (from ? { due: addDays(from, days), why: `${what} ${from}，${rule} → ${addDays(from, days)}` } : null)
  switch (stateOf(matter)) {
    case '登记':
    case '已接单': return count('登记', current(matter)[0]?.happened_on, 5, '3个工作日，本站规定')
    case '已退回': return count('退办', day('returned'), 5, '3个工作日，本站规定')
    case '已答复': return count('答复', day('replied'), 7, '5个工作日，本站规定')
    case '办理中': {
      const first = owing(matter).filter((unit) => unit.due !== null).sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))[0]
      return first?.due ? { due: first.due, why: first.due_why ?? '' } : null
    }
    default: return null
  }
}

type Derived = Pick<MatterRow, 'unit' | 'state' | 'order' | 'next' | 'step' | 'unit_step' | 'due' | 'due_why' | 'left' | 'urgency' | 'dissatisfied' | 'round'>

export function derived(matter: StoredMatter): Derived {
  const clock = clockOf(matter)
  const state = stateOf(matter)
  const left = clock ? daysTo(clock.due) : null
  const standing = unitsOf(matter).filter((unit) => unit.returned === null).flatMap((unit) => unit.unit ?? [])
  return {
    unit: [...new Set(standing)].join('、') || null, state, order: ORDERS[state], next: nextOf(matter), step: state === '已办结' && !dissatisfied(matter) ? null : (offersOf(matter)[0] ?? null), unit_step: state === '办理中' ? unitStep(matter) : null, due: clock?.due ?? null, due_why: clock?.why ?? null, left,
    urgency: left === null ? null : left < -7 ? 'overdue' : left < 0 ? 'just_overdue' : left <= 3 ? 'soon' : 'fine', dissatisfied: dissatisfied(matter), round: roundOf(matter),
  }
}

export function roundsOf(matter: StoredMatter): Matter['rounds'] {
  return Array.from({ length: roundOf(matter) }, (_, at) => ({ id: `round-${matter.draft.id}-${at + 1}`, ordinal: at + 1, steps: live(matter).filter((step) => step.round === at + 1).map((step) => (step.kind === 'handed' ? { ...step, kind_label: handOn(matter.draft.kind) } : step)) }))
}

/** The deadline that a step gives, as far as the practice station counts. */
export function dueOf(matter: StoredMatter, kind: StepKind, day: string, agreed: string | null): { due_on: string | null; due_rule: string | null } {
  if (!['handed', 'extended', 'restarted'].includes(kind)) return { due_on: null, due_rule: null }
  if (agreed) return { due_on: agreed, due_rule: '约定期限' }
  const heard = matter.visit !== null
  const from = kind === 'handed' ? day : (live(matter).filter((step) => step.kind === 'handed').at(-1)?.happened_on ?? day)
  const days = (heard ? 15 : 92) * (kind === 'handed' ? 1 : 2)
  return { due_on: addDays(from, days), due_rule: heard ? `${days}日，本站规定` : `${kind === 'handed' ? '三' : '六'}个月，代表法第五十一条` }
}
