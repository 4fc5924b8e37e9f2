import { w } from './words.ts'

/** What an orchestrator is called; one that is new here keeps its id. */
export function orchestratorName(id: string): string {
  const names: Readonly<Record<string, string>> = w.orchestrators
  return names[id] ?? id
}
