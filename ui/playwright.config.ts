import { defineConfig } from '@playwright/test'

const url = `http://localhost:${process.env.PORT ?? 4173}`

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  workers: 1,
  // A busy machine may be too slow once; what passes the second time is told as flaky.
  retries: 1,
  reporter: 'line',
  outputDir: 'test-results',
  use: {
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      // A browser that is already there; Playwright's own download is not needed.
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox']
    }
  },
  webServer: {
    command: 'npx vite preview --mode browser --outDir dist-browser',
    url,
    reuseExistingServer: false
  }
})
