// Blocks of cells on the clipboard, as WPS, Excel and LibreOffice write and read them: an HTML table beside plain text
// with tabs. The table knows where a line breaks within a cell, which LibreOffice's text has lost; the text has the blanks.

/** Every line as long as the longest. One empty row at the end is dropped: it is rarely meant, and would blank what stands there. */
function squared(lines: string[][]): string[][] {
  const last = lines.at(-1)
  const rows = lines.length > 1 && last?.every((text) => text.trim() === '') ? lines.slice(0, -1) : lines
  const across = Math.max(0, ...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array<string>(across - row.length).fill('')])
}

/** Length of a quoted field with its quotes, or 0. Quotes that keep nothing together are part of the text. */
function quoted(text: string, from: number): number {
  const field = /"(?:[^"]|"")*"(?=[\t\n]|$)/y
  field.lastIndex = from
  const found = field.exec(text)?.[0] ?? ''
  return /[\t\n]|""/.test(found.slice(1, -1)) ? found.length : 0
}

function fieldAt(text: string, from: number): { value: string; end: number } {
  const length = quoted(text, from)
  if (length > 0) return { value: text.slice(from + 1, from + length - 1).replaceAll('""', '"'), end: from + length }
  const plain = /[^\t\n]*/y
  plain.lastIndex = from
  const value = plain.exec(text)?.[0] ?? ''
  return { value, end: from + value.length }
}

/** Tab-separated text; a cell with line breaks, tabs or quotes may stand in quotes. */
export function readText(copied: string): string[][] {
  const text = copied.replace(/\r\n?/g, '\n').replaceAll('\0', '').replace(/\n$/, '')
  const lines: string[][] = [[]]
  let at = 0
  for (;;) {
    const { value, end } = fieldAt(text, at)
    lines.at(-1)?.push(value)
    if (end >= text.length) return squared(lines)
    if (text[end] === '\n') lines.push([])
    at = end + 1
  }
}

const PARAGRAPHS = new Set(['P', 'DIV', 'LI'])

/** Stands for a blank that is only the layout of the HTML, and for the edge of a paragraph. */
const [LOOSE, EDGE] = ['\u0001', '\u0002']

/** What a cell shows. Blanks within a line are kept (LibreOffice writes them plain); those around a break of the HTML's own lines are not. */
function shownText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/[ \t\f]*[\r\n][ \t\r\n\f]*/g, LOOSE)
  if (!(node instanceof Element) || ['STYLE', 'SCRIPT'].includes(node.tagName)) return ''
  const inner = [...node.childNodes].map(shownText).join('')
  if (node.tagName === 'BR') return '\n'
  return PARAGRAPHS.has(node.tagName) ? EDGE + inner + EDGE : inner
}

function cellText(cell: Element): string {
  const text = [...cell.childNodes].map(shownText).join('')
  // Two paragraphs meet in one line break, none stands before the first or after the last, and a break at the very end shows nothing.
  const edges = text.replace(/\u0001*\u0002[\u0001\u0002]*/g, EDGE).replace(/^\u0002|\u0002$/g, '').replaceAll(EDGE, '\n')
  const lines = edges.replace(/\n\u0001*$/, '').split('\n')
  return lines.map((line) => line.replace(/^\u0001+|\u0001+$/g, '').replaceAll(LOOSE, ' ').replaceAll('\u00a0', ' ')).join('\n')
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const count = Number(cell.getAttribute(name) ?? '1')
  return Number.isInteger(count) && count > 0 && count < 1000 ? count : 1
}

/** Excel adds a row that only keeps its columns apart. */
function unseen(row: Element): boolean {
  return /display\s*:\s*none/i.test(row.getAttribute('style') ?? '')
}

/** The one table of copied HTML; null when there is none, or text beside it. A merged cell is its first cell, the rest is empty. */
export function readHtml(copied: string): string[][] | null {
  const page = new DOMParser().parseFromString(copied, 'text/html')
  const tables = page.querySelectorAll('table')
  const table = tables[0]
  if (!table || tables.length > 1) return null
  const rows = [...table.querySelectorAll('tr')].filter((row) => !unseen(row))
  const lines: string[][] = rows.map(() => [])
  rows.forEach((row, r) => {
    let c = 0
    for (const cell of [...row.children].filter((child) => ['TD', 'TH'].includes(child.tagName))) {
      while (lines[r]?.[c] !== undefined) c += 1
      lay(lines, { top: r, left: c, down: span(cell, 'rowspan'), across: span(cell, 'colspan') }, cellText(cell))
    }
  })
  table.remove()
  const beside = shownText(page.body).replace(/[\u0001\u0002\s]/g, '') !== ''
  return beside || lines.length === 0 ? null : squared(lines.map((line) => Array.from(line, (text) => text ?? '')))
}

function lay(lines: string[][], at: { top: number; left: number; down: number; across: number }, text: string): void {
  lines.slice(at.top, at.top + at.down).forEach((line, r) => {
    for (let c = 0; c < at.across; c += 1) line[at.left + c] = r === 0 && c === 0 ? text : ''
  })
}

/** A cell of the table with the blanks of the text: the engine hands tables on with a run of blanks made one. */
function withBlanks(cell: string, said: string): string {
  const words = (text: string): string[] => text.match(/\S+/g) ?? []
  const [shown, same] = [words(cell), words(said).join(' ') === words(cell).join(' ')]
  const [breaks, blanks] = [cell.split(/\S+/), said.split(/\S+/)]
  return same ? breaks.map((gap, at) => (gap.includes('\n') ? gap : (blanks[at] ?? '')) + (shown[at] ?? '')).join('') : cell
}

/** What was copied, from both of its forms; null when there is no text at all. */
export function readClipboard(html: string, text: string): string[][] | null {
  const table = html === '' ? null : readHtml(html)
  const lines = text === '' ? null : readText(text)
  if (!table || !lines) return table ?? lines
  const alike = table.length === lines.length && table[0]?.length === lines[0]?.length
  return alike ? table.map((row, r) => row.map((cell, c) => withBlanks(cell, lines[r]?.[c] ?? ''))) : table
}

export function writeText(block: readonly string[][]): string {
  const field = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return block.map((row) => row.map(field).join('\t')).join('\n')
}

export function writeHtml(block: readonly string[][]): string {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const hard = (text: string): string => escaped(text).replace(/^ | $|(?<= ) /gm, '&nbsp;').replaceAll('\n', '<br>')
  // Without the format a phone or an ID number would arrive as a rounded number: the first is Excel's and WPS's, the second LibreOffice's.
  const asText = `style="mso-number-format:'\\@'" sdnum="1033;0;@"`
  const cell = (text: string): string => (/^\d{10,}$|^0\d/.test(text) ? `<td ${asText}>${text}</td>` : `<td>${hard(text)}</td>`)
  return `<meta charset="utf-8"><table>${block.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
}
