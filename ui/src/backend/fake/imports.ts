// An import that looks at nothing but shows every kind of line a preview can have.
import type { ImportAsk, ImportPreview } from '../bindings'

const FIELDS = [['name', '姓名', true], ['sex', '性别', false], ['nation', '民族', false], ['birth', '出生年月', false], ['party', '政治面貌', false], ['education', '学历', false], ['unit', '单位', false], ['post', '职务', false], ['phone', '联系电话', false], ['constituency', '选区', false], ['note', '备注', false]] as const
const HEADINGS: [string, string | null][] = [['姓名', 'name'], ['性别', 'sex'], ['民族', 'nation'], ['出生日期', 'birth'], ['党派', 'party'], ['文化程度', 'education'], ['工作单位', 'unit'], ['职务', 'post'], ['手机号', 'phone'], ['选区', 'constituency'], ['是否脱贫户', null]]

export function preview(ask: ImportAsk): ImportPreview {
  const file = ask.files[0] ?? ''
  const at = (row: number, column: string | null, field: string | null): ImportPreview['doubts'][number]['at'] => ({ file, sheet: '花名册', row, column, field })
  const label = (key: string | null): string | null => FIELDS.find(([known]) => known === key)?.[1] ?? null
  const match = (heading: string, given: string | null): string | null => {
    const chosen = ask.matches.find((m) => m.heading === heading)
    return chosen ? chosen.field : given
  }
  const answered = ask.answers.some((answer) => answer.key === '张伟|7')
  return {
    kind: ask.kind,
    files: [{ file, sheet: '花名册', header_row: 3, rows: 14, columns: HEADINGS.map(([heading, given], n) => ({ column: 'ABCDEFGHIJK'[n] ?? '', heading, field: match(heading, given), field_label: label(match(heading, given)), hidden: n === 10, required: heading === '姓名' })) }],
    fields: FIELDS.map(([key, text, required]) => ({ key, label: text, required })),
    new_facts: [{ what: '代表', label: '周明', at: at(5, null, null) }, { what: '代表', label: '吴小红', at: at(6, null, null) }],
    changes: [{ what: '代表', label: '王建国', field: '联系电话', old: '13800010001', new: '13800019999', at: at(4, 'I', '联系电话') }],
    unchanged: 11,
    doubts: [
      { at: at(9, 'D', '出生年月'), value: '1.4E+17', message: '身份证号被表格软件改成了约数，这一格没有导入。请在原表里按文本重新填写。', answer: 'left_out', key: null, options: [] },
      { at: at(8, 'D', '出生年月'), value: '1975.13', message: '看不懂这个出生年月，先按原样留在备注里。', answer: 'kept', key: null, options: [] },
      ...(answered ? [] : [{ at: at(7, 'A', '姓名'), value: '张伟', message: '名册里已有一位张伟，是同一个人吗？', answer: 'ask' as const, key: '张伟|7', options: [{ value: 'same', label: '是同一人' }, { value: 'other', label: '是另一个人' }, { value: 'skip', label: '这一行先不导入' }] }]),
    ],
    created: [{ what: '村', label: '枣畔' }, { what: '单位', label: '镇文化站' }],
  }
}
