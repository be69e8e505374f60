import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

const SCREENS = readdirSync(new URL('src/screens', import.meta.url))

// From plain to particular; what stands further down may import what stands above it.
const LAYERS = ['kit', 'host', 'domain', 'marks', 'frame', 'screens', 'app']

// The one door to Rust is src/host: everything else runs in a plain browser.
const DOOR = { group: ['@tauri-apps/*'], message: 'Only src/host/tauri.ts talks to Rust.' }

const above = (index) =>
  LAYERS.slice(index + 1).map((layer) => ({
    regex: `^(\\.\\./)+${layer}/`,
    message: `${LAYERS[index]} does not know ${layer}.`
  }))

const beside = (layer) =>
  layer === 'screens'
    ? [{ regex: `^(\\.\\./)+(${SCREENS.join('|')})/`, message: 'Screens do not import screens.' }]
    : []

export default ts.config(
  {
    ignores: [
      'dist',
      'dist-browser',
      'test-results',
      'playwright-report',
      'src/host/types.ts',
      'src/host/memory/texts.ts'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs['flat/recommended'],
  prettier,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } }
  },
  ...LAYERS.map((layer, index) => ({
    files: [`src/${layer}/**`],
    // The second host stands in for Rust, which knows more than the door does.
    ignores: ['src/host/tauri.ts', 'src/host/memory/**', '**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [DOOR, ...above(index), ...beside(layer)] }] }
  }))
)
