import { describe, expect, it } from 'vitest'
import type { CellEdit, GridColumn } from './column'
import { changesOf, copied, needsLook, planClear, planFill, planPaste, settled, spokenPlan, type Sheet } from './plan'

interface Contact { id: string; number: string; date: string; who: string; kind: string; people: string }

const KINDS = [{ id: 'k1', label: '走访', note: null, initials: 'zf', spelling: 'zoufang' }, { id: 'k2', label: '电话', note: null, initials: 'dh', spelling: 'dianhua' }]
const KIND: CellEdit = { kind: 'choice', choices: () => KINDS }
const column = (key: keyof Contact, label: string, edit?: CellEdit): GridColumn<Contact> => ({ key, label, width: 100, text: (c) => c[key], ...(edit ? { edit } : {}) })
const COLUMNS = [column('number', '编号'), column('date', '日期', { kind: 'date' }), column('who', '联系对象', { kind: 'text' }), column('kind', '方式', KIND), column('people', '人数', { kind: 'number' })]
const ROWS = Array.from({ length: 4 }, (_, at): Contact => ({ id: `c${at}`, number: `LX-${at}`, date: '2026-11-01', who: `选民${at}`, kind: '走访', people: '1' }))
const SHEET: Sheet<Contact> = { rows: ROWS, columns: COLUMNS, today: '2026-11-22' }
const block = (top: number, left: number, bottom: number, right: number): { top: number; left: number; bottom: number; right: number } => ({ top, left, bottom, right })

describe('a paste', () => {
  it('says what it changes, leaves alone, skips, cannot read, and has no place for', () => {
    const plan = planPaste(SHEET, block(2, 0, 2, 0), [
      ['X', '0305', '选民2', '电话', '3', 'beyond'],
      ['Y', '0230', '新\n两行', '飞鸽', '很多', ''],
      ['Z', '昨天', '新来的', '走访', '2', ''],
    ])
    expect(changesOf(plan)).toEqual([
      { rowId: 'c2', key: 'date', text: '2026-03-05' }, { rowId: 'c2', key: 'kind', text: '电话' }, { rowId: 'c2', key: 'people', text: '3' },
      { rowId: 'c3', key: 'who', text: '新\n两行' },
    ])
    expect(plan.cells.find((cell) => cell.rowId === 'c2' && cell.key === 'date')?.from).toBe('2026-11-01')
    expect(plan.surplus).toEqual([{ date: '昨天', who: '新来的', kind: '走访', people: '2' }])
    expect(spokenPlan(plan)).toEqual([
      '共 3 行 × 6 列，要改 4 格。', '1 格本来就是这样，不动。', '3 格看不懂，不写。', '“编号”不能在这里改，跳过 3 格。', '右边没有那么多列，最后 1 列不要。', '下面没有那么多行，最后 1 行放不下。',
    ])
  })

  it('marks names that are not on the roster, other than those that stood there', () => {
    const who: CellEdit = { kind: 'choice', choices: () => [{ id: 'p', label: '罗建', note: null, initials: 'lj', spelling: '' }], many: true, free: true, outside: '名册外' }
    const sheet = { ...SHEET, columns: [column('who', '代表', who)] }
    const plan = planPaste(sheet, block(0, 0, 1, 0), [['罗 建、选民0'], ['罗建，张三']])
    expect([plan.cells.map((cell) => cell.doubt), changesOf(plan).length]).toEqual([[null, '名册外：张三'], 2])
    expect(spokenPlan(plan)).toContain('1 格里有拿不准的，请核对。')
  })

  it('of one text into a selected block fills it', () => {
    const plan = planPaste(SHEET, block(0, 4, 3, 4), [['5']])
    expect(changesOf(plan).map((change) => [change.rowId, change.text])).toEqual(['c0', 'c1', 'c2', 'c3'].map((id) => [id, '5']))
    expect(needsLook(plan), 'four cells are shown first').toBe(true)
    expect(needsLook(planPaste(SHEET, block(0, 4, 0, 4), [['5']])), 'one cell is done at once').toBe(false)
  })

  it('into a list without rows is all surplus', () => {
    const plan = planPaste({ ...SHEET, rows: [] }, block(0, 1, 0, 1), [['0305', '张三']])
    expect([changesOf(plan), plan.surplus]).toEqual([[], [{ date: '0305', who: '张三' }]])
  })

  it('of what was copied here changes nothing', () => {
    const whole = block(0, 0, 3, 4)
    const plan = planPaste(SHEET, whole, copied(SHEET, whole))
    expect([plan.cells, plan.same]).toEqual([[], 16])
  })
})

describe('filling and clearing', () => {
  it('copies the first selected row downwards', () => {
    const plan = planFill(SHEET, block(0, 2, 2, 2))
    expect(plan && changesOf(plan)).toEqual([{ rowId: 'c1', key: 'who', text: '选民0' }, { rowId: 'c2', key: 'who', text: '选民0' }])
  })

  it('copies the row above into one selected row, and has nothing above the first', () => {
    const plan = planFill(SHEET, block(1, 2, 1, 2))
    expect(plan && changesOf(plan)).toEqual([{ rowId: 'c1', key: 'who', text: '选民0' }])
    expect(planFill(SHEET, block(0, 2, 0, 2))).toBeNull()
  })

  it('empties what can be typed in', () => {
    expect(changesOf(planClear(SHEET, block(0, 0, 0, 2)))).toEqual([{ rowId: 'c0', key: 'date', text: '' }, { rowId: 'c0', key: 'who', text: '' }])
  })
})

describe('a cell that is left', () => {
  it.each<[CellEdit, string, string]>([
    [{ kind: 'date' }, '3.5', '2026-03-05'], [{ kind: 'date', partial: true }, '197508', '1975-08'], [{ kind: 'number' }, '１，２００', '1200'],
    [{ kind: 'money' }, ' 1.2万元 ', '1.2万元'], [{ kind: 'text' }, ' 前后 ', ' 前后 '], [{ kind: 'long' }, '  ', ''], [KIND, '走访', '走访'],
    [{ kind: 'choice', choices: () => KINDS, free: true }, '微信', '微信'],
  ])('%j takes “%s” as “%s”', (edit, typed, text) => {
    expect(settled(edit, typed, SHEET.today)).toEqual({ text })
  })

  it.each<[CellEdit, string]>([[{ kind: 'date' }, '0230'], [{ kind: 'number' }, '三'], [KIND, '走']])('%j refuses “%s” with a sentence', (edit, typed) => {
    expect(settled(edit, typed, SHEET.today)).toEqual({ problem: expect.stringMatching(/。$/) })
  })
})
