import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { createMemoryHistory, createRouter } from 'vue-router'
import { describe, expect, it, vi } from 'vitest'
import { openFake } from '../../backend/fake'
import { useHost, type Commands, type Input, type Name } from '../../backend'
import { useSession } from '../../app/session'
import FigureTable from './FigureTable.vue'
import Reports from './Reports.vue'
import { figureLines, openedTitle } from './figures'

const fake = openFake(new URLSearchParams())
const report = await fake.call('month_report', { month: '2026-11' })

describe('the month', () => {
  it('spans a heading over its lines', () => {
    const lines = figureLines(report.columns)
    expect(lines.reduce((sum, line) => sum + line.span, 0), 'every line is spanned once').toBe(report.columns.length)
    expect(lines.find((line) => line.heading === '接待群众')?.span).toBe(2)
  })

  it('opens a figure of a site and of the total', async () => {
    const table = mount(FigureTable, { props: { report } })
    await table.get('[data-testid="figure-镇联络站-visits"]').trigger('click')
    await table.get('[data-testid="figure-raised"]').trigger('click')
    expect(table.emitted('open')).toEqual([['镇联络站', 'visits'], [null, 'raised']])
    expect(openedTitle(report, { month: '2026-11', site: '镇联络站', key: 'visits' })).toBe('2026-11 镇联络站 接待群众 批次：3')
    expect(openedTitle(report, { month: '2026-11', site: null, key: 'closed_rate' })).toBe('2026-11 合计 办理 办结率：50.0%')
  })

  it('asks the program for exactly the rows behind the figure that was clicked', async () => {
    const asked = vi.fn()
    useHost({ ...fake, call: <K extends Name>(name: K, input: Input<K>): Promise<Commands[K]['output']> => (asked(name, input), fake.call(name, input)) })
    const pinia = createPinia()
    const session = useSession(pinia)
    await session.refresh()
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: Reports }] })
    await router.push('/')
    const page = mount(Reports, { global: { plugins: [pinia, router], stubs: { 'el-drawer': true } } })
    await vi.waitFor(() => page.get('[data-testid="figure-镇联络站-visits"]'))
    await page.get('[data-testid="figure-镇联络站-visits"]').trigger('click')
    await vi.waitFor(() => expect(asked).toHaveBeenCalledWith('figure', { month: '2026-11', site: '镇联络站', key: 'visits' }))
  })
})
