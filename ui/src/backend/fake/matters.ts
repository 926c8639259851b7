// What the window asks about practice matters: lists, the board, steps, units, deadlines.
import type { Commands, DeadlineRow, MatterRow, MattersAsk, Ranking, Saved, StepDraft, UnitRank } from '../bindings'
import { Stopped, type Name } from '../index'
import { isDue } from '../../pages/matters/board'
import { isNeeded } from '../../pages/matters/steps'
import { dueOf, offersOf, unitsOf } from './life'
import { matterPage, matterRow } from './views'
import { TODAY, type Facts, type StoredMatter, type StoredStep } from './world'
import { saveMatter, saveStep } from './writes'

type Handlers = { [K in Name]?: (input: Commands[K]['input']) => Commands[K]['output'] }
export interface Desk {
  facts: () => Facts
  wrote: (label: string, change: (facts: Facts) => void, more?: Partial<Saved>) => Saved
  id: () => string
  found: <T>(fact: T | undefined) => T
}

const SHIPPED: Omit<DeadlineRow, 'own'>[] = [
  { kind: 'hand_on', name: '交办、转办', amount: 3, unit: 'working_day', article: '本站规定' },
  { kind: 'opinion', name: '社情民意承办', amount: 15, unit: 'day', article: '本站规定' },
  { kind: 'suggestion', name: '建议答复', amount: 3, unit: 'month', article: '代表法第五十一条' },
  { kind: 'suggestion_extended', name: '建议答复（涉及面广、难度大）', amount: 6, unit: 'month', article: '代表法第五十一条' },
  { kind: 'petition', name: '信访办理', amount: 60, unit: 'day', article: '信访工作条例第三十四条' },
  { kind: 'return', name: '退办', amount: 10, unit: 'working_day', article: '参照河南省代表建议办理办法第十四条' },
  { kind: 'tell', name: '告知反映人', amount: 5, unit: 'working_day', article: '本站规定' },
]
const PRESETS: Commands['deadline_presets']['output'] = [
  { name: '山东', rules: [{ kind: 'suggestion', amount: 2, unit: 'month', article: '山东省乡镇人民代表大会工作若干规定' }, { kind: 'suggestion_extended', amount: 4, unit: 'month', article: '山东省乡镇人民代表大会工作若干规定' }] },
  { name: '河南', rules: [{ kind: 'return', amount: 10, unit: 'working_day', article: '河南省代表建议办理办法第十四条' }] },
]

function takes(row: MatterRow, ask: MattersAsk): boolean {
  const kind = !ask.kind || (ask.kind === '建议' ? row.kind !== '社情民意' : row.kind === ask.kind)
  return kind && (!ask.state || row.state === ask.state) && (!ask.order || row.order === ask.order) && (!ask.due || isDue(row, ask.due)) && (!ask.unit || (row.unit?.split('、').includes(ask.unit) ?? false))
}

function draftOf(matter: StoredMatter, step: StoredStep): StepDraft {
  const nothing = { petition: null, due_on: null, handler: null, route_id: null, way_id: null, result_id: null, grade_id: null, attitude_id: null, raised_id: null, activity_id: null, deputies: [], title: null }
  const { id, kind, happened_on, assignment_id, unit, role, by_whom, words, document, level, promised, promised_on } = step
  return step.draft ?? { ...nothing, id, matter_id: matter.draft.id, kind, happened_on, assignment_id, unit, role, by_whom, words, document, level, promised, promised_on }
}

function ranking(matters: readonly StoredMatter[]): Ranking {
  const empty = (unit: string): UnitRank => ({ unit, place: 1, handled: { of: [], among: [] }, in_time: { of: [], among: [] }, satisfied: { of: [], among: [] }, overdue: [], returned: [], chased: [] })
  const total = empty('合计')
  const units = new Map<string, UnitRank>()
  for (const [at, matter] of matters.entries()) {
    for (const handled of unitsOf(matter)) {
      const name = handled.unit ?? '待补'
      const row = units.get(name) ?? empty(name)
      units.set(name, row)
      for (const of of [row, total]) count(of, at, { matter, handled })
    }
  }
  return { matters: matters.map((one) => one.draft.id), units: [...units.values()].map((row, at) => ({ ...row, place: at + 1 })), total }
}

