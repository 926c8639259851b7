// The selection and what is done with it. Everything that changes more than one cell becomes a plan to be looked at.
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { readClipboard, writeHtml, writeText } from './clipboard'
import { typedText, type GridColumn, type GridRow } from './column'
import { changesOf, copied, needsLook, planClear, planFill, planPaste, settled, type Plan, type Sheet } from './plan'
import { blockOf, everything, isSingle, moved, single, within, type Block, type Move, type Selection, type Shape, type Spot } from './range'
import type { Marks } from './useMarks'

export interface SheetNeeds<T> {
  rows: () => readonly T[]
  columns: () => readonly GridColumn<T>[]
  page: () => number
  today: () => string
  readOnly: () => boolean
  marks: Marks
  touch: (rowId: string) => void
  reveal: (spot: Spot) => void
}

export interface SheetState<T> {
  selection: Ref<Selection>
  block: ComputedRef<Block>
  row: ComputedRef<T | undefined>
  column: ComputedRef<GridColumn<T> | undefined>
  plan: ShallowRef<{ title: string; plan: Plan } | null>
  /** Why something was not done. */
  said: Ref<string>
  select: (active: Spot, other?: Spot) => void
  extend: (other: Spot) => void
  /** False when the move leads out of the sheet. */
  go: (move: Move, extend?: boolean) => boolean
  selectAll: () => void
  shownText: (row: T, column: GridColumn<T>) => string
  startText: () => string
  commit: (typed: string) => void
  refuseTyping: () => void
  clear: () => void
  fill: () => void
  copy: (data: DataTransfer) => void
  paste: (data: DataTransfer | null) => void
  apply: (plan: Plan) => void
}

export function useSheet<T extends GridRow>(needs: SheetNeeds<T>): SheetState<T> {
  const selection = ref<Selection>(single({ row: 0, column: 0 }))
  const plan = shallowRef<{ title: string; plan: Plan } | null>(null)
  const said = ref('')
  /** The column where Tab set out, to which Enter comes back. */
  let home: number | null = null
  const block = computed(() => blockOf(selection.value))
  const row = computed(() => needs.rows()[selection.value.active.row])
  const column = computed(() => needs.columns()[selection.value.active.column])
  const shape = (): Shape => ({ rows: needs.rows().length, columns: needs.columns().length, page: needs.page() })
  const sheet = (): Sheet<T> => ({ rows: needs.rows(), columns: needs.columns(), today: needs.today() })

  // The cursor keeps to its record and its column when these move.
  watch([needs.rows, needs.columns], ([rows, columns], [before, columnsBefore]) => {
    const { active, other } = selection.value
    const id = before[active.row]?.id
    const key = columnsBefore[active.column]?.key
    if (rows[active.row]?.id === id && columns[active.column]?.key === key && within(other, shape()).row === other.row) return
    const at = (found: number, else_: number): number => (found >= 0 ? found : else_)
    const spot = { row: at(rows.findIndex((r) => r.id === id), active.row), column: at(columns.findIndex((c) => c.key === key), active.column) }
    selection.value = single(within(spot, shape()))
  })

  function select(active: Spot, other: Spot = active): void {
    selection.value = { active: within(active, shape()), other: within(other, shape()) }
    said.value = ''
    home = null
  }

  function extend(other: Spot): void {
    selection.value = { ...selection.value, other: within(other, shape()) }
    needs.reveal(selection.value.other)
  }

  function go(move: Move, extending = false): boolean {
    const { active, other } = selection.value
    const kept = move === 'next' || move === 'previous' ? (home ?? active.column) : null
    const from = move === 'down' && home !== null && !extending ? { ...active, column: home } : active
    const to = moved(extending ? other : from, move, shape())
    if (!to) return false
    if (extending) extend(to)
    else {
      select(to)
      needs.reveal(to)
      home = kept
    }
    return true
  }

  function shownText(of: T, at: GridColumn<T>): string {
    return needs.marks.of(of.id, at.key)?.text ?? at.text(of)
  }

  function startText(): string {
    const [of, at] = [row.value, column.value]
    return of && at ? (needs.marks.of(of.id, at.key)?.text ?? typedText(at, of)) : ''
  }

  /** Writes it unless the cell has it already; what was refused before is forgotten then. */
  function put(of: T, at: GridColumn<T>, text: string): void {
    const mark = needs.marks.of(of.id, at.key)
    const has = mark && mark.state !== 'refused' ? mark.text : typedText(at, of)
    if (text !== has) {
      needs.touch(of.id)
      void needs.marks.write([{ rowId: of.id, key: at.key, text }])
    } else if (mark) needs.marks.forget(mark)
  }

  function commit(typed: string): void {
    const [of, at] = [row.value, column.value]
    if (!of || !at?.edit) return
    const above = needs.rows()[selection.value.active.row - 1]
    const text = typed.trim() === '..' && above ? typedText(at, above) : typed
    const result = settled(at.edit, text, needs.today())
    if ('problem' in result) needs.marks.refuse({ rowId: of.id, key: at.key, message: result.problem }, typed)
    else put(of, at, result.text)
  }

  function refuseTyping(): void {
    said.value = column.value ? `“${column.value.label}”不能在这里改，请打开这一行再改。` : ''
  }

  function offer(title: string, offered: Plan | null): void {
    if (!offered) said.value = '上面没有可以照抄的行。'
    else if (needsLook(offered)) plan.value = { title, plan: offered }
    else if (offered.skipped.length > 0) refuseTyping()
    else {
      const wrong = offered.cells.find((cell) => cell.problem !== null)
      if (wrong) needs.marks.refuse({ ...wrong, message: wrong.problem ?? '' }, wrong.text)
      apply(offered)
    }
  }

  function apply(offered: Plan): void {
    plan.value = null
    const changes = changesOf(offered)
    changes.forEach((change) => needs.touch(change.rowId))
    if (changes.length > 0) void needs.marks.write(changes)
  }

  function paste(data: DataTransfer | null): void {
    if (needs.readOnly()) return
    // The list of types may be empty although there is text.
    const texts = readClipboard(data?.getData('text/html') ?? '', data?.getData('text/plain') ?? '')
    if (!texts) said.value = '剪贴板里没有文字，没有可以粘贴的内容。'
    else offer('粘贴', planPaste(sheet(), block.value, texts))
  }

  function copy(data: DataTransfer): void {
    const texts = copied(sheet(), block.value)
    // One cell alone is wanted as it is in a text field; the table beside it keeps its line breaks together.
    data.setData('text/plain', isSingle(block.value) ? (texts[0]?.[0] ?? '') : writeText(texts))
    data.setData('text/html', writeHtml(texts))
  }

  return {
    selection, block, row, column, plan, said, select, extend, go, shownText, startText, commit, refuseTyping, copy, paste, apply,
    selectAll: () => (selection.value = everything(shape())),
    clear: () => needs.readOnly() || offer('清空', planClear(sheet(), block.value)),
    fill: () => needs.readOnly() || offer('向下填充', planFill(sheet(), block.value)),
  }
}
