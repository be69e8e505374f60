import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'
import { media } from './media.js'

export default { preprocess: [vitePreprocess(), media] }
