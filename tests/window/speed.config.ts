import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A virtual display has no graphics card: emulating one compiles shaders for seconds before the first frames.
    env: { WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1' },
    include: ['speed/{start,keys}.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000
  }
})
