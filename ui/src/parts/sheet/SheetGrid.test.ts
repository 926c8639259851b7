import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CellChange, CellProblem, GridColumn } from './column'
import SheetGrid from './SheetGrid.vue'
import { emptyView } from './view'

type Row = { id: string } & Record<string, string>
const KINDS = [{ id: 'k1', label: '走访', note: null, initials: 'zf', spelling: 'zoufang' }, { id: 'k2', label: '电话', note: null, initials: 'dh', spelling: 'dianhua' }]
const column = (key: string, more: Partial<GridColumn<Row>> = {}): GridColumn<Row> => ({ key, label: key.toUpperCase(), width: 90, text: (row) => row[key] ?? '', ...more })
const COLUMNS = [column('no'), column('who', { edit: { kind: 'text' } }), column('kind', { edit: { kind: 'choice', choices: () => KINDS } }), column('on', { edit: { kind: 'date' } })]
const PEOPLE = [['王建国', 'wjg'], ['李秀英', 'lxy']].map(([label = '', initials = '']) => ({ id: label, label, note: null, initials, spelling: '' }))
const rows = (count: number): Row[] => Array.from({ length: count }, (_, at) => ({ id: `r${at}`, no: String(at), who: `选民${at}`, kind: '走访', on: '2026-11-01' }))

let grid: VueWrapper | null = null

/** The window without an engine has no sizes: this is the room that a list has at 1366×768. */
beforeEach(() => {
  for (const [name, size] of [['clientHeight', 560], ['offsetHeight', 560], ['clientWidth', 1160], ['offsetWidth', 1160]] as const) vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(size)
})
afterEach(() => {
  grid?.unmount()
  vi.restoreAllMocks()
})

async function open(props: Record<string, unknown>): Promise<VueWrapper> {
  grid = mount(SheetGrid as never, { props: { rows: rows(30), columns: COLUMNS, label: '联系记录', today: '2026-11-22', testid: 'g', ...props } as never, attachTo: document.body })
  await flushPromises()
  return grid
}

const box = (sheet: VueWrapper): HTMLTextAreaElement => sheet.find<HTMLTextAreaElement>('[data-testid=g-cell]').element
const cell = (sheet: VueWrapper, id: string, key: string): string => sheet.find(`[data-id=${id}] [data-key=${key}]`).text()

async function press(sheet: VueWrapper, key: string, more: Partial<KeyboardEventInit> = {}): Promise<void> {
  box(sheet).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  await flushPromises()
}

/** Text as it comes from the keyboard and from an input method that shows no letters: there is an input and nothing before it. */
async function type(sheet: VueWrapper, text: string): Promise<void> {
  box(sheet).value += text
  box(sheet).dispatchEvent(new InputEvent('input', { bubbles: true }))
  await flushPromises()
}

/** A store that refuses what is 坏. */
function store(): { save: (changes: CellChange[]) => Promise<CellProblem[]>; changes: CellChange[] } {
  const changes: CellChange[] = []
  return {
    changes,
    save: (asked) => {
      changes.push(...asked)
      return Promise.resolve(asked.filter((change) => change.text === '坏').map(({ rowId, key }) => ({ rowId, key, message: '这个写不进去，请改一改。' })))
    },
  }
}

describe('the document stays small', () => {
  it.each([
    ['twelve columns', Array.from({ length: 12 }, (_, at) => column(`c${at}`, { look: () => 'tag' }))],
    ['forty columns, boxes to tick, the window of a column open', Array.from({ length: 40 }, (_, at) => column(`c${at}`, { edit: { kind: 'text' } }))],
  ])('10,000 rows of %s are at most 600 nodes', async (_, columns) => {
    const sheet = await open({ rows: rows(10_000), columns, ticks: true, save: store().save })
    const nodes = (): number => sheet.element.querySelectorAll('*').length + 1
    expect(sheet.findAll('[data-testid=g-row]').length, 'the window is full of rows').toBeGreaterThanOrEqual(14)
    expect(nodes()).toBeLessThanOrEqual(600)
    if (columns.length === 40) await press(sheet, 'ArrowDown', { altKey: true })
    expect(nodes()).toBeLessThanOrEqual(600)
  })
})

