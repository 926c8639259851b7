import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { Stopped, useHost, type Backend, type ExportAsk } from '../../backend'
import ExportDialog from './ExportDialog.vue'

it('asks before files are written over, and says so only of the folder that was asked about', async () => {
  setActivePinia(createPinia())
  const overwrites: ExportAsk['overwrite'][] = []
  const call = (name: string, input: ExportAsk): Promise<unknown> => {
    if (name === 'drives') return Promise.resolve([{ name: '办公U盘', path: '/media/u', free: 1, total: 1 }])
    overwrites.push(input.overwrite)
    if (!input.overwrite) return Promise.reject(new Stopped({ code: 'exists', message: '文件夹里已有同名文件，要盖掉吗？', problems: [], detail: null }))
    return Promise.resolve({ folder: '/media/u', files: [], edition: null, warnings: [] })
  }
  useHost({ call } as unknown as Backend)
  const ask = { number: 0, key: '04', from: '2026-01-01', to: '2026-12-31', person_id: null, team_id: null, site_id: null, edition: null }
  const dialog = mount(ExportDialog, { props: { infos: [], current: '04', ask, modelValue: false }, global: { stubs: { teleport: true } } })
  await dialog.setProps({ modelValue: true })
  await flushPromises()
  const click = async (testid: string): Promise<void> => {
    await dialog.find(`[data-testid=${testid}]`).trigger('click')
    await flushPromises()
  }
  await click('export-run')
  expect(dialog.find('[data-testid=export-exists]').text()).toContain('要盖掉吗？')
  await dialog.find('[data-testid=out-path]').setValue('/media/other')
  expect(dialog.find('[data-testid=export-exists]').exists(), 'of another folder nothing was asked').toBe(false)
  await click('export-run')
  await click('export-overwrite')
  expect([overwrites, dialog.find('[data-testid=written]').exists()]).toEqual([[false, false, true], true])
})
