// What is asked of a printer: which one, and page ranges as people type them.
import type { PrintAsk, Printer } from '../backend'

export type PrintHow = Pick<PrintAsk, 'sides'> & { printer: string; copies: number | null }

export function printOnce(): PrintHow {
  return { printer: '', copies: 1, sides: 'one' }
}

/** The printer that was chosen, while it is there; else the usual one. */
export function printerOf(found: readonly Printer[], chosen: string): string {
  const usual = found.find((one) => one.name === chosen) ?? found.find((one) => one.is_default) ?? found[0]
  return usual?.name ?? ''
}

/** What is wrong with a page range like `2-3,5`; empty when nothing is. */
export function pagesProblem(typed: string, pages: number): string {
  const text = typed.normalize('NFKC').replace(/[、，;；]/g, ',').replace(/[—–~至]/g, '-').replace(/\s/g, '')
  if (text === '') return ''
  for (const part of text.split(',')) {
    const found = /^(\d+)(?:-(\d+))?$/.exec(part)
    if (!found) return '页码请写成 2-3 或 1,4-6'
    const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])]
    if (first < 1 || last < first || last > pages) return `页码要在 1 到 ${pages} 之间`
  }
  return ''
}
