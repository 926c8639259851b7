// Steps of a matter: what each kind is called on its button, what it asks for, what is sent.
import type { Choice, Matter, MatterUnit, Step, StepDraft, StepKind } from '../../backend'
import { tidy } from '../../parts/fields'

const STEP_LABELS: Record<Exclude<StepKind, 'handed'>, string> = {
  recorded: '登记', accepted: '登记接单', answered: '当场答复', guided: '引导到别处', taken_up: '转为代表建议', signed: '登记签收', returned: '登记退办', chased: '催办', extended: '延期', stopped: '中止计时',
  restarted: '恢复计时', talked: '登记面商', replied: '登记答复', told: '登记告知', rated: '征询意见', closed: '办结', followed: '跟踪落实', reopened: '重新办理',
}

/** What voters said is 转办; what deputies put forward is 交办. */
export function handOn(kind: string): string {
  return kind === '社情民意' ? '转办' : '交办'
}

/** `kind` is that of the matter. */
export function stepLabel(step: StepKind, kind: string): string {
  return step === 'handed' ? handOn(kind) : STEP_LABELS[step]
}

export type StepField = Exclude<keyof StepDraft, 'id' | 'matter_id' | 'kind' | 'happened_on'>

/** What each step asks for beside its date, in the order in which one is told it. */
export const STEP_FIELDS: Record<StepKind, StepField[]> = {
  recorded: ['words'],
  accepted: ['deputies', 'words'],
  answered: ['by_whom', 'grade_id', 'words'],
  guided: ['route_id', 'unit', 'words'],
  handed: ['unit', 'role', 'route_id', 'handler', 'due_on', 'document', 'petition', 'words'],
  taken_up: ['title', 'deputies', 'words'],
  signed: ['assignment_id', 'by_whom'],
  returned: ['assignment_id', 'document', 'words'],
  chased: ['assignment_id', 'level', 'document', 'words'],
  extended: ['assignment_id', 'due_on', 'document', 'words'],
  stopped: ['assignment_id', 'words'],
  restarted: ['assignment_id', 'words'],
  talked: ['by_whom', 'activity_id', 'words'],
  replied: ['assignment_id', 'by_whom', 'document', 'result_id', 'words', 'promised', 'promised_on'],
  told: ['raised_id', 'way_id', 'by_whom', 'grade_id', 'words'],
  rated: ['attitude_id', 'grade_id', 'by_whom', 'words'],
  closed: ['result_id', 'words'],
  followed: ['by_whom', 'words'],
  reopened: ['words'],
}

const LABELS: Record<StepField, string> = {
  assignment_id: '哪个单位', route_id: '处理方式', unit: '承办单位', role: '办理方式', handler: '承办人', petition: '信访件', due_on: '约定期限', way_id: '告知方式', by_whom: '经办人', words: '内容', document: '文号', result_id: '办理结果',
  grade_id: '满意度', attitude_id: '对办理态度', raised_id: '告知谁', level: '第几次催办', promised: '承诺', promised_on: '承诺办到哪天', activity_id: '在哪次活动', deputies: '接单代表', title: '案由（标题）',
}

/** What a field is called where it means something of its own. */
const OWN_LABELS: Partial<Record<StepKind, Partial<Record<StepField, string>>>> = {
  accepted: { words: '代表的意见' },
  answered: { by_whom: '由谁答复', words: '答复内容' },
  guided: { unit: '引导到哪个机关', words: '怎样说明的' },
  taken_up: { deputies: '领衔和联名代表', words: '建议内容' },
  signed: { by_whom: '签收人' },
  returned: { words: '退办原因' },
  extended: { due_on: '延到哪天', words: '延期原因' },
  stopped: { words: '中止原因' },
  restarted: { words: '恢复原因' },
  talked: { by_whom: '由谁面商', words: '面商情况' },
  replied: { by_whom: '由谁答复', words: '答复内容' },
  told: { by_whom: '由谁告知', words: '告知内容' },
  rated: { by_whom: '由谁征询', grade_id: '对办理结果', words: '代表或反映人的意见' },
  followed: { words: '落实情况' },
  reopened: { words: '为什么重新办理' },
}

