import { defineConfig } from 'vitest/config'

// One window at a time: they share a display, and with it keyboard and focus.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
})
