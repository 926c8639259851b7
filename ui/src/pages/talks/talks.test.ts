import { expect, it } from 'vitest'
import { emptySide, emptyTalk, fieldInTalk, talkToSend } from './talks'

it('a talk sends only the sides that were written, and shows a problem at its row', () => {
  const form = { ...emptyTalk('2026-03-05'), subject: ' 争地界 ', parties: [emptySide('甲方'), { ...emptySide('乙方'), name: ' 钱二 ', phone: '' }] }
  const sent = talkToSend(form)
  expect(sent.parties).toEqual([{ id: null, side: '乙方', name: '钱二', village: null, phone: null }])
  expect(sent.subject).toBe('争地界')
  expect(fieldInTalk(form, 'parties.0.name')).toBe('parties.1.name')
  expect(fieldInTalk(form, 'subject')).toBe('subject')
})
