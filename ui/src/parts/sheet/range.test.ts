import { describe, expect, it } from 'vitest'
import { blockOf, everything, holds, moved, single, size, tiled, type Block, type Move } from './range'

const SHAPE = { rows: 100, columns: 5, page: 10 }
const at = (row: number, column: number): { row: number; column: number } => ({ row, column })

describe('where keys lead', () => {
  it.each<[Move, [number, number], [number, number] | null]>([
    ['up', [0, 2], [0, 2]], ['down', [99, 2], [99, 2]], ['left', [3, 0], [3, 0]], ['right', [3, 4], [3, 4]],
    ['page_down', [95, 1], [99, 1]], ['page_up', [5, 1], [0, 1]], ['row_start', [7, 3], [7, 0]], ['row_end', [7, 3], [7, 4]],
    ['first', [7, 3], [0, 0]], ['last', [7, 3], [99, 4]], ['top', [7, 3], [0, 3]], ['bottom', [7, 3], [99, 3]],
    ['next', [3, 4], [4, 0]], ['previous', [3, 0], [2, 4]], ['next', [99, 4], null], ['previous', [0, 0], null],
  ])('%s from %j is %j', (move, from, to) => {
    expect(moved(at(...from), move, SHAPE)).toEqual(to && at(...to))
  })

  it('stays at the first cell of a list without rows', () => {
    expect(moved(at(0, 0), 'down', { ...SHAPE, rows: 0 })).toEqual(at(0, 0))
  })
})

describe('a block', () => {
  it('has the two cells as corners, whichever was first', () => {
    const block = blockOf({ active: at(7, 1), other: at(2, 4) })
    expect(block).toEqual({ top: 2, bottom: 7, left: 1, right: 4 })
    expect(size(block)).toEqual({ rows: 6, columns: 4 })
    expect([holds(block, 2, 4), holds(block, 7, 1), holds(block, 1, 4), holds(block, 2, 0)]).toEqual([true, true, false, false])
  })

  it('is one cell, or all of them', () => {
    expect(size(blockOf(single(at(4, 4))))).toEqual({ rows: 1, columns: 1 })
    expect(size(blockOf(everything(SHAPE)))).toEqual({ rows: 100, columns: 5 })
  })
})

describe('texts laid over a selected block', () => {
  const over = (rows: number, columns: number): Block => ({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 })
  it.each([
    ['one text fills it', [['a']], over(2, 2), [['a', 'a'], ['a', 'a']]],
    ['a row is repeated downwards', [['a', 'b']], over(2, 2), [['a', 'b'], ['a', 'b']]],
    ['what does not fit evenly is laid once', [['a'], ['b']], over(3, 1), [['a'], ['b']]],
    ['a larger block than is selected is laid whole', [['a', 'b'], ['c', 'd']], over(1, 1), [['a', 'b'], ['c', 'd']]],
  ])('%s', (_, texts, block, laid) => {
    expect(tiled(texts, block)).toEqual(laid)
  })
})
