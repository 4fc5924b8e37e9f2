/** A person decides whether it goes on. */
export const ASK_BEFORE_SENDING = {
  id: 'ask-before-sending',
  name: 'Ask before sending',
  description: 'Drafts a reply, shows it to a person, and gives it on only if they agree.',
  stages: [
    {
      id: 'reply',
      label: 'Draft a reply',
      agent: 'writer',
      expectedMs: 25000,
      processor: {
        type: 'prompt',
        prompt: 'Write a reply to the following message. Be brief and concrete.\n\n{{ input }}',
      },
    },
    {
      id: 'leave',
      label: 'May it go out',
      expectedMs: 0,
      processor: {
        type: 'ask',
        question: 'May this reply go out?',
        detail: '{{ stages.reply }}',
        options: ['Yes', 'No'],
      },
    },
    {
      id: 'out',
      label: 'Send',
      condition: 'stages.leave = "Yes"',
      expectedMs: 50,
      processor: {
        type: 'transform',
        expression: 'stages.reply',
      },
    },
  ],
}
