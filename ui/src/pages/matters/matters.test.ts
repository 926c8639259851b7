import { expect, it } from 'vitest'
import type { Matter } from '../../backend'
import { offersOf } from './matters'

it.each([['社情民意', ['handed', 'taken_up']], ['建议', ['handed']]])('offers for %s: %j', (kind, offers) => {
  expect(offersOf({ row: { kind }, offers: ['handed', 'taken_up'] } as unknown as Matter)).toEqual(offers)
})
