import { expect, it } from 'vitest'
import type { Choice, Matter, MatterUnit, StepKind } from '../../backend'
import { emptyStep, fieldsOf, isDissatisfied, isNeeded, labelOf, offered, offersOf, STEP_FIELDS, stepLabel, withWay } from './steps'

const unitOf = (id: string, more: Partial<MatterUnit> = {}): MatterUnit => ({ id, round: 1, role: '主办', unit: id, handler: null, signed: null, returned: null, replied: null, chased: 0, stopped: null, due: null, due_why: null, left: null, ...more })
const raised = (id: string, untold = true): Matter['raised'][number] => ({ id, who: id, fact: null, untold })
function matter(more: Partial<Matter> = {}, row: object = {}): Matter {
  return { row: { id: 'm', kind: '社情民意', title: '路灯', petition: false, ...row }, raised: [raised('张三')], units: [], links: [], meetings: [], rounds: [{ id: 'r', ordinal: 1, steps: [] }], offers: [], ...more } as unknown as Matter
}
const TODAY = '2026-11-22'

it.each([['社情民意', ['handed', 'taken_up']], ['建议', ['handed']]])('offers for %s: %j', (kind, offers) => {
  expect(offersOf(matter({ offers: ['handed', 'taken_up'] }, { kind }))).toEqual(offers)
})

it.each([['社情民意', '转办'], ['建议', '交办'], ['议案', '交办']])('what is handed on of %s is called %s', (kind, label) => {
  expect([stepLabel('handed', kind), stepLabel('chased', kind)]).toEqual([label, '催办'])
})

it.each<[StepKind, string[]]>([
  ['accepted', ['deputies', 'words']],
  ['handed', ['unit', 'role', 'route_id', 'handler', 'due_on', 'document', 'petition', 'words']],
  ['guided', ['route_id', 'unit', 'words']],
  ['taken_up', ['title', 'deputies', 'words']],
  ['returned', ['document', 'words']],
  ['extended', ['due_on', 'document', 'words']],
  ['talked', ['by_whom', 'activity_id', 'words']],
  ['replied', ['by_whom', 'document', 'result_id', 'words', 'promised']],
  ['told', ['way_id', 'by_whom', 'grade_id', 'words']],
  ['rated', ['attitude_id', 'grade_id', 'by_whom', 'words']],
  ['reopened', ['words']],
])('%s asks for %j where one unit and one voter are known', (kind, fields) => {
  const of = matter({ units: [unitOf('水利站')] })
  expect(fieldsOf(emptyStep(of, kind, TODAY), of)).toEqual(fields)
})

it('every kind of step asks for words or is about a unit', () => {
  const bare = Object.entries(STEP_FIELDS).filter(([, fields]) => !fields.includes('words') && !fields.includes('assignment_id'))
  expect(bare).toEqual([])
})

it('asks which unit only where several can be meant, and puts in the one that owes the reply', () => {
  const of = matter({ units: [unitOf('水利站'), unitOf('交通办', { role: '协办' }), unitOf('环保所', { returned: TODAY }), unitOf('旧', { round: 0 })] })
  const step = emptyStep(of, 'replied', TODAY)
  expect([step.assignment_id, fieldsOf(step, of).includes('assignment_id')]).toEqual(['水利站', true])
  const two = matter({ units: [unitOf('水利站'), unitOf('交通办', { role: '分办' })] })
  expect(emptyStep(two, 'chased', TODAY).assignment_id, 'of two that owe one the clerk says which').toBeNull()
  expect(emptyStep(matter({ units: [unitOf('水利站', { stopped: TODAY }), unitOf('交通办')] }), 'restarted', TODAY).assignment_id).toBe('水利站')
})

it('tells the reply to the one who does not know yet; why it was not possible needs words of its own', () => {
  const reply = { kind: 'replied', words: '已修好。' } as Matter['rounds'][number]['steps'][number]
  const of = matter({ raised: [raised('张三', false), raised('李四')], rounds: [{ id: 'r', ordinal: 1, steps: [reply] }] })
  const step = emptyStep(of, 'told', TODAY)
  expect([step.raised_id, step.words, labelOf('words', step), isNeeded('words', step)]).toEqual(['李四', '告知办理情况：已修好。', '告知内容', true])
  const lost = withWay(step, of, 'way.impossible')
  expect([lost.words, labelOf('words', lost), isNeeded('words', lost)]).toEqual([null, '为什么无法告知', true])
  expect(withWay(lost, of, 'way.phone').words).toBe('告知办理情况：已修好。')
  expect(withWay({ ...step, words: '已搬走' }, of, 'way.impossible').words, 'what the clerk wrote stays').toBe('已搬走')
})

const codes = (list: string, keys: string): Choice[] => keys.split(' ').map((key) => ({ id: `${list}.${key}`, label: key, note: null, initials: '', spelling: '' }))
it('a new step is never told in an unknown way, and hands on or guides only where that leads', () => {
  const of = matter()
  const ids = (kind: StepKind, field: 'way_id' | 'route_id', list: Choice[], more = {}): string[] => offered(field, { ...emptyStep(of, kind, TODAY), ...more }, list).map((choice) => choice.label)
  const ways = codes('way', 'phone unknown impossible')
  expect([ids('told', 'way_id', ways), ids('told', 'way_id', ways, { way_id: 'way.unknown' })]).toEqual([['phone', 'impossible'], ['phone', 'unknown', 'impossible']])
  const routes = codes('route', 'on_the_spot village county suggestion petition declined')
  expect([ids('handed', 'route_id', routes), ids('guided', 'route_id', routes)]).toEqual([['village', 'county'], ['petition', 'declined']])
})

it('only a telling or a rating that ends in 不满意 calls for another round', () => {
  const of = (kind: StepKind, grade_id: string | null): boolean => isDissatisfied({ ...emptyStep(matter(), kind, TODAY), grade_id })
  expect([of('told', 'grade.not'), of('rated', 'grade.not'), of('told', 'grade.mostly'), of('closed', 'grade.not')]).toEqual([true, true, false, false])
})
