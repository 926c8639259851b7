import { expect, it } from 'vitest'
import type { MatterRow } from '../../backend'
import { behind, fraction, percent } from './ranking'

it.each([[5, 6, '83%', '5/6'], [0, 3, '0%', '0/3'], [0, 0, '—', '0/0']])('%i of %i is %s (%s)', (of, among, share, parts) => {
  const made = { of: Array<number>(of).fill(0), among: Array<number>(among).fill(0) }
  expect([percent(made), fraction(made)]).toEqual([share, parts])
})

it('a figure opens to its matters, and says which of them count twice', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }) as MatterRow)
  expect(behind(['c', 'a', 'c'], rows).map(({ row, times }) => [row.id, times])).toEqual([['a', 1], ['c', 2]])
})
