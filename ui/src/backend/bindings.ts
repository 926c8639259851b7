// What the window may ask of the program, and what it gets. JSON is snake_case. Dates: "2023-08-15"; partial dates "1975", "1975-08".
// Every command: call(name, input) gives its output or throws a Stopped with a Failure. null = unknown, 待补.
export type Failure = { code: string; message: string; problems: Problem[]; detail: string | null }  // message: one Chinese sentence, shown as is
export type Problem = { field: string; message: string }                                          // field: key of the draft, e.g. "name", "matters.0.words"
export type Level = '全国' | '省' | '市' | '县' | '镇'
export type FactRef = { kind: string; id: string }
export type Cell = { type: 'empty' } | { type: 'text'; value: string } | { type: 'number'; value: number } | { type: 'date'; value: string } | { type: 'share'; value: number } | { type: 'money'; value: number }
export type Column = { key: string; label: string; heading?: string; width: number; align: 'left'|'center'|'right'; format: string; mask: string; public: boolean }
export type Row = { fact: FactRef | null; cells: Cell[] }
export type Table = { caption: string | null; columns: Column[]; rows: Row[]; totals: Row[] }
export type Field = { key: string; label: string; value: Cell; width: number; mask: string; public: boolean }
export type Part = { part: 'grid'; rows: { fields: Field[]; height: number }[] } | ({ part: 'table' } & Table) | { part: 'line'; text: string }
export type Subject = { fact: FactRef | null; name: string; head: string[]; parts: Part[]; signature: string[] }
export type Edition = '内部' | '上报' | '公示'
export type Document = { name: string; title: string; look: 'list'|'card'|'sheet'; orientation: 'landscape'|'portrait'; edition: Edition; subjects: Subject[] }

