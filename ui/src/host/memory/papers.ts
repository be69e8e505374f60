import type { PapersCalls } from '../papers'
import type { EvidenceReport, EvidenceRequest, PaperPreview, ReportRequest } from '../types'
import { lookedBack, sharedWords } from './look-back'
import { linesOf } from './reviews'
import { answered } from './states'
import type { World } from './world'

/** `?state=`: cancelled (the save dialog is), unsaved (saving fails), little (a record without anything in it). */
export const papersOf = (world: World): PapersCalls => ({
  previewReport: (request) =>
    answered(world, async () => {
      const file = await import('../../../fixtures/papers.json')
      return asked(file.default[request.redacted ? 'redacted' : 'plain'] as PaperPreview, request)
    }),
  saveReport: (request, format) => saved(world, 'report', request, format),
  evidence: () => answered(world, () => record(world)),
  previewEvidence: (request) =>
    answered(world, async () => {
      const text = textOf(await record(world), request)
      return { text, markdown: `# ${text}`, html: pageOf(text), hidden: [] }
    }),
  saveEvidence: (request, format) => saved(world, 'evidence', request, format),
  previewLookBack: (request) =>
    answered(world, async () => {
      const text = sharedWords(await lookedBack(world, request), request)
      return { text, markdown: `# ${text}`, html: pageOf(text), hidden: [] }
    }),
  saveLookBack: (request, format) => saved(world, 'look-back', request, format),
  showSaved: () => Promise.resolve()
})

/** The fixture is about one week; the engine would answer about the days that are asked for. */
function asked(preview: PaperPreview, { from, to }: ReportRequest): PaperPreview {
  if (from === '2026-11-09' && to === '2026-11-15') return preview
  const retitled = (text: string) => text.replaceAll('Week 46 · 9–15 Nov 2026', `${from} – ${to}`)
  const { text, markdown, html } = preview
  return { ...preview, text: retitled(text), markdown: retitled(markdown), html: retitled(html) }
}

async function saved(
  { state }: World,
  what: string,
  { from, to }: { from: string; to: string },
  format: string
): Promise<string | null> {
  if (state === 'unsaved') throw { code: 'internal', message: 'The disk is full.', diagnostics: [] }
  const ending = { text: 'txt', markdown: 'md' }[format] ?? format
  return state === 'cancelled' ? null : `weekwise-${what}-${from}-to-${to}.${ending}`
}

async function record(world: World): Promise<EvidenceReport> {
  const { state } = world
  const file = await import('../../../fixtures/evidence.json')
  const report = { ...(structuredClone(file.default) as unknown as EvidenceReport), lines: linesOf(world) }
  if (state !== 'little') return report
  const sections = report.sections.map((one) => ({ ...one, text: 'None.', hours: 0, count: 0, items: [] }))
  return { ...report, sections, mentored: [], notes: ['Nothing is booked in this period.'] }
}

/** As the engine says it, in short: titles of what is ticked, names where they are wanted. */
function textOf(report: EvidenceReport, { from, to, ticked, names }: EvidenceRequest): string {
  const lines = [`Evidence report · ${from} – ${to}`]
  for (const { id, title, text, items } of report.sections) {
    lines.push('', `${title}  ${text}`)
    if (id === 'mentoring')
      lines.push(...report.mentored.map(({ name }, index) => `  ${names ? name : `Person ${index + 1}`}`))
    const shown = items.map((item) => (ticked.includes(item.uid) ? item.title : 'One of a kind'))
    lines.push(...[...new Set(shown)].map((one) => `  ${one}`))
  }
  const quoted = report.lines.filter((one) => one.ticked)
  if (quoted.length > 0)
    lines.push('', 'What mattered, week by week', ...quoted.map(({ line }) => `  ${line}`))
  return lines.join('\n')
}

function pageOf(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
  return `<!doctype html><style>body { padding: 24px; font: 15px/1.5 Inter; }</style><main>${lines.join('')}</main>`
}
