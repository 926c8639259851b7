import { expect, it } from 'vitest'
import type { PhraseRow } from '../backend'
import { inserted, offered } from './phrases'

it.each([
  ['前后', [1, 1], '中', '前中后', [2, 2]],
  ['换掉这里', [2, 4], '那里', '换掉那里', [4, 4]],
  ['', [0, 0], '请到{承办单位}办理', '请到{承办单位}办理', [2, 8]],
] as [string, [number, number], string, string, [number, number]][])('%j at %j takes %j', (text, at, phrase, whole, selection) => {
  expect(inserted(text, at, phrase)).toEqual({ text: whole, selection })
})

it('offers the texts of the field first, the others after them', () => {
  const row = (list: string, title: string): PhraseRow => ({ id: title, list, list_label: list, title, body: `${title}的话`, sort: 0 })
  const rows = [row('reason', '延期'), row('reply', '答复'), row('telling', '告知')]
  expect(offered(rows, ['reply'], '').map((r) => r.title)).toEqual(['答复', '延期', '告知'])
  expect(offered(rows, ['reply'], '告知').map((r) => r.title)).toEqual(['告知'])
})
