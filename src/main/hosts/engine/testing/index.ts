export { type ManualClock, manualClock } from './manual-clock.ts'
export { type Script, type ScriptedAnswer, type ScriptedProvider, type ScriptedRequest, scriptedProvider } from './scripted-provider.ts'
