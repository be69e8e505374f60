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
  preview: {
    port: Number(process.env.PORT ?? 4173),
    strictPort: true,
    // What the app's own window may load.
    headers: {
      'content-security-policy':
        "default-src 'self'; img-src 'self' data:; font-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'"
    }
  },
  test: {
    // What needs a document says so in its first line.
    environment: 'node',
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    // On a busy machine, screens and fixtures take longer to be read than a test waits by itself.
    testTimeout: 30_000,
    env: { TZ: 'Pacific/Chatham' }
  }
})
