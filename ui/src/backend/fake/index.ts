// The browser host: the whole program pretended in memory, for unit tests and for looking at pages without a shell.
// Address: ?fresh begins before setting up, ?locked behind the lock.
import type { Commands, Home, Saved } from '../bindings'
import { Stopped, type Backend, type Input, type Level, type Name, type Output, type ProgressStep } from '../index'
import { calendar, FIRST_RULE, holidayYears, previewRule, readHolidays, ruleRow } from './calendar'
import { CODES, PLACES } from './codes'
import { preview } from './imports'
import { advice, GROUP, readChat, similar, talkRow } from './intake'
import * as rosters from './rosters'
import { SAMPLE_PDF } from './sample-pdf'
import { summary } from './summaries'
import { FIGURES, figureRows, monthReport, register, registers } from './papers'
import { matterHandlers } from './matters'
import { dayRow, deputyRows, matterRow, visitRow } from './views'
import { INITIALS, openWorld, TODAY, type Facts } from './world'
import { previewReception, receptionProblems, saveDay, saveReception, writesOf } from './writes'

const EVERYTHING = { person_id: null, team_id: null, site_id: null, edition: null }

/** What is not pretended says so. */
type Handlers = { [K in Name]?: (input: Commands[K]['input']) => Output<K> | Promise<Output<K>> }

function stop(code: string, message: string): never {
  throw new Stopped({ code, message, problems: [], detail: null })
}

