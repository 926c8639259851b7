// The desktop host: the only file that knows Tauri.
import { convertFileSrc, invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { getCurrentWebview } from '@tauri-apps/api/webview'
import { open } from '@tauri-apps/plugin-dialog'
import type { Failure } from './bindings'
import { failureOf, Stopped, type Backend, type Input, type Name, type Output, type ProgressStep } from './index'

function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown
}

/** Characters of names that the computer's own fonts lack come from ours, loaded when the page first shows one. */
export function rareFonts(): void {
  const rare = { unicodeRange: 'U+2E80-2FDF, U+3400-4DBF, U+9FA6-9FFF, U+20000-3347F' }
  for (const name of ['RareHanOne', 'RareHanTwo']) document.fonts.add(new FontFace(name, `url(${convertFileSrc(name, 'font')})`, rare))
}

export const tauri: Backend = {
  host: 'desktop',
  async call<K extends Name>(name: K, input: Input<K>): Promise<Output<K>> {
    try {
      return await invoke<Output<K>>(name, { input })
    } catch (thrown) {
      throw new Stopped(isFailure(thrown) ? { ...thrown, problems: thrown.problems ?? [] } : failureOf(thrown))
    }
  },
  async pickFiles({ title, extensions, multiple }) {
    const picked = await open({ title, multiple, filters: [{ name: '文件', extensions }] })
    if (picked === null) return []
    return Array.isArray(picked) ? picked : [picked]
  },
  async pickFolder(title) {
    const picked = await open({ title, directory: true })
    return typeof picked === 'string' ? picked : null
  },
  onProgress: (listener) => listen<ProgressStep>('progress', (event) => listener(event.payload)),
  onChanged: (listener) => listen('changed', () => listener()),
  async setZoom(factor) {
    try {
      await getCurrentWebview().setZoom(factor)
    } catch {
      // The shell may not be allowed to zoom; the page then zooms itself.
      document.documentElement.style.setProperty('zoom', String(factor))
    }
  },
}
