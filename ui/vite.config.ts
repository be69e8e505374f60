import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// `vite build` makes what the desktop app ships; `--mode browser` adds the fixture-fed host, so that the same
// screens run in a plain browser. The fixtures stay out of the app.
export default defineConfig({
  base: './',
  plugins: [svelte()],
  resolve: { conditions: ['browser'] },
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'safari18'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0
  },
  server: { port: 5173, strictPort: true },
  preview: { port: Number(process.env.PORT ?? 4173), strictPort: true },
  test: {
    // What needs a document says so in its first line.
    environment: 'node',
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    env: { TZ: 'Pacific/Chatham' }
  }
})
