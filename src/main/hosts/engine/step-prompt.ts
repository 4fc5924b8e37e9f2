/** What a step of a simple pipeline asks for, by the name of its task. */
const TASKS: Readonly<Record<string, string>> = {
  analysis: 'Analyse the input. Name what matters, what follows from it and what is uncertain.',
  synthesis: 'Bring what was found so far together into one clear result.',
  validation: 'Check the result so far against the input. Correct what is wrong and say what you changed.',
  summary: 'Summarise what was found so far.',
  translation: 'Translate the result so far into the language that the input asks for.',
  review: 'Review the result so far: what holds, what does not, what is missing.',
}

/** The prompt of one step: its task, the input, and what the steps before it gave. `earlier`: their ids. */
export function stepPrompt(task: string, earlier: readonly string[]): string {
  const asked = TASKS[task.toLowerCase()] ?? task
  const given = earlier.map((id) => `<step name="${id}">\n{{ stages.${id} }}\n</step>`)
  return [asked, '<input>\n{{ input }}\n</input>', ...given].join('\n\n')
}
