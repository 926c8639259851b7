// What was typed and is being saved, or was refused: the cell shows it until the program's rows do.
import { computed, shallowReactive, watch, type ComputedRef } from 'vue'
import type { CellChange, CellProblem, GridRow } from './column'

export interface Mark extends CellChange {
  state: 'saving' | 'saved' | 'refused'
  message: string
}

export type Save = (changes: CellChange[]) => Promise<CellProblem[]>

export interface Marks {
  of: (rowId: string, key: string) => Mark | undefined
  refused: ComputedRef<Mark[]>
  write: (changes: CellChange[]) => Promise<void>
  refuse: (problem: CellProblem, text: string) => void
  /** Forgets what was refused, one or all; the cells show again what is stored. */
  forget: (mark?: Mark) => void
}

const at = (cell: { rowId: string; key: string }): string => `${cell.rowId}\n${cell.key}`

export function useMarks(rows: () => readonly GridRow[], save: () => Save | undefined): Marks {
  const marks = shallowReactive(new Map<string, Mark>())
  const drop = (which: (mark: Mark) => boolean): void => marks.forEach((mark, key) => which(mark) && marks.delete(key))

  watch(rows, (now) => {
    const there = new Set(now.map((row) => row.id))
    drop((mark) => mark.state === 'saved' || !there.has(mark.rowId))
  })

  async function problemsOf(changes: CellChange[]): Promise<CellProblem[]> {
    try {
      return (await save()?.(changes)) ?? []
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      return changes.map(({ rowId, key }) => ({ rowId, key, message }))
    }
  }

  async function write(changes: CellChange[]): Promise<void> {
    const before = rows()
    const mine = changes.map((change): Mark => ({ ...change, state: 'saving', message: '' }))
    mine.forEach((mark) => marks.set(at(mark), mark))
    const problems = new Map((await problemsOf(changes)).map((problem) => [at(problem), problem]))
    for (const mark of mine) {
      // Typed over meanwhile: the later text decides.
      if (marks.get(at(mark)) !== mark) continue
      const problem = problems.get(at(mark))
      if (problem) refuse(problem, mark.text)
      else if (rows() !== before) marks.delete(at(mark))
      else marks.set(at(mark), { ...mark, state: 'saved' })
    }
  }

  function refuse(problem: CellProblem, text: string): void {
    marks.set(at(problem), { ...problem, text, state: 'refused' })
  }

  return {
    of: (rowId, key) => marks.get(at({ rowId, key })),
    refused: computed(() => [...marks.values()].filter((mark) => mark.state === 'refused')),
    write, refuse, forget: (one) => drop((mark) => mark.state === 'refused' && (one === undefined || one === mark)),
  }
}