export type State = { exists: boolean; locked: boolean; name: string | null; today: string; version: string; data: string }
export type SiteKind = 'station' | 'point' | 'village_station' | 'room'
export type Station = { name: string; level: Level; county: string | null; reports_as: string | null /* 填报单位 */; term: { ordinal: number; since: string | null; until: string | null } | null; sites: { id: string | null; kind: SiteKind; name: string; rule: string | null; hours: string | null }[] }
export type Choice = { id: string; label: string; note: string | null; initials: string }   // initials: pinyin initials, for typing wjg
export type Choices = { deputies: Choice[]; sites: Choice[]; villages: Choice[]; units: Choice[]; teams: Choice[]; constituencies: Choice[]; codes: Record<string, Choice[]> }  // codes by list: nation, party, education, degree, occupation, visit_form, category, nature, route, way, grade, result, end_reason, activity
export type DeputyRow = { id: string; name: string; sex: string | null; nation: string | null; birth: string | null; party: string | null; edu: string | null; unit: string | null; post: string | null; phone: string | null; idno: string | null /* masked in the window's list */; constituency: number | null; group: string | null; levels: Level[]; receptions: number /* this year */; missing: string[] /* labels of 待补 fields */; voided: boolean }
export type MandateDraft = { id: string | null; level: Level; constituency_id: string | null; electing_body: string | null; delegation: string | null; certificate: string | null; began: '当选' | '补选' | null; elected_on: string | null; re_elected: boolean | null; since: string | null; until: string | null; end_reason_id: string | null }
export type DeputyDraft = { id: string | null; name: string; name_note: string | null; sex: '男'|'女'|null; nation_id: string|null; birth: string|null; native_place: string|null; party_id: string|null; party_joined: string|null; work_started: string|null; education_id: string|null; degree_id: string|null; school: string|null; title: string|null; social_posts: string|null; occupation_id: string|null; id_number: string|null; phone: string|null; address: string|null; postcode: string|null; email: string|null; resume: string|null; honours: string|null; pledge: string|null; note: string|null; unit: string|null; post: string|null; team_id: string|null; team_role: string|null; site_id: string|null; changed_on: string|null /* null: a correction 更正; a date: 变动 from then */; mandates: MandateDraft[] }
export type Party = { id: string | null; name: string | null /* null: 匿名 */; sex: '男'|'女'|null; age_band: string|null; village: string | null /* text as typed; created when new */; phone: string | null }
export type MatterOfVisit = { id: string | null; words: string; category_id: string|null; nature_id: string|null; route_id: string|null; unit: string|null; reply: string|null /* words of the first answer */; parties: number[] /* indexes of the parties who raised it; [] = all */ }
export type ReceptionDraft = { id: string | null; happened_on: string; time: string|null; form_id: string|null; site_id: string|null; deputies: string[] /* person ids */; other_deputies: string[] /* names not on the roster */; people: number | null; confidential: boolean; parties: Party[]; matters: MatterOfVisit[]; recorder: string|null; note: string|null; late_reason: string|null }
export type ReceptionPreview = { problems: Problem[]; doubts: Problem[] /* may be saved all the same, shown under the field */; writes: { register: string; label: string }[] /* 将写入: 表3 接待日 … */; number: string /* that it would get */ }
export type Saved = { id: string; number: string | null; label: string /* 已保存接待登记 JD-2026-0001 */; writes: { register: string; label: string }[] }
export type VisitRow = { id: string; number: string; date: string; place: string|null; deputies: string[]; visitor: string|null; village: string|null; phone: string|null; people: number; form: string|null; category: string|null; content: string; route: string|null; unit: string|null; done: string|null; satisfied: string|null; state: string; missing: string[]; voided: boolean }
export type MatterRow = { id: string; no: string|null; kind: string; title: string; lead: string|null; co: string[]; visitor: string|null; source: string|null /* visit number or 代表提出 */; submitted: string; handed: string|null; unit: string|null; replied: string|null; result: string|null; satisfied: string|null; closed: string|null; state: '登记'|'办理中'|'已答复'|'已告知'|'已办结'; next: string /* who is to do what next; '' when closed */ }
export type StepKind = 'recorded'|'answered'|'guided'|'handed'|'taken_up'|'replied'|'told'|'closed'
export type Step = { id: string; kind: StepKind; kind_label: string; happened_on: string; route: string|null; unit: string|null; way: string|null; by_whom: string|null; words: string|null; document: string|null; result: string|null; grade: string|null; told_whom: string|null }
export type Matter = { row: MatterRow; words: string|null; category: string|null; nature: string|null; confidential: boolean; raised: { id: string; who: string; visit: FactRef|null }[]; rounds: { id: string; ordinal: number; steps: Step[] }[]; offers: StepKind[] /* steps that may come next, best first */ }
export type MatterDraft = { id: string|null; kind: '社情民意'|'建议'|'批评'|'意见'|'议案'; number: string|null; title: string|null; words: string|null; category_id: string|null; submitted_on: string; period: '会议期间'|'闭会期间'|null; lead: string[]; co: string[]; other_lead: string[]; other_co: string[]; confidential: boolean; note: string|null }
export type StepDraft = { id: string|null; matter_id: string; kind: StepKind; happened_on: string; route_id: string|null; unit: string|null; role: '主办'|'协办'|'分办'|null; handler: string|null; way_id: string|null; by_whom: string|null; words: string|null; document: string|null; result_id: string|null; grade_id: string|null; raised_id: string|null }
export type DayRow = { id: string; date: string; weekday: string; site: string|null; hours: string|null; held: boolean|null /* null: 按值班表,未确认 */; deputies: { id: string|null; name: string; status: 'came'|'excused'|'absent'|null; reason: string|null; planned: boolean }[]; visits: number }
export type DayDraft = { id: string|null; date: string; site_id: string|null; hours: string|null; held: boolean|null; duty: { person_id: string|null; name: string|null; status: 'came'|'excused'|'absent'|null; reason: string|null }[] }
export type RegisterInfo = { number: number; name: string; title: string; look: 'list'|'card'|'sheet'; rows: number | null }
export type RegisterAsk = { number: number; from: string; to: string; person_id?: string|null; team_id?: string|null; site_id?: string|null; edition?: Edition|null }
export type FigureColumn = { key: string /* 'deputies_received.县', 'visits', 'satisfied.满意' … */; label: string; heading: string|null; share: boolean }
export type MonthReport = { month: string; columns: FigureColumn[]; sites: { site: string; figures: Record<string, number|null> }[]; total: Record<string, number|null>; document: Document; editions: { ordinal: number; at: string; sha256: string }[] }
export type Drive = { name: string; path: string; free: number; total: number; removable: boolean }
export type Written = { folder: string; files: { name: string; sha256: string; bytes: number }[]; edition: number | null; warnings: string[] }
export type ImportKind = 'districts'|'deputies'|'duty'|'receptions'|'suggestions'
export type Where = { file: string; sheet: string; row: number; column: string|null /* B */; field: string|null /* label */ }
export type Doubt = { at: Where; value: string|null; message: string; answer: 'left_out'|'kept'|'ask'; key: string|null /* for ask: answer with `answers` */; options: { value: string; label: string }[] }
export type ImportPreview = { kind: ImportKind; files: { file: string; sheet: string; header_row: number; rows: number; columns: { column: string; heading: string; field: string|null /* key */; field_label: string|null; hidden: boolean; required: boolean }[] }[]; fields: { key: string; label: string; required: boolean }[] /* that a heading may be matched to */; new_facts: { what: string; label: string; at: Where }[]; changes: { what: string; label: string; field: string; old: string|null; new: string|null; at: Where }[]; unchanged: number; doubts: Doubt[]; created: { what: string; label: string }[] /* sites, villages, units made under that name */ }
export type ImportAsk = { kind: ImportKind; files: string[]; matches: { heading: string; field: string|null }[]; answers: { key: string; value: string }[]; all_or_nothing: boolean }
export type ImportDone = { preview: ImportPreview; operation: number | null; label: string }
export type HistoryRow = { seq: number; label: string; account: string; at: string; changes: number; undone: boolean; undoable: boolean; takes_back: number|null }
export type Draft = { form: string; subject: string; saved_at: string; body: unknown }
export type Home = { today: string; month: string; figures: { key: string; label: string; value: number }[]; due: { label: string; fact: FactRef }[]; drafts: Draft[]; missing: { label: string; count: number; fact: FactRef | null }[]; days: DayRow[] /* this week */; last_sent: string|null }