const REASONED: StepKind[] = ['returned', 'extended', 'stopped', 'restarted', 'reopened']
const IMPOSSIBLE = 'way.impossible'
const NOT_SATISFIED = 'grade.not'

export function labelOf(field: StepField, step: StepDraft): string {
  if (field === 'words' && step.kind === 'told' && step.way_id === IMPOSSIBLE) return '为什么无法告知'
  return OWN_LABELS[step.kind]?.[field] ?? LABELS[field]
}

/** Without its reason such a step is not taken. */
export function isNeeded(field: StepField, step: StepDraft): boolean {
  if (step.kind === 'told') return field === 'words' || field === 'way_id' || (field === 'by_whom' && step.way_id !== IMPOSSIBLE)
  return field === 'words' && REASONED.includes(step.kind)
}

const HINTS: Partial<Record<StepField, string>> = {
  due_on: '不填就按规定的期限算。', level: '不填就是上一次加一。', promised: '答应了还没办成的，写下来，到期会提醒。', deputies: '第一位是领衔或主要接单的代表。',
}

export function hintOf(field: StepField, step: StepDraft): string {
  if (field === 'words' && step.kind === 'told' && step.way_id === IMPOSSIBLE) return '写明找过谁、怎样找的，才能办结。'
  if (field === 'unit' && step.kind === 'handed') return '还没定的可以不填，记作待补，定了再补上。'
  if (field === 'deputies' && step.kind === 'taken_up') return '第一位是领衔代表。不填就只记下要转为建议。'
  return HINTS[field] ?? ''
}

/** Ways of handling that lead somewhere else; every other one hands on. */
const ELSEWHERE = ['route.petition', 'route.court', 'route.arbitration', 'route.procedure', 'route.declined']
const NOT_HANDED = [...ELSEWHERE, 'route.on_the_spot', 'route.suggestion']

/** What a list offers for this step: a step of today is never told in an unknown way. */
export function offered(field: StepField, step: StepDraft, choices: readonly Choice[]): readonly Choice[] {
  const kept = (id: string): boolean => id === step[field]
  if (field === 'way_id') return choices.filter(({ id }) => id !== 'way.unknown' || kept(id))
  if (field !== 'route_id') return choices
  return choices.filter(({ id }) => kept(id) || (step.kind === 'guided' ? ELSEWHERE.includes(id) : !NOT_HANDED.includes(id)))
}

/** Units that a step of this kind can be about. */
export function unitsFor(matter: Matter, kind: StepKind): MatterUnit[] {
  const round = Math.max(...matter.rounds.map((one) => one.ordinal))
  const standing = matter.units.filter((unit) => unit.round === round && unit.returned === null)
  if (kind === 'signed') return standing.filter((unit) => unit.signed === null)
  if (kind === 'restarted') return standing.filter((unit) => unit.stopped !== null)
  if (kind === 'stopped') return standing.filter((unit) => unit.stopped === null && unit.replied === null)
  return standing.filter((unit) => unit.replied === null)
}

/** The one unit that is meant where nobody says which. */
function meant(matter: Matter, kind: StepKind): string | null {
  const all = unitsFor(matter, kind)
  const owing = all.filter((unit) => unit.role !== '协办')
  const only = owing.length === 1 ? owing[0] : all.length === 1 ? all[0] : undefined
  return only?.id ?? null
}

/** The fields of a step: what is settled is not asked, and of a corrected one not what belongs to its matter. */
export function fieldsOf(step: StepDraft, matter: Matter): StepField[] {
  const asked: Partial<Record<StepField, boolean>> = {
    assignment_id: step.id === null && unitsFor(matter, step.kind).length > 1,
    deputies: step.id === null,
    title: step.id === null,
    petition: matter.row.kind === '社情民意',
    raised_id: matter.raised.length > 1,
    promised_on: step.promised !== null && step.promised !== '',
  }
  return STEP_FIELDS[step.kind].filter((field) => asked[field] ?? true)
}

