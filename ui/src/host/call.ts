/** Asks the engine by the name of a command. Each area's calls are written with it, so only one file knows Tauri. */
export type Call = <Answer>(command: string, question?: Record<string, unknown>) => Promise<Answer>