export interface Commands {
  // before unlocking
  state: { input: null; output: State }
  set_up: { input: { station: Station; account: string; password: string }; output: { recovery_code: string } }
  unlock: { input: { password: string }; output: State }
  // after
  lock: { input: null; output: State }
  home: { input: null; output: Home }
  station: { input: null; output: Station }
  save_station: { input: Station; output: Saved }
  choices: { input: null; output: Choices }
  deputies: { input: { search?: string|null; level?: Level|null; team_id?: string|null; with_former?: boolean }; output: DeputyRow[] }
  deputy: { input: { id: string }; output: DeputyDraft }
  save_deputy: { input: DeputyDraft; output: Saved }
  void_deputy: { input: { id: string }; output: Saved }
  visits: { input: { from?: string|null; to?: string|null; site_id?: string|null; search?: string|null }; output: VisitRow[] }
  reception: { input: { id: string }; output: ReceptionDraft }
  preview_reception: { input: ReceptionDraft; output: ReceptionPreview }
  save_reception: { input: ReceptionDraft; output: Saved }
  void_visit: { input: { id: string }; output: Saved }
  matters: { input: { kind?: string|null; state?: string|null; search?: string|null; from?: string|null; to?: string|null }; output: MatterRow[] }
  matter: { input: { id: string }; output: Matter }
  save_matter: { input: MatterDraft; output: Saved }
  matter_draft: { input: { id: string }; output: MatterDraft }
  save_step: { input: StepDraft; output: Saved }
  void_step: { input: { id: string }; output: Saved }
  days: { input: { from: string; to: string }; output: DayRow[] }
  save_day: { input: DayDraft; output: Saved }
  districts: { input: null; output: { no: number; kind: string|null; villages: string; population: number|null; voters: number|null; seats: number|null; group: string|null }[] }
  registers: { input: { from: string; to: string }; output: RegisterInfo[] }
  register: { input: RegisterAsk; output: Document }
  register_pdf: { input: RegisterAsk; output: { base64: string; pages: number; warnings: string[] } }
  export_registers: { input: { numbers: number[]; from: string; to: string; format: 'xlsx'|'pdf'|'csv'; out: string; edition?: Edition|null }; output: Written }
  month_report: { input: { month: string }; output: MonthReport }
  figure: { input: { month: string; site: string|null; key: string }; output: Table }
  send_month: { input: { month: string; out: string; with: number[]; draft: boolean }; output: Written }
  drives: { input: null; output: Drive[] }
  preview_import: { input: ImportAsk; output: ImportPreview }
  import: { input: ImportAsk; output: ImportDone }
  undo: { input: null; output: { label: string } }
  redo: { input: null; output: { label: string } }
  history: { input: { limit: number; fact?: FactRef|null }; output: HistoryRow[] }
  drafts: { input: null; output: Draft[] }
  save_draft: { input: { form: string; subject: string; body: unknown }; output: null }
  drop_draft: { input: { form: string; subject: string }; output: null }
  check: { input: null; output: { sound: boolean; findings: string[] } }
  cancel: { input: null; output: null }
}
// Events from the shell: "progress" { label: string; done: number; total: number }, "changed" (data changed: reload).