export function openFake(address: URLSearchParams): Backend {
  const world = openWorld(!address.has('fresh'), address.has('locked'))
  const progress = new Set<(step: ProgressStep) => void>()
  const changed = new Set<() => void>()
  const views = new Map<string, string>()
  let cancelled = false

  const state = (): Output<'state'> => ({ exists: world.exists, locked: world.locked, name: world.exists ? world.facts.station.name : null, today: TODAY, version: '0.1.0', data: '/home/station/台账数据' })
  const id = (): string => `new-${(world.next += 1)}`
  const copy = (): Facts => structuredClone(world.facts)

  function wrote(label: string, change: (facts: Facts) => void, more: Partial<Saved> = {}): Saved {
    world.before.push(copy())
    world.after = []
    change(world.facts)
    world.history.unshift({ seq: world.history.length + 1, label, account: '李敏', at: `${TODAY}T10:${String(world.history.length).padStart(2, '0')}:00`, changes: 1, undone: false, undoable: true, takes_back: null })
    queueMicrotask(() => changed.forEach((tell) => tell()))
    return { id: '', number: null, label, writes: [], ...more }
  }

  function travel(from: Facts[], to: Facts[], done: boolean): { label: string } {
    const facts = from.pop()
    if (!facts) stop('nothing', done ? '没有可以撤销的操作了。' : '没有可以重做的操作了。')
    to.push(copy())
    world.facts = facts
    const row = done ? world.history.find((h) => h.undoable && !h.undone) : [...world.history].reverse().find((h) => h.undone)
    if (row) row.undone = done
    queueMicrotask(() => changed.forEach((tell) => tell()))
    return { label: `${done ? '已撤销' : '已重做'}：${row?.label ?? ''}` }
  }

  async function long(label: string, total: number): Promise<void> {
    cancelled = false
    for (let done = 0; done <= total; done += 1) {
      progress.forEach((tell) => tell({ label, done, total }))
      await new Promise((resolve) => setTimeout(resolve, 120))
      if (cancelled) stop('cancelled', '已取消，没有写出任何文件。')
    }
  }

  const found = <T>(fact: T | undefined): T => fact ?? stop('not_found', '这条记录已经不在了，请刷新后再看。')
  const person = (key: string): Facts['deputies'][number] => found(world.facts.deputies.find((d) => d.id === key))
  const days = (from: string, to: string): Output<'days'> => world.facts.days.filter((d) => d.date >= from && d.date <= to).map((d) => dayRow(world.facts, d)).sort((a, b) => (a.date < b.date ? 1 : -1))

  function home(): Home {
    const report = monthReport(world.facts, '2026-11', world.sent)
    return {
      today: TODAY, month: '2026-11', figures: FIGURES.filter((f) => ['reception_days', 'visits', 'visitors', 'raised', 'closed', 'open_at_end'].includes(f.key)).map((f) => ({ key: f.key, label: (f.heading ?? '') + f.label, value: report.total[f.key] ?? 0 })),
      due: world.facts.matters.map((m) => matterRow(world.facts, m)).filter((r) => r.next !== '').map((r) => ({ label: `${r.next}　${r.title}`, left: r.left, urgency: r.urgency, fact: { kind: 'matter', id: r.id } })),
      reminders: [], drafts: world.drafts, missing: deputyRows(world.facts).filter((d) => d.missing.length > 0).map((d) => ({ label: `代表 ${d.name}：${d.missing.join('、')}`, count: d.missing.length, fact: { kind: 'person', id: d.id } })),
      days: days('2026-11-15', '2026-11-22'), last_sent: '2026年10月月报 第1版（2026-11-02）',
    }
  }

  const handlers: Handlers = {
    state,
    set_up: ({ station }) => {
      world.exists = true
      world.facts.station = station
      return { recovery_code: '7KQ4-M2XW-9TRA-5HND-C8VE-3PJY' }
    },
    unlock: ({ password }) => {
      if (password === '' || password === '错') stop('wrong_password', '密码不对，请重新输入。')
      world.locked = false
      return state()
    },
    lock: () => {
      world.locked = true
      return state()
    },
    home,
    station: () => structuredClone(world.facts.station),
    save_station: (station) => wrote('已保存站点信息', (facts) => (facts.station = station)),
    choices: () => ({ ...PLACES, codes: CODES, deputies: world.facts.deputies.map((d) => ({ id: d.id, label: d.name, note: d.unit, initials: INITIALS[d.name] ?? '', spelling: '' })) }),
    deputies: ({ level, team_id }) => deputyRows(world.facts).filter((row, at) => (!level || row.levels.includes(level as Level)) && (!team_id || world.facts.deputies[at]?.team_id === team_id)),
    deputy: (input) => structuredClone(person(input.id)),
    save_deputy: (draft) => {
      if (draft.name.trim() === '') throw new Stopped({ code: 'invalid', message: '还不能保存，请先填姓名。', problems: [{ field: 'name', message: '请填姓名。' }], detail: null })
      const key = draft.id ?? id()
      return wrote(`已保存代表 ${draft.name}`, (facts) => {
        const at = facts.deputies.findIndex((d) => d.id === key)
        if (at >= 0) facts.deputies[at] = { ...draft, id: key, changed_on: null }
        else facts.deputies.push({ ...draft, id: key })
      }, { id: key })
    },
    visits: ({ from, to, site_id }) => world.facts.visits.filter((v) => (!from || v.draft.happened_on >= from) && (!to || v.draft.happened_on <= to) && (!site_id || v.draft.site_id === site_id)).map((v) => visitRow(world.facts, v)),
    reception: (input) => structuredClone(found(world.facts.visits.find((v) => v.draft.id === input.id)).draft),
    similar: (ask) => similar(world.facts, ask),
    advice,
    intake_setting: () => ({ visitor_ids: world.facts.visitor_ids }),
    save_intake_setting: ({ visitor_ids }) => wrote('已保存来访登记设置', (facts) => (facts.visitor_ids = visitor_ids)),
    chat_groups: () => [{ id: GROUP.id, name: GROUP.name, area: GROUP.area, members: GROUP.members, deputy: '王建国', visits: world.facts.visits.filter((v) => v.draft.chat_group_id === GROUP.id).length, last: null, note: null }],
    chat_group: () => structuredClone(GROUP),
    read_chat: ({ text }) => readChat(text),
    save_receptions: (drafts) => wrote(`已保存接待登记 ${drafts.length} 条`, (facts) => drafts.forEach((draft) => saveReception(facts, draft, id()))),
    talks: () => world.facts.talks.map((talk, at) => talkRow(world.facts, talk, at)),
    talk: (input) => structuredClone(found(world.facts.talks.find((talk) => talk.id === input.id))),
    save_talk: (draft) => {
      const key = draft.id ?? id()
      return wrote('已保存谈心记录', (facts) => void (facts.talks = [...facts.talks.filter((talk) => talk.id !== key), { ...draft, id: key }]), { id: key })
    },
    last: ({ kind }) => (kind === 'visit' ? structuredClone(world.facts.visits.at(-1)?.draft ?? null) : null),
    preview_reception: (draft) => previewReception(world.facts, draft),
    save_reception: (draft) => {
      const problems = receptionProblems(draft)
      if (problems.length > 0) throw new Stopped({ code: 'invalid', message: `还不能保存：有 ${problems.length} 处必须填写。`, problems, detail: null })
      const key = draft.id ?? id()
      const number = previewReception(world.facts, draft).number
      return wrote(`已保存接待登记 ${number}`, (facts) => void saveReception(facts, draft, key), { id: key, number, writes: writesOf(world.facts, draft) })
    },
    void_facts: (gone) => wrote(`已作废 ${gone.length} 条`, (facts) => {
      const ids = gone.map((fact) => fact.id)
      facts.deputies = facts.deputies.filter((d) => !ids.includes(d.id ?? ''))
      facts.visits.filter((v) => ids.includes(v.draft.id ?? '')).forEach((v) => (v.voided = true))
    }),
    ...matterHandlers({ facts: () => world.facts, wrote, id, found }),
    days: ({ from, to }) => days(from, to),
    save_day: (draft) => wrote(`已保存 ${draft.date} 值班接待`, (facts) => saveDay(facts, draft, draft.id ?? id())),
    calendar: (ask) => calendar(ask, days(ask.from, ask.to)),
    reception_rules: () => [FIRST_RULE, ...world.facts.rules].map(ruleRow),
    preview_rule: previewRule,
    save_reception_rule: (draft) => wrote('已保存接待日规则', (facts) => void facts.rules.push({ ...draft, id: draft.id ?? id() })),
    void_reception_rule: (input) => wrote('已作废接待日规则', (facts) => (facts.rules = facts.rules.filter((rule) => rule.id !== input.id))),
    holiday_years: () => holidayYears(world.facts.holidays),
    preview_holidays: readHolidays,
    save_holidays: (draft) => wrote(`已保存${draft.year}年节假日安排`, (facts) => void facts.holidays.push(draft)),
    roster: (ask) => rosters.roster(world.facts, ask),
    roster_ahead: () => rosters.ahead(world.facts),
    propose_roster: (ask) => rosters.propose(world.facts, ask),
    accept_roster: ({ days: written }) => wrote(`已采用排班，共${written.filter((day) => !day.kept).length}个接待日`, (facts) => rosters.accept(facts, written, id)),
    save_roster_wishes: () => wrote('已保存排班要求', () => undefined),
    save_leave: (draft) => {
      if (draft.person_id === '') throw new Stopped({ code: 'problems', message: '没有选请假的代表，请选择。', problems: [{ field: 'person_id', message: '没有选请假的代表，请选择。' }], detail: null })
      return wrote('已登记请假', (facts) => rosters.saveLeave(facts, draft, draft.id ?? id()))
    },
    void_leave: (gone) => wrote('已作废请假', () => rosters.voidLeave(gone.id)),
    save_swap: (draft) => wrote('已登记调班', (facts) => rosters.saveSwap(facts, draft, id())),
    paper_pdf: () => ({ base64: SAMPLE_PDF, pages: 1, warnings: [] }),
    districts: () => PLACES.constituencies.map((c, at) => ({ id: c.id, name: null, contact: null, deputies: [], situation: null, concerns: null, no: at + 1, kind: '居住', villages: c.label.split(' ')[1] ?? '', population: 700 + at * 83, voters: 520 + at * 61, seats: 2, group: PLACES.teams[at % 3]?.label ?? null })),
    cell_fields: () => [],
    own_columns: () => [],
    own_values: () => [],
    attachments: () => [],
    register_sets: () => [],
    printers: () => [],
    print_jobs: () => [],
    registers: (ask) => registers(world.facts, ask),
    register: (ask) => summary(world.facts, ask) ?? register(world.facts, ask),
    register_pdf: () => ({ base64: SAMPLE_PDF, pages: 1, warnings: [] }),
    export_registers: async ({ numbers, out, format }) => {
      if (out.trim() === '') stop('no_folder', '请先选U盘，或写明文件夹。')
      await long('正在写台账', numbers.length * 4)
      return { folder: `${out}/台账`, files: numbers.map((n) => ({ name: `${register(world.facts, { ...EVERYTHING, number: n, from: '', to: '' }).name}.${format}`, sha256: '5b1e0c', bytes: 18_432 })), edition: null, warnings: [] }
    },
    export_paper: ({ out }) => ({ folder: out, files: [{ name: '打印预览.pdf', sha256: '5b1e0c', bytes: 18_432 }], edition: null, warnings: [] }),
    month_report: ({ month }) => monthReport(world.facts, month, world.sent),
    figure: ({ month, site, key }) => figureRows(world.facts, month, site, key),
    send_month: async ({ month, out, draft }) => {
      if (out.trim() === '') stop('no_folder', '请先选U盘，或写明文件夹。')
      await long('正在写月报', 14)
      if (!draft) world.sent.push({ month, at: `${TODAY}T16:20:00` })
      changed.forEach((tell) => tell())
      return { folder: `${out}/黎川镇_${month}`, files: ['月报.xlsx', '月报.pdf', '03 人大代表活动情况登记表.pdf', '04 人大代表接待群众来访（信）登记表.pdf', 'manifest.json'].map((name) => ({ name, sha256: '5b1e0c77aa', bytes: 42_000 })), edition: draft ? null : world.sent.length, warnings: [] }
    },
    drives: () => [{ name: '办公U盘', path: '/media/station/办公U盘', free: 12_400_000_000, total: 31_000_000_000 }],
    preview_import: (ask) => (ask.files.some((file) => file.trim() !== '') ? preview(ask) : stop('no_file', '请先选文件，或写明文件的路径。')),
    import: (ask) => {
      const done = preview(ask)
      wrote('导入代表名册 2 人', () => undefined)
      return { preview: done, operation: world.history.length, label: '已导入代表名册：新增 2 人，改动 1 处' }
    },
    undo: () => travel(world.before, world.after, true),
    redo: () => travel(world.after, world.before, false),
    history: ({ limit }) => world.history.slice(0, limit),
    drafts: () => world.drafts,
    save_draft: ({ form, subject, body }) => {
      world.drafts = [...world.drafts.filter((d) => d.form !== form || d.subject !== subject), { form, subject, saved_at: `${TODAY}T10:40:00`, body: structuredClone(body) }]
      return null
    },
    drop_draft: ({ form, subject }) => {
      world.drafts = world.drafts.filter((d) => d.form !== form || d.subject !== subject)
      return null
    },
    view: ({ key }) => views.get(key) ?? null,
    keep_view: ({ key, value }) => {
      views.set(key, value)
      return null
    },
    check: () => ({ sound: true, findings: [] }),
    cancel: () => {
      cancelled = true
      return null
    },
  }

  return {
    host: 'browser',
    async call<K extends Name>(name: K, input: Input<K>): Promise<Output<K>> {
      const before: Name[] = ['state', 'set_up', 'unlock']
      if (world.locked && !before.includes(name)) stop('locked', '台账已锁定，请输入密码。')
      // As over the real bridge: what goes in and comes out is a copy.
      const handler = handlers[name] ?? stop('not_here', '这一项在练习页面里没有。')
      return structuredClone(await handler(JSON.parse(JSON.stringify(input)) as Commands[K]['input'])) as Output<K>
    },
    pickFiles: () => Promise.resolve(['/home/station/代表花名册.xlsx']),
    pickFolder: () => Promise.resolve('/home/station/月报'),
    onProgress: (listener) => Promise.resolve((progress.add(listener), () => void progress.delete(listener))),
    onChanged: (listener) => Promise.resolve((changed.add(listener), () => void changed.delete(listener))),
    setZoom: (factor) => {
      document.documentElement.style.setProperty('zoom', String(factor))
      return Promise.resolve()
    },
  }
}
