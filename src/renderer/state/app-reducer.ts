import type { AppEvent, AppSnapshot, AppUpdate } from '../../shared/app-state.ts'
import { applyTabChange } from '../../shared/apply-tab-change.ts'
import { assertNever } from '../../shared/errors.ts'

/** The next state of the shell. Pure; an event that was applied before changes nothing. */
export function applyAppUpdate(state: AppSnapshot | null, update: AppUpdate): AppSnapshot | null {
  if (update.type === 'snapshot') return update.snapshot
  return state === null ? null : update.events.reduce(applyAppEvent, state)
}

export function applyAppEvent(state: AppSnapshot, event: AppEvent): AppSnapshot {
  if (event.seq <= state.seq) return state
  return { ...change(state, event), seq: event.seq }
}

function change(state: AppSnapshot, event: AppEvent): AppSnapshot {
  switch (event.type) {
    case 'settings-changed':
      return { ...state, settings: event.settings }
    case 'providers-changed':
      return { ...state, providers: event.providers }
    case 'models-changed':
      return { ...state, models: event.models }
    case 'presets-changed':
      return { ...state, presets: event.presets }
    case 'pipelines-changed':
      return { ...state, pipelines: event.pipelines }
    case 'library-changed':
      return { ...state, library: event.library }
    case 'tools-changed':
      return { ...state, tools: event.tools }
    case 'prompts-changed':
      return { ...state, prompts: event.prompts }
    case 'conversation-changed': {
      const others = state.conversations.filter((conversation) => conversation.id !== event.conversation.id)
      const at = others.findIndex((conversation) => conversation.updatedAt < event.conversation.updatedAt)
      return { ...state, conversations: others.toSpliced(at === -1 ? others.length : at, 0, event.conversation) }
    }
    case 'conversations-changed':
      return { ...state, conversations: event.conversations }
    case 'conversation-removed':
      return { ...state, conversations: state.conversations.filter((conversation) => conversation.id !== event.id) }
    case 'tabs-changed':
      return { ...state, tabs: event.changes.reduce(applyTabChange, state.tabs) }
    case 'spend-changed':
      return { ...state, spend: event.spend }
    case 'notice-added':
      return { ...state, notices: [...state.notices.filter((notice) => notice.id !== event.notice.id), event.notice] }
    case 'run-changed':
      return { ...state, runChanges: state.runChanges + 1 }
    case 'notice-removed':
      return { ...state, notices: state.notices.filter((notice) => notice.id !== event.id) }
    case 'message-changed':
    case 'conversation-touched':
      return state
    default:
      return assertNever(event)
  }
}
