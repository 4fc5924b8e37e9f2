import { m } from '../../app/messages.ts'

/** Providers, models, presets, budgets, appearance. */
export default function SettingsTab() {
  return <h1 className="p-6 text-15 font-semibold">{m.settings.title}</h1>
}
