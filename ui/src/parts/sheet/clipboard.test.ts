import { describe, expect, it } from 'vitest'
import { readClipboard, readHtml, readText, writeHtml, writeText } from './clipboard'

/** Twenty rows of eight: a date, line breaks, blanks, quotes, tabs' neighbours, numbers that are texts. */
const BLOCK = Array.from({ length: 20 }, (_, r) => [
  `2026-03-${String(r + 1).padStart(2, '0')}`, r % 3 === 0 ? '第一行\n第二行\n\n第四行' : `第${r}行`, r % 4 === 0 ? '' : '有', `他说"好${r}"`, '0138' + r, ' 前后有空格 ', r % 5 === 0 ? '"整格引号"' : '<b>&amp;', 'x  y',
])
const EMPTY = Array<string>(8).fill('')

/** As Excel and WPS write it: quotes only around a cell that needs them, Windows line breaks, one at the end. */
function asExcel(block: string[][]): string {
  const field = (text: string): string => (/[\t\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return block.map((row) => row.map(field).join('\t')).join('\r\n') + '\r\n'
}

/** Excel's HTML: lines of its own, hard blanks, a marked fragment, and a row that is not shown. */
function asExcelHtml(block: string[][]): string {
  const text = (cell: string): string => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replace(/^ | $/g, '&nbsp;').replaceAll('  ', '<span style="mso-spacerun:yes">&nbsp; </span>').replaceAll('\n', '<br style="mso-data-placement:same-cell;">')
  const rows = block.map((row) => ` <tr height=19 style='height:14.4pt'>\r\n${row.map((cell) => `  <td class=xl65\r\n  width=64 style='width:48pt'>${text(cell)}</td>\r\n`).join('')} </tr>\r\n`).join('')
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<head>\r\n<style>\r\n<!--table\r\n{mso-displayed-decimal-separator:"\\.";}\r\n-->\r\n</style>\r\n</head>\r\n<body>\r\n<table border=0 width=512>\r\n<!--StartFragment-->\r\n <col width=64 span=8>\r\n${rows}<!--EndFragment-->\r\n <tr height=0 style='display:none'>\r\n  <td width=64></td>\r\n </tr>\r\n</table>\r\n</body>\r\n</html>`
}

/** LibreOffice 7.4: plain blanks, a line break in an empty cell, a font around Chinese. */
function asLibreOffice(block: string[][]): string {
  const text = (cell: string): string => (cell === '' ? '<br>' : `<font face="Noto Sans CJK SC">${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>')}</font>`)
  return `<!DOCTYPE html>\n\n<html>\n<head>\n\t<meta http-equiv="content-type" content="text/html; charset=utf-8"/>\n\t<title></title>\n\t<style type="text/css">\n\t\ta.comment-indicator { width:0.5em }\n\t</style>\n</head>\n\n<body>\n<table cellspacing="0" border="0">\n\t<colgroup span="8" width="85"></colgroup>\n${block.map((row) => `\t<tr>\n${row.map((cell) => `\t\t<td height="17" align="left" sdnum="1033;0;@">${text(cell)}</td>\n`).join('')}\t</tr>\n`).join('')}</table>\n</body>\n\n</html>`
}

describe('a block of 20×8 is read exactly', () => {
  it.each([
    ['text of Excel and WPS', '', asExcel(BLOCK)],
    ['text with an empty row at the end', '', asExcel([...BLOCK, EMPTY])],
    ['table of Excel', asExcelHtml(BLOCK), 'not looked at'],
    ['table of LibreOffice', asLibreOffice(BLOCK), 'not looked at'],
    ['table with an empty row at the end', asLibreOffice([...BLOCK, EMPTY]), ''],
    ['what this program copies, as text', '', writeText(BLOCK)],
    ['what this program copies, as a table', writeHtml(BLOCK), ''],
  ])('%s', (_, html, text) => {
    expect(readClipboard(html, text)).toEqual(BLOCK)
  })
})

it('of both forms takes the line breaks of the table and the blanks of the text', () => {
  const table = '<table><tr><td>一<br><br>二 三</td><td>前后 </td></tr><tr><td>a b</td><td><br></td></tr></table>'
  expect(readClipboard(table, '一  二   三\t  前后  \na  b\t\n')).toEqual([['一\n\n二   三', '  前后  '], ['a  b', '']])
  expect(readClipboard(table, 'another block'), 'a text of another shape says nothing of it').toEqual([['一\n\n二 三', '前后 '], ['a b', '']])
})

it('what is copied keeps long numbers and leading zeros as text for the office suites', () => {
  const cells = writeHtml([['140426196009041001', '0138', '12', '']]).match(/<td.*?<\/td>/g)
  expect(cells?.map((cell) => cell.includes('sdnum="1033;0;@"') && cell.includes('mso-number-format'))).toEqual([true, true, false, false])
})

describe('text with tabs', () => {
  it.each([
    ['one cell', 'a', [['a']]],
    ['an empty clipboard is an empty cell', '\n', [['']]],
    ['one empty row at the end goes, not two', 'a\n\n\n', [['a'], ['']]],
    ['blank cells at the edges stay', '\ta\t\n\t\tb', [['', 'a', ''], ['', '', 'b']]],
    ['shorter lines are filled up', 'a\tb\nc', [['a', 'b'], ['c', '']]],
    ['quotes that keep a line break together', '"a\nb"\tc', [['a\nb', 'c']]],
    ['doubled quotes', '"he said ""no"""\tc', [['he said "no"', 'c']]],
    ['quotes of LibreOffice are text', '"整格"\tb"c', [['"整格"', 'b"c']]],
    ['a quote that is never closed is text', '"a\tb\nc', [['"a', 'b'], ['c', '']]],
  ])('%s', (_, text, block) => {
    expect(readText(text)).toEqual(block)
  })
})

describe('an HTML table', () => {
  it.each([
    ['merged cells are their first cell', '<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>', [['a', 'b', ''], ['', 'c', 'd']]],
    ['paragraphs are lines', '<table><tr><td>\n  <p>a</p>\n  <p>b\n    c</p>\n</td><td>d<br>e<br></td></tr></table>', [['a\nb c', 'd\ne']]],
    ['heads are cells', '<meta charset="utf-8"><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>', [['a'], ['b']]],
    ['text beside it: the plain text is better', '<p>前言</p><table><tr><td>a</td></tr></table>', null],
    ['no table', '<p>a</p>', null],
  ])('%s', (_, html, block) => {
    expect(readHtml(html)).toEqual(block)
  })
})
