// Page ranges as people type them.

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
