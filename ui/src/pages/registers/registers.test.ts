import { expect, it } from 'vitest'
import type { Document } from '../../backend'
import { without } from './registers'

it.each([['constituency', '39 个选区'], ['person', '39 位代表']])('%s: %s', (kind, words) => {
  expect(without({ subjects: [{ fact: { kind, id: 'it' } }] } as unknown as Document, 39)).toContain(words)
})