describe('typing in a cell', () => {
  it('begins with the text itself, goes on with Enter, and shows what was typed until the rows come', async () => {
    const { save, changes } = store()
    const sheet = await open({ save })
    await press(sheet, 'ArrowRight')
    await press(sheet, 'Unidentified', { keyCode: 229 })
    await type(sheet, '你好')
    await press(sheet, 'Enter', { keyCode: 229 })
    expect(changes, 'the Enter that takes pinyin saves nothing').toEqual([])
    await press(sheet, 'Enter')
    expect(changes).toEqual([{ rowId: 'r0', key: 'who', text: '你好' }])
    expect(cell(sheet, 'r0', 'who')).toBe('你好')
    await sheet.setProps({ rows: rows(30).map((row) => ({ ...row, who: `${row.who}。` })) } as never)
    expect(cell(sheet, 'r0', 'who'), 'the program has the last word').toBe('选民0。')
    await type(sheet, '第二行')
    await press(sheet, 'Tab')
    expect(changes[1]).toEqual({ rowId: 'r1', key: 'who', text: '第二行' })
  })

  it('with Esc, or without a change, saves nothing', async () => {
    const { save, changes } = store()
    const sheet = await open({ save })
    await press(sheet, 'ArrowRight')
    await type(sheet, '错了')
    await press(sheet, 'Escape')
    await press(sheet, 'F2')
    expect(box(sheet).value).toBe('选民0')
    await press(sheet, 'Enter')
    expect(changes).toEqual([])
    expect(box(sheet).value, 'the box is empty again for what comes').toBe('')
  })

  it('leaves the cell as it was when pinyin is begun and given up', async () => {
    const { save, changes } = store()
    const sheet = await open({ save })
    await press(sheet, 'ArrowRight')
    await sheet.find('textarea').trigger('compositionstart')
    await type(sheet, 'n')
    box(sheet).value = ''
    await sheet.find('textarea').trigger('compositionend')
    await press(sheet, 'ArrowDown')
    expect(changes, 'nothing was typed, so nothing is emptied').toEqual([])
  })

  it('takes a choice by its initials, a date as the clerk writes it, and the value above for ..', async () => {
    const { save, changes } = store()
    const sheet = await open({ save })
    await press(sheet, 'ArrowDown')
    await press(sheet, 'End')
    await type(sheet, '0305')
    await press(sheet, 'ArrowLeft')
    await type(sheet, 'dh')
    expect(sheet.findAll('[role=option]').map((option) => option.text())).toEqual(['电话'])
    await press(sheet, 'ArrowLeft')
    await type(sheet, '..')
    await press(sheet, 'Enter')
    expect(changes.map((change) => change.text)).toEqual(['2026-03-05', '电话', '选民0'])
  })

  it('takes several names, each by its initials, with 、 between them', async () => {
    const { save, changes } = store()
    const sheet = await open({ save, columns: [column('who', { edit: { kind: 'choice', choices: () => PEOPLE, many: true, free: true } })] })
    for (const text of ['w', 'j', 'g', '、', 'l', 'x']) await type(sheet, text)
    expect(box(sheet).value).toBe('王建国、lx')
    expect(sheet.findAll('[role=option]').map((option) => option.text())).toEqual(['李秀英', '新增：lx'])
    await press(sheet, 'Enter')
    expect(changes.map((change) => change.text)).toEqual(['王建国、李秀英'])
  })

  it('says why not: a column that is only read, a refusal of the program, a date that is none', async () => {
    const { save, changes } = store()
    const sheet = await open({ save })
    const said = (): string => sheet.find('[data-testid=g-said]').text()
    await type(sheet, 'x')
    expect([said(), box(sheet).value]).toEqual(['“NO”不能在这里改，请打开这一行再改。', ''])
    await press(sheet, 'ArrowRight')
    await type(sheet, '坏')
    await press(sheet, 'Enter')
    await press(sheet, 'ArrowUp')
    expect([said(), cell(sheet, 'r0', 'who')]).toEqual(['这个写不进去，请改一改。', '坏'])
    await press(sheet, 'End')
    await type(sheet, '0230')
    await press(sheet, 'Enter')
    expect(changes.map((change) => change.text), 'the date is not even sent').toEqual(['坏'])
    expect(sheet.findAll('[aria-invalid=true]')).toHaveLength(2)
    await sheet.find('[data-testid=g-forget]').trigger('click')
    expect([cell(sheet, 'r0', 'who'), cell(sheet, 'r0', 'on')]).toEqual(['选民0', '2026-11-01'])
  })
})

