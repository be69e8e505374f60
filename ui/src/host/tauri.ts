import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Host, News, Problem, SettingsChange } from './host'
import type { IsoWeek, Library, WeekView } from './types'

export function tauriHost(): Host {
  return {
    library: () => invoke<Library>('library'),
    openDemo: () => invoke<Library>('open_demo'),
    chooseFiles: () => invoke<Library | null>('choose_files'),
    closeLibrary: () => invoke<Library>('close_library'),
    week: (week: IsoWeek | null) => invoke<WeekView>('week', { week }),
    changeSettings: (change: SettingsChange) => invoke<Library>('change_settings', { change }),
    listen: (told: (news: News) => void) => {
      const stops = [
        listen<{ phase: 'over' | 'leave' | 'drop' }>('drop', ({ payload }) =>
          told({ kind: 'drop', phase: payload.phase })
        ),
        listen<{ files: string[] }>('opening', ({ payload }) =>
          told({ kind: 'opening', files: payload.files })
        ),
        listen<Library>('opened', ({ payload }) => told({ kind: 'opened', library: payload })),
        listen<Problem>('failed', ({ payload }) => told({ kind: 'failed', problem: payload }))
      ]
      return () => stops.forEach((stop) => void stop.then((off) => off()))
    }
  }
}
