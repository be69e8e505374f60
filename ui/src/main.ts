import { mount } from 'svelte'
import './styles/index.css'
import App from './app/App.svelte'
import { loadScreen } from './app/load-screen'
import { WeekwiseState } from './frame/state.svelte'
import { appearance } from './frame/theme.svelte'
import { findHost } from './host'

appearance.restore()
// The screen one starts on, on its way while the engine answers.
void loadScreen('week')
const state = new WeekwiseState(await findHost())
const target = document.getElementById('app')
if (target) mount(App, { target, props: { state } })
