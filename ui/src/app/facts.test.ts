import { expect, it } from 'vitest'
import type { Document, FactRef } from '../backend'
import { withPages } from './facts'

it('opens the sheet of a row that has no page of its own, and lets nothing look as if it opened', () => {
  const row = (kind: string): { fact: FactRef; cells: [] } => ({ fact: { kind, id: kind }, cells: [] })
  const subject = (kind: string): unknown => ({ fact: { kind, id: 'it' }, parts: [{ part: 'table', rows: [row('mandate'), row('visit')] }, { part: 'line', text: '' }] })
  const facts = (document: Document): unknown => document.subjects.map((one) => [one.fact?.kind, ...one.parts.flatMap((part) => (part.part === 'table' ? part.rows.map((r) => r.fact?.kind) : []))])
  const document = { subjects: [subject('person'), subject('unheard')] } as unknown as Document
  expect(facts(withPages(document))).toEqual([['person', 'person', 'visit'], [undefined, undefined, 'visit']])
  expect(facts(withPages(document, () => null)), 'a preview opens nothing').toEqual([[undefined, undefined, undefined], [undefined, undefined, undefined]])
})