function count(row: UnitRank, at: number, { matter, handled: unit }: { matter: StoredMatter; handled: ReturnType<typeof unitsOf>[number] }): void {
  if (unit.returned) return void row.returned.push(at)
  const due = matter.steps.find((step) => step.id === unit.id)?.due_on
  const late = (unit.replied ?? TODAY) > (due ?? '9999')
  for (let n = 0; n < unit.chased; n += 1) row.chased.push(at)
  row.handled.among.push(at)
  if (unit.replied) row.handled.of.push(at)
  if (unit.replied || late) row.in_time.among.push(at)
  if (unit.replied && !late) row.in_time.of.push(at)
  if (!unit.replied && late) row.overdue.push(at)
  const grade = matter.steps.filter((step) => step.grade !== null && !step.voided).at(-1)?.grade
  if (grade) row.satisfied.among.push(at)
  if (grade && grade !== '不满意') row.satisfied.of.push(at)
}

export function matterHandlers({ facts, wrote, id, found }: Desk): Handlers {
  const matterOf = (key: string): StoredMatter => found(facts().matters.find((m) => m.draft.id === key))
  const rows = (): MatterRow[] => facts().matters.map((m) => matterRow(facts(), m))
  const holds = (row: Omit<DeadlineRow, 'own'>): DeadlineRow => {
    const own = facts().deadlines.filter((one) => one.kind === row.kind).sort((a, b) => a.since.localeCompare(b.since))
    const { amount, unit, article } = own.filter((one) => one.since <= TODAY).at(-1) ?? row
    return { ...row, amount, unit, article, own }
  }
  return {
    matters: (ask) => rows().filter((row) => takes(row, ask)),
    matter_board: () => rows().filter((row) => row.state !== '已办结' || row.dissatisfied || (row.closed ?? '') >= '2026-10-22'),
    matter: (input) => matterPage(facts(), matterOf(input.id)),
    matter_draft: (input) => structuredClone(matterOf(input.id).draft),
    save_matter: (draft) => {
      const key = draft.id ?? id()
      return wrote(`已保存${draft.kind}`, (all) => saveMatter(all, draft, key), { id: key })
    },
    preview_step: (draft) => {
      const { due_on: due, due_rule } = dueOf(matterOf(draft.matter_id), draft.kind, draft.happened_on, draft.due_on)
      const known = draft.id !== null || offersOf(matterOf(draft.matter_id)).includes(draft.kind)
      const lacking = draft.kind === 'closed' && matterOf(draft.matter_id).steps.some((step) => step.kind === 'told' && !step.voided && step.by_whom === null)
      if (lacking) return { problems: [{ field: 'kind', message: '告知还没有写明由谁、怎样、用什么话告知的，请补写后再办结。' }], doubts: [], due, due_rule }
      return { problems: known ? [] : [{ field: 'kind', message: '现在不能登记这一步。' }], doubts: draft.happened_on > TODAY ? [{ field: 'happened_on', message: '日期在今天以后，请核对。' }] : [], due, due_rule }
    },
    step_draft: (input) => {
      const matter = found(facts().matters.find((m) => m.steps.some((step) => step.id === input.id)))
      return draftOf(matter, found(matter.steps.find((step) => step.id === input.id)))
    },
    save_step: (draft) => {
      const message = '没有写原因，请填写。'
      if (draft.kind !== 'told' && isNeeded('words', draft) && !draft.words) throw new Stopped({ code: 'problems', message, problems: [{ field: 'words', message }], detail: null })
      return wrote('已登记办理步骤', (all) => saveStep(all, draft, id()))
    },
    void_step: (input) => wrote('已作废一步', (all) => all.matters.forEach((m) => m.steps.filter((s) => s.id === input.id).forEach((s) => (s.voided = true)))),
    unit_ranking: (ask) => ranking(facts().matters.filter((m) => (!ask.kind || m.draft.kind === ask.kind) && m.steps.some((s) => s.kind === 'handed' && s.happened_on >= ask.from && s.happened_on <= ask.to))),
    deadline_rules: () => SHIPPED.map(holds),
    deadline_presets: () => PRESETS,
    save_deadline: (draft) => wrote('已保存期限', (all) => void (all.deadlines = [...all.deadlines.filter((one) => one.id !== draft.id), { ...draft, id: draft.id ?? id() }])),
    void_deadline: (input) => wrote('已作废期限', (all) => (all.deadlines = all.deadlines.filter((one) => one.id !== input.id))),
    take_deadline_preset: ({ name, since }) => wrote(`已采用${name}的期限`, (all) => PRESETS.find((preset) => preset.name === name)?.rules.forEach((rule) => all.deadlines.push({ ...rule, since, id: id() }))),
  }
}
