/** A stage that is mapped over a list. */
export const EACH_OF_A_LIST = {
  id: 'each-of-a-list',
  name: 'Each of a list',
  description:
    'Splits the input into its lines, works on each line at the same time, and joins what came of them. Give it one item a line.',
  stages: [
    {
      id: 'items',
      label: 'Lines',
      expectedMs: 50,
      processor: {
        type: 'transform',
        expression: '[$split(input, /\\r?\\n/)[$trim($) != ""]]',
      },
    },
    {
      id: 'work',
      label: 'Work on each',
      over: 'stages.items',
      expectedMs: 20000,
      retry: {
        attempts: 3,
      },
      processor: {
        type: 'prompt',
        prompt: 'Summarise the following in one sentence.\n\n{{ item }}',
      },
    },
    {
      id: 'join',
      label: 'Join',
      expectedMs: 50,
      processor: {
        type: 'transform',
        expression: '$join(stages.work.("- " & $), "\\n")',
      },
    },
  ],
}
