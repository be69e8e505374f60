import { mount } from 'svelte'
import './styles/index.css'
import App from './app/App.svelte'
import { WeekwiseState } from './frame/state.svelte'
import { appearance } from './frame/theme.svelte'
import { findHost } from './host'

appearance.restore()
const state = new WeekwiseState(await findHost())
const target = document.getElementById('app')
if (target) mount(App, { target, props: { state } })
