// Every page opens against the practice station, says what it must, and complains of nothing.
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { createRouter, createMemoryHistory } from 'vue-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import App from '../App.vue'
import { openFake } from '../backend/fake'
import { useHost } from '../backend'
import { router as real } from '../router'

const warnings = vi.fn()
beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
  vi.spyOn(console, 'warn').mockImplementation(warnings)
  vi.spyOn(console, 'error').mockImplementation(warnings)
})
afterEach(() => vi.restoreAllMocks())

async function open(address: string, path: string): Promise<ReturnType<typeof mount>> {
  useHost(openFake(new URLSearchParams(address)))
  const router = createRouter({ history: createMemoryHistory(), routes: real.options.routes })
  await router.push(path)
  const app = mount(App, { global: { plugins: [router] }, attachTo: document.body })
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
  return app
}

it.each([
  ['fresh', '/home', '建立新台账'],
  ['locked', '/home', '打开台账'],
  ['', '/home', '待办'],
  ['', '/deputies', '共 12 人'],
  ['', '/deputies/new', '新增代表'],
  ['', '/deputies/person-3/edit', '修改代表：张志强'],
  ['', '/visits', '共 6 批 11 人次'],
  ['', '/visits?tab=days', '按值班表，未确认'],
  ['', '/roster', '点「采用」才写入'],
  ['', '/visits/new', '将写入'],
  ['', '/visits/visit-1', '修改接待登记'],
  ['', '/calendar', '2026-11-15 是星期日，顺延到下一个工作日 2026-11-16'],
  ['', '/settings/rules', '每月第几个星期几'],
  ['', '/settings/holidays', '尚未公布，按推算'],
  ['', '/contacts', '导入走访联系'],
  ['', '/contacts/new', '列为这位代表的联系对象'],
  ['', '/standing', '新增联系对象'],
  ['', '/standing/new', '选民或户'],
  ['', '/rounds', '登记走访选区'],
  ['', '/rounds/new', '走访选区'],
  ['', '/talks', '这段时间没有谈心记录'],
  ['', '/talks/new', '再加一位当事人'],
  ['', '/groups', '粘贴群消息'],
  ['', '/groups/new', '负责代表'],
  ['', '/settings/intake', '个人信息保护法第二十八条至第三十条'],
  ['', '/activities', '导入活动'],
  ['', '/activities/new', '参加人员'],
  ['', '/deeds', '导入办实事'],
  ['', '/deeds/new', '关联来源、其他地点'],
  ['', '/districts', '新增选区'],
  ['', '/blanks', '记下已领取'],
  ['', '/settings/codes', '代码'],
  ['', '/settings/campaigns', '新增专项活动'],
  ['', '/board', '近一个月办结'],
  ['', '/units', '按期 / 应答复'],
  ['', '/settings/deadlines', '代表法第五十一条'],
  ['', '/matters', '共 8 件，未办结 4 件'],
  ['', '/matters/new', '领衔代表'],
  ['', '/matters/matter-2', '联络站：告知李四'],
  ['', '/registers', '人大代表接待群众来访（信）登记表'],
  ['', '/reports', '期末未办结'],
  ['', '/reports/receptions', '问题类别和处理方式（件）'],
  ['', '/reports/suggestions', '满意率'],
  ['', '/settings/station', '站点与接待日规则'],
  ['', '/settings/import?kind=duty', '导入什么'],
  ['', '/settings/history', '导入代表名册 12 人'],
  ['', '/settings/check', '开始检查'],
  ['', '/settings/about', '木兰宽松许可证'],
  ['', '/nowhere', '待办'],
])('%s %s says %s', async (address, path, text) => {
  warnings.mockReset()
  const app = await open(address, path)
  await vi.waitFor(() => expect(app.text()).toContain(text))
  expect(warnings.mock.calls.map((call) => String(call[0]).slice(0, 200)), 'no warning of Vue').toEqual([])
  app.unmount()
})
