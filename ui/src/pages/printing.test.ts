import { expect, it } from 'vitest'
import { pagesProblem, printerOf } from './printing'

it.each([['', ''], ['2-3', ''], ['1,4-6', ''], ['1、4—6', ''], ['０', '页码要在 1 到 6 之间'], ['5-7', '页码要在 1 到 6 之间'], ['3-2', '页码要在 1 到 6 之间'], ['前两页', '页码请写成 2-3 或 1,4-6']])('pages %j of six: %j', (typed, problem) => {
  expect(pagesProblem(typed, 6)).toBe(problem)
})

it('keeps the printer that was chosen while it is there', () => {
  const found = ['一楼', '二楼'].map((name) => ({ name, label: name, is_default: name === '二楼', two_sided: true }))
  expect([printerOf(found, ''), printerOf(found, '一楼'), printerOf(found, '三楼'), printerOf([], '一楼')]).toEqual(['二楼', '一楼', '二楼', ''])
})
