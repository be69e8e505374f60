import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { callsOf, type Host, type News, type Problem } from './host'
import type { Library } from './types'

export function tauriHost(): Host {
  return { ...callsOf(invoke), listen: hear }
}

function hear(told: (news: News) => void): () => void {
  const stops = [
    listen<{ phase: 'over' | 'leave' | 'drop' }>('drop', ({ payload }) =>
      told({ kind: 'drop', phase: payload.phase })
    ),
    listen<{ files: string[] }>('opening', ({ payload }) => told({ kind: 'opening', files: payload.files })),
    listen<{ read: number; total: number }>('progress', ({ payload }) =>
      told({ kind: 'progress', read: payload.read, total: payload.total })
    ),
    listen<{ through: number; of: number }>('asking_model', ({ payload }) =>
      told({ kind: 'asking_model', through: payload.through, of: payload.of })
    ),
    listen<Library>('opened', ({ payload }) => told({ kind: 'opened', library: payload })),
    listen<Library>('changed', ({ payload }) => told({ kind: 'changed', library: payload })),
    listen<Problem>('failed', ({ payload }) => told({ kind: 'failed', problem: payload }))
  ]
  return () => stops.forEach((stop) => void stop.then((off) => off()))
}