describe('a list that is only read', () => {
  it('opens a row by Enter, also the one that a search leaves', async () => {
    const sheet = await open({ words: '选民7' })
    await press(sheet, 'Enter')
    expect(sheet.emitted('open')).toEqual([[expect.objectContaining({ id: 'r7' })]])
    expect(sheet.emitted('count')).toEqual([[1]])
    expect(box(sheet).readOnly).toBe(true)
  })

  it('sorts by its heading and opens nothing, whatever the page around it calls its place', async () => {
    document.body.dataset.at = '/contacts'
    const sheet = await open({})
    for (const event of ['mousedown', 'click']) await sheet.find('[role=columnheader] .name').trigger(event)
    delete document.body.dataset.at
    expect([sheet.emitted('open'), sheet.find('[role=columnheader]').attributes('aria-sort')]).toEqual([undefined, 'ascending'])
  })

  it('keeps the cursor on its record when the order changes', async () => {
    const sheet = await open({ view: emptyView() })
    await press(sheet, 'ArrowDown')
    await sheet.setProps({ view: { ...emptyView(), sorting: { key: 'no', down: true } } } as never)
    await press(sheet, 'Enter')
    expect(sheet.emitted('open')).toEqual([[expect.objectContaining({ id: 'r1' })]])
  })
})

it('ticks the rows of the selection, and lets go of those that a search hides', async () => {
  let ticked: string[] = []
  const sheet = await open({ save: store().save, ticks: true, ticked, 'onUpdate:ticked': (ids: string[]) => void sheet.setProps({ ticked: (ticked = ids) } as never) })
  await press(sheet, 'ArrowDown', { shiftKey: true })
  await press(sheet, ' ')
  expect(ticked).toEqual(['r0', 'r1'])
  await sheet.setProps({ words: '选民1' } as never)
  await flushPromises()
  expect(ticked).toEqual(['r1'])
})

it('pastes a block only after it was looked at, and offers as new rows what there is no place for', async () => {
  const { save, changes } = store()
  const sheet = await open({ save, canAdd: true })
  await press(sheet, 'End', { ctrlKey: true })
  await press(sheet, 'Home')
  await press(sheet, 'ArrowRight')
  const paste = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(paste, { clipboardData: { getData: (type: string) => (type === 'text/plain' ? '张三\t电话\n李四\t走访\n' : '') } })
  box(sheet).dispatchEvent(paste)
  await flushPromises()
  expect(changes, 'nothing yet').toEqual([])
  const plan = document.querySelector('[data-testid=g-plan]')
  expect(plan?.textContent).toContain('最后 1 行放不下')
  document.querySelector<HTMLElement>('[data-testid=g-plan-ok]')?.click()
  await flushPromises()
  expect(changes).toEqual([{ rowId: 'r29', key: 'who', text: '张三' }, { rowId: 'r29', key: 'kind', text: '电话' }])
  expect(sheet.emitted('add')).toEqual([[[{ who: '李四', kind: '走访' }]]])
})
