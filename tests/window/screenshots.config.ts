import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['screenshots/**/*.ts'],
    fileParallelism: false,
    testTimeout: 60_000
  }
})
