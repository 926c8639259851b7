import { describe, expect, it } from 'vitest'
import type { GridColumn } from './column'
import { nextSorting, passing, sorted, steady, values } from './rows'
import { emptyView, filtering, laidOut, ordered, readView, resized, shifted, showing, spokenFilters, type ViewState } from './view'

type Row = Record<string, string>
const column = (key: string, more: Partial<GridColumn<Row>> = {}): GridColumn<Row> => ({ key, label: key.toUpperCase(), width: 100, text: (row) => row[key] ?? '', ...more })
const keys = (columns: readonly { key: string }[]): string[] => columns.map((each) => each.key)
const ABC = ['a', 'b', 'c'].map((key) => column(key))

describe('a kept view', () => {
  it('gives a new column the place after the one it follows in the program, and forgets one that is gone', () => {
    const view: ViewState = { ...emptyView(), order: ['c', 'gone', 'a', 'b'] }
    const now = [column('new0'), ...ABC.slice(0, 2), column('new1'), column('c'), column('never', { hidden: true })]
    expect(keys(ordered(now, view))).toEqual(['new0', 'c', 'a', 'b', 'new1'])
  })

  it('survives being written and read, and garbage is an empty one', () => {
    const view = filtering(resized(showing(shifted(ABC, emptyView(), 'a', 1), 'c', false), 'b', 222.4), 'a', { contains: 'x', values: null })
    expect(readView(JSON.stringify(view))).toEqual(view)
    expect(readView('{"order": 3, "widths": {"a": "wide"}, "frozen": "b"}')).toEqual({ ...emptyView(), frozen: 'b' })
    for (const text of [null, '', 'no json', 'null', '[]']) expect(readView(text), `of ${String(text)}`).toEqual(emptyView())
  })

  it('hides what the program hides until the clerk shows it', () => {
    const columns = [...ABC, column('d', { off: true })]
    expect(keys(laidOut(columns, emptyView(), 500).placed.map((place) => place.column))).toEqual(['a', 'b', 'c'])
    expect(laidOut(columns, showing(emptyView(), 'd', true), 500).placed).toHaveLength(4)
  })

  it('moves a column among those that are shown', () => {
    const hidden = showing(emptyView(), 'b', false)
    expect(keys(ordered(ABC, shifted(ABC, hidden, 'a', 1))), 'over the hidden one').toEqual(['b', 'c', 'a'])
    expect(shifted(ABC, hidden, 'a', -1), 'nothing is left of the first').toBe(hidden)
  })
})

describe('the layout', () => {
  const columns = [column('a'), column('b', { grow: true }), column('c')]
  it('gives what is left to the columns that grow, unless the clerk has set their width', () => {
    expect(laidOut(columns, emptyView(), 500).placed.map((place) => [place.x, place.width])).toEqual([[0, 100], [100, 300], [400, 100]])
    expect(laidOut(columns, resized(emptyView(), 'b', 150), 500, 40)).toMatchObject({ total: 390, placed: [{ x: 40 }, { x: 140, width: 150 }, { x: 290 }] })
  })

  it('freezes up to a column, but never most of the width', () => {
    const view = { ...emptyView(), frozen: 'b' }
    expect(laidOut(columns, resized(view, 'b', 150), 500)).toMatchObject({ frozen: 250, placed: [{ frozen: true }, { frozen: true }, { frozen: false }] })
    expect(laidOut(columns, resized(view, 'b', 400), 500), 'b would leave nothing to scroll in').toMatchObject({ frozen: 100, placed: [{ frozen: true }, { frozen: false }, { frozen: false }] })
  })
})

describe('the rows', () => {
  const rows = [{ a: '道路', b: '10' }, { a: '水利', b: '9' }, { a: '', b: '' }, { a: '道路', b: '9' }]
  const columns = [column('a'), column('b', { order: (row) => (row.b === '' ? '' : Number(row.b)) })]

  it('are sorted up, down, and as the program has them; empty ones last', () => {
    const clicks = [nextSorting(null, 'b'), nextSorting({ key: 'b', down: false }, 'b'), nextSorting({ key: 'b', down: true }, 'b')]
    expect(clicks.map((sorting) => sorted(rows, columns, sorting).map((row) => row.b))).toEqual([['9', '9', '10', ''], ['10', '9', '9', ''], ['10', '9', '', '9']])
  })

  it('pass what a column holds and what is ticked, and it is said', () => {
    const ticked = filtering(filtering(emptyView(), 'a', { contains: '', values: ['道路', ''] }), 'b', { contains: '９', values: null })
    expect(passing(rows, columns, ticked.filters)).toEqual([rows[3]])
    expect(spokenFilters(columns, ticked).map((filter) => filter.words)).toEqual(['A：道路、（空）', 'B：含“９”'])
    expect(filtering(ticked, 'a', { contains: ' ', values: null }).filters, 'a filter that passes all is none').not.toHaveProperty('a')
    expect(values(rows, ABC[0] as GridColumn<Row>)).toEqual([{ text: '道路', count: 2 }, { text: '水利', count: 1 }, { text: '', count: 1 }])
  })

  it('stay where they are while they are corrected', () => {
    const all = (): boolean => true
    const touched = new Set(['b'])
    expect(steady(['a', 'b', 'c'], ['b', 'a', 'c'], touched, all), 'b now sorts first').toEqual(['a', 'b', 'c'])
    expect(steady(['a', 'b', 'c'], ['a', 'c'], touched, all), 'b no longer passes the filter').toEqual(['a', 'b', 'c'])
    expect(steady(['a', 'b', 'c'], ['a', 'c'], touched, (id) => id !== 'b'), 'b is gone').toEqual(['a', 'c'])
    expect(steady(['a', 'b', 'c'], ['c', 'b', 'a'], touched, all), 'the program has another order').toEqual(['c', 'b', 'a'])
    expect(steady(['a', 'b'], ['a', 'new', 'b'], touched, all), 'a row came').toEqual(['a', 'new', 'b'])
  })
})
