// The one way from the window to the program. Two hosts: the desktop shell, and a stand-in for tests and browsers.
import type { Commands, DeputyRow, Failure } from './bindings'

export type * from './bindings'

export type Name = keyof Commands
export type Input<K extends Name> = Commands[K]['input']
export type Output<K extends Name> = Commands[K]['output']
/** A level of people's congresses. */
export type Level = DeputyRow['levels'][number]
export type ProgressStep = { label: string; done: number; total: number }
export type FileAsk = { title: string; extensions: string[]; multiple: boolean }

export interface Backend {
  readonly host: 'desktop' | 'browser'
  call<K extends Name>(name: K, input: Input<K>): Promise<Output<K>>
  /** Full paths; empty when the clerk closed the dialog. */
  pickFiles(ask: FileAsk): Promise<string[]>
  pickFolder(title: string): Promise<string | null>
  /** Both return a function that stops listening. */
  onProgress(listener: (progress: ProgressStep) => void): Promise<() => void>
  onChanged(listener: () => void): Promise<() => void>
  /** 1 is the standard size of text. */
  setZoom(factor: number): Promise<void>
}

/** What every call throws: the sentence in `failure.message` is shown as it is; code branches on `failure.code` only. */
export class Stopped extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message)
    this.name = 'Stopped'
  }
}

let current: Backend | null = null

export function useHost(host: Backend): void {
  current = host
}

/** Picks the host: the desktop shell where there is one. Call once, before anything else here. */
export async function openBackend(): Promise<void> {
  if ('__TAURI_INTERNALS__' in window) {
    const { tauri, rareFonts } = await import('./tauri')
    rareFonts()
    useHost(tauri)
  } else {
    useHost((await import('./fake')).openFake(new URLSearchParams(window.location.search)))
  }
}

export function backend(): Backend {
  if (!current) throw new Error('openBackend comes first')
  return current
}

export function call<K extends Name>(name: K, input: Input<K>): Promise<Output<K>> {
  return backend().call(name, input)
}

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Stopped) return thrown.failure
  const detail = thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ''}` : String(thrown)
  return { code: 'window', message: '窗口里出了差错，数据没有改动。请按 F5 刷新后再试。', problems: [], detail }
}
