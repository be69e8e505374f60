/** Answers of the host with only what a test is about said, and a host that gives them. */
export { allDay, eventOn, MONDAY, row } from './event'
export { hostOf, TestHost } from './host'
export { libraryOf } from './library'
export { mixOf, shareOf } from './mix'
export { periodOf, weekOf } from './week'
