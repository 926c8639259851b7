// What a list shows at first is not cut: headings, and numbers, dates and phones, whose end says the most.
import { expect, it } from 'vitest'
import type { GridColumn } from '../parts/sheet/column'
import { COLUMNS as ACTIVITIES } from './activities/activities'
import { CONTACT_COLUMNS, ROUND_COLUMNS, STANDING_COLUMNS } from './contacts/contacts'
import { COLUMNS as DEEDS } from './deeds/deeds'
import { COLUMNS as DEPUTIES } from './deputies/deputy'
import { COLUMNS as MATTERS } from './matters/matters'

/** Pixels that `HD-2026-0014`, a date and a phone with its area code take with the cell's edges. */
const NEEDS: Record<string, number> = { number: 126, date: 112, since: 112, submitted: 112, replied: 112, phone: 128 }

it.each(Object.entries({ ACTIVITIES, CONTACT_COLUMNS, ROUND_COLUMNS, STANDING_COLUMNS, DEEDS, DEPUTIES, MATTERS }))('%s', (_, columns) => {
  const narrow = (columns as GridColumn<never>[]).filter(({ key, label, width }) => width < Math.max(label.length * 16 + 25, NEEDS[key] ?? 0))
  expect(narrow.map((column) => column.label)).toEqual([])
})
