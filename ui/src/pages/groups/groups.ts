// 微信群: the form of a group, and pasted messages that become receptions.
import type { ChatGroupDraft, ChatGroupRow, PastedMessage, ReceptionDraft } from '../../backend'
import { tidy, type FieldSpec } from '../../parts/fields'
import { emptyReception, GROUP, toDraft } from '../visits/reception'

export type { ChatGroupRow }

export function emptyGroup(): ChatGroupDraft {
  return { id: null, name: '', area: null, members: null, deputies: [], other_deputies: [], note: null, sort: 0 }
}

export function groupToSend(form: ChatGroupDraft): ChatGroupDraft {
  return tidy(form, ['name'])
}

export const GROUP_FIELDS: FieldSpec<ChatGroupDraft>[] = [
  { key: 'name', label: '群名', kind: 'text', required: true },
  { key: 'area', label: '片区或村', kind: 'name', list: 'villages' },
  { key: 'members', label: '人数', kind: 'number' },
  { key: 'deputies', label: '负责代表', kind: 'persons', others: 'other_deputies', wide: true },
  { key: 'note', label: '备注', kind: 'text', wide: true },
]

/** A message as the clerk goes through it. */
export interface PastedRow {
  take: boolean
  who: string
  date: string | null
  words: string
  message: PastedMessage
  same_as: string | null
}

/** Nothing is ticked beforehand: most of what is said in a group is no matter. */
export function pastedRows(messages: readonly PastedMessage[], today: string): PastedRow[] {
  return messages.map((message) => ({ take: false, who: message.who ?? '', date: message.date ?? today, words: message.words, message, same_as: null }))
}

/** The receptions of the ticked messages: anonymous where nobody is named, by the deputies in charge of the group. */
export function receptionsOf(rows: readonly PastedRow[], group: ChatGroupDraft, recorder: string | null): ReceptionDraft[] {
  return rows.filter((row) => row.take && row.words.trim() !== '').map((row) => {
    const form = emptyReception(row.date ?? '')
    const [party] = form.parties
    const [matter] = form.matters
    if (party) Object.assign(party, { name: row.who.trim(), anonymous: row.who.trim() === '', village: group.area })
    if (matter) Object.assign(matter, { words: row.words.trim(), same_as: row.same_as })
    return toDraft({ ...form, time: row.message.time, form_id: GROUP, chat_group_id: group.id, deputies: [...group.deputies], other_deputies: [...group.other_deputies], recorder })
  })
}
