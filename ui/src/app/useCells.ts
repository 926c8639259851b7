// A list whose cells are typed in: which columns and how is told by the program; a change is one operation, undone by Ctrl+Z.
import { computed, type ComputedRef, type Ref } from 'vue'
import { call, type Choice, type EditableField, type Failure } from '../backend'
import type { CellEdit, GridColumn, GridRow } from '../parts/sheet/column'
import type { Save } from '../parts/sheet/useMarks'
import { useLive } from './useLive'
import { useSession } from './session'

export interface Cells<T> {
  columns: ComputedRef<GridColumn<T>[]>
  save: Save
  /** Why it is not known what can be typed. */
  failure: Ref<Failure | null>
}

const said = (words: readonly string[]): Choice[] => words.map((word) => ({ id: word, label: word, note: null, initials: '', spelling: '' }))

/** `kind` as the program names the fact; a column is the field `contact.village` by its key `village`. */
export function useCells<T extends GridRow>(kind: string, columns: () => readonly GridColumn<T>[]): Cells<T> {
  const session = useSession()
  const { data: fields, failure } = useLive('cell_fields', () => ({ kind }))
  // Of two fields with the same ending the fact's own comes first, and holds.
  const byColumn = computed(() => new Map([...(fields.value ?? [])].reverse().map((field) => [field.key.slice(field.key.indexOf('.') + 1), field])))

  function edit(field: EditableField): CellEdit {
    switch (field.type) {
      case 'choice': return { kind: 'choice', choices: () => (field.list ? session.codes(field.list) : said(field.words)) }
      case 'yes_no': return { kind: 'choice', choices: () => said(['是', '否']) }
      case 'persons': return { kind: 'choice', choices: () => session.choices.deputies, many: true, free: true, outside: '名册外' }
      case 'village': return { kind: 'choice', choices: () => session.choices.villages, free: true }
      case 'site': return { kind: 'choice', choices: () => session.choices.sites, free: true }
      case 'date': return { kind: 'date', partial: true, past: true }
      default: return { kind: field.type }
    }
  }

  const typed = computed(() => columns().map((column) => {
    const field = column.fixed ? undefined : byColumn.value.get(column.key)
    return field ? { ...column, edit: edit(field) } : column
  }))

  const save: Save = async (changes) => {
    const asked = changes.flatMap(({ rowId, key, text }) => {
      const field = byColumn.value.get(key)
      return field ? [{ kind, id: rowId, key: field.key, text, column: key }] : []
    })
    const done = await call('change_cells', { changes: asked.map(({ kind: of, id, key, text }) => ({ kind: of, id, key, text })), skip_bad: true })
    if (done.done) session.tell(done.label, true)
    return done.problems.map(({ id, key, message }) => ({ rowId: id, key: asked.find((change) => change.key === key)?.column ?? key, message }))
  }

  return { columns: typed, save, failure }
}
