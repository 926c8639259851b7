// An import: files, preview, columns matched by hand, answers to what is asked, and then the import itself.
import { computed, ref, shallowRef } from 'vue'
import { call, type Doubt, type ImportAsk, type ImportDone, type ImportKind, type ImportPreview, type Where } from '../../backend'
import { useAct } from '../../app/useAct'

export const KINDS: { value: ImportKind; label: string; note: string }[] = [
  { value: 'deputies', label: '代表名册', note: '本级名册，或上级代表名单' },
  { value: 'districts', label: '选区', note: '选区、村组、人口、选民、名额、小组' },
  { value: 'duty', label: '值班表', note: '接待日和值班代表' },
  { value: 'receptions', label: '接待登记', note: '来访、来信、反映的问题和办理结果' },
  { value: 'suggestions', label: '代表建议', note: '建议、交办、答复、满意度' },
  { value: 'activities', label: '活动', note: '会议、学习、视察，参加和请假' },
  { value: 'contacts', label: '走访联系', note: '代表联系选民的记录' },
  { value: 'deeds', label: '办实事', note: '实事、村户人数、资金' },
  { value: 'standing', label: '联系群众名册', note: '代表固定联系的人，或结对的下级代表' },
  { value: 'constituency_visits', label: '走访选区', note: '到选区走访的日期、代表和问题' },
]

/** `花名册.xlsx，花名册，第7行，A列（姓名）` */
export function whereText(at: Where): string {
  const file = at.file.split(/[/\\]/).at(-1) ?? at.file
  const column = at.column ? `，${at.column}列${at.field ? `（${at.field}）` : ''}` : ''
  // A doubt about a whole sheet has no row.
  return `${file}，${at.sheet}${at.row > 0 ? `，第${at.row}行` : ''}${column}`
}

function plainPath(line: string): string {
  if (!line.startsWith('file://')) return line
  try {
    return decodeURIComponent(line.slice('file://'.length))
  } catch {
    return line.slice('file://'.length)
  }
}

/** Paths as typed or pasted: one a line, quotes of a file manager taken off. */
export function pathsOf(typed: string): string[] {
  return typed.split(/\r?\n/).map((line) => plainPath(line.trim().replace(/^["']|["']$/g, ''))).filter((line) => line !== '')
}

export function openQuestions(preview: ImportPreview | null, answers: ReadonlyMap<string, string>): Doubt[] {
  return preview?.doubts.filter((doubt) => doubt.answer === 'ask' && doubt.key !== null && !answers.has(doubt.key)) ?? []
}

export function askOf(kind: ImportKind, typed: string, matches: ReadonlyMap<string, string | null>, answers: ReadonlyMap<string, string>, whole: boolean): ImportAsk {
  // A path has no tab; a table copied from WPS has one between its cells.
  const pasted = typed.includes('\t')
  return {
    kind, files: pasted ? [] : pathsOf(typed), ...(pasted ? { pasted: typed } : {}), all_or_nothing: whole,
    matches: [...matches].map(([heading, field]) => ({ heading, field })),
    answers: [...answers].map(([key, value]) => ({ key, value })),
  }
}

export function useImport(first: ImportKind) {
  const act = useAct()
  const kind = ref<ImportKind>(first)
  const typed = ref('')
  const whole = ref(false)
  const matches = ref(new Map<string, string | null>())
  const answers = ref(new Map<string, string>())
  const preview = shallowRef<ImportPreview | null>(null)
  const done = shallowRef<ImportDone | null>(null)
  // A doubt that has been answered may no longer be in the next preview; the answer stays and is shown.
  const asked = shallowRef<Doubt[]>([])
  const unanswered = computed(() => openQuestions(preview.value, answers.value))
  const ask = (): ImportAsk => askOf(kind.value, typed.value, matches.value, answers.value, whole.value)

  async function look(): Promise<void> {
    done.value = null
    const answer = await act.run(() => call('preview_import', ask()))
    if (!answer) return
    preview.value = answer
    const fresh = answer.doubts.filter((doubt) => doubt.answer === 'ask' && !asked.value.some((known) => known.key === doubt.key))
    asked.value = [...asked.value, ...fresh]
  }

  /** Another file or another kind: nothing said about the last one holds. */
  function restart(): void {
    matches.value = new Map()
    answers.value = new Map()
    asked.value = []
    preview.value = null
    done.value = null
    act.failure.value = null
  }

  async function match(heading: string, field: string | null): Promise<void> {
    matches.value.set(heading, field)
    await look()
  }

  function answer(key: string, value: string): void {
    answers.value.set(key, value)
  }

  async function run(): Promise<ImportDone | null> {
    done.value = await act.run(() => call('import', ask()))
    if (done.value) preview.value = done.value.preview
    return done.value
  }
  return { kind, typed, whole, matches, answers, preview, done, asked, unanswered, busy: act.busy, failure: act.failure, look, restart, match, answer, run }
}
