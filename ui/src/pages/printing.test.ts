import { expect, it } from 'vitest'
import { pagesProblem } from './printing'

it.each([['', ''], ['2-3', ''], ['1,4-6', ''], ['1、4—6', ''], ['０', '页码要在 1 到 6 之间'], ['5-7', '页码要在 1 到 6 之间'], ['3-2', '页码要在 1 到 6 之间'], ['前两页', '页码请写成 2-3 或 1,4-6']])('pages %j of six: %j', (typed, problem) => {
  expect(pagesProblem(typed, 6)).toBe(problem)
})
