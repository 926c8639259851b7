import { expect, it } from 'vitest'
import { roomAt } from './room'

it.each([
  ['there is room below', { top: 100, bottom: 136 }, { up: false, height: 250 }],
  ['only above', { top: 500, bottom: 536 }, { up: true, height: 250 }],
  ['in large text neither: the larger side, and it scrolls', { top: 250, bottom: 400 }, { up: true, height: 238 }],
])('%s', (_, field, room) => {
  expect(roomAt(field, 250, 590)).toEqual(room)
})