/** The reply that the voter is to be told of. */
export function lastReply(matter: Matter): Step | undefined {
  return matter.rounds.at(-1)?.steps.filter((step) => step.kind === 'replied').at(-1)
}

export function tellingOf(matter: Matter): string | null {
  const words = lastReply(matter)?.words
  return words ? `告知办理情况：${words}` : null
}

/** A new step; who is meant and what is to be told are put in where they are known. */
export function emptyStep(matter: Matter, kind: StepKind, today: string): StepDraft {
  const of = STEP_FIELDS[kind]
  const untold = matter.raised.filter((raised) => raised.untold)
  const whom = untold.length === 1 ? untold[0] : matter.raised.length === 1 ? matter.raised[0] : undefined
  const handled = matter.units.some((unit) => unit.returned === null && unit.replied === null)
  return {
    id: null, matter_id: matter.row.id, kind, happened_on: today, assignment_id: of.includes('assignment_id') ? meant(matter, kind) : null, route_id: null, unit: null, role: kind === 'handed' ? (handled ? '协办' : '主办') : null, handler: null,
    petition: kind === 'handed' && matter.row.kind === '社情民意' ? matter.row.petition : null, due_on: null, way_id: null, by_whom: null, words: kind === 'told' ? tellingOf(matter) : null, document: null, result_id: null, grade_id: null, attitude_id: null,
    raised_id: kind === 'told' ? (whom?.id ?? null) : null, level: null, promised: null, promised_on: null, activity_id: null, deputies: [], title: kind === 'taken_up' ? matter.row.title : null,
  }
}

/** Why it was not possible is told in words of its own, not in those of the reply. */
export function withWay(step: StepDraft, matter: Matter, way_id: string | null): StepDraft {
  const telling = tellingOf(matter)
  if (way_id === IMPOSSIBLE) return { ...step, way_id, words: step.words === telling ? null : step.words }
  return { ...step, way_id, words: step.words ?? (step.id === null ? telling : null) }
}

/** A telling of this round that does not say how, by whom or in what words. */
export function lackingTelling(matter: Matter): Step | undefined {
  return matter.rounds.at(-1)?.steps.find((step) => step.kind === 'told' && (step.way === null || step.by_whom === null || step.words === null))
}

/** Whether what was said last calls for another round. */
export function isDissatisfied(step: StepDraft): boolean {
  return (step.kind === 'told' || step.kind === 'rated') && step.grade_id === NOT_SATISFIED
}

/** What may be done next; what deputies put forward need not be made so. */
export function offersOf(matter: Matter): StepKind[] {
  return matter.offers.filter((kind) => kind !== 'taken_up' || matter.row.kind === '社情民意')
}

export function stepToSend(draft: StepDraft): StepDraft {
  return tidy(draft, [])
}

/** What is told of a step beside its words. */
export function details(step: Step): [string, string][] {
  const due = step.due_on && `${step.due_on}${step.due_rule ? `（${step.due_rule}）` : ''}`
  const all: [string, string | null][] = [
    ['处理方式', step.route], [step.kind === 'guided' ? '引导到' : '单位', step.office ?? step.unit], ['办理方式', step.role], ['催办', step.level === null ? null : `第${step.level}次`], ['期限', due], ['告知', step.told_whom], ['方式', step.way],
    ['经办人', step.by_whom], ['文号', step.document], ['结果', step.result], ['对办理态度', step.attitude], [step.kind === 'rated' ? '对办理结果' : '满意度', step.grade], ['承诺', step.promised], ['承诺办到', step.promised_on], ['在', step.activity],
  ]
  return all.filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== '')
}
