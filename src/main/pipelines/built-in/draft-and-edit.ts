/** A draft, two readers at the same time, and an editor. */
export const DRAFT_AND_EDIT = {
  id: 'draft-and-edit',
  name: 'Draft and edit',
  description: 'Writes a draft, has it criticised and checked at the same time, and edits it with both.',
  stages: [
    {
      id: 'draft',
      label: 'Draft',
      agent: 'writer',
      expectedMs: 30000,
      processor: {
        type: 'prompt',
        prompt: 'Write the following.\n\n{{ input }}',
        maxOutputTokens: 4096,
      },
    },
    {
      id: 'critique',
      label: 'Critique',
      agent: 'critic',
      parallel: true,
      expectedMs: 25000,
      processor: {
        type: 'prompt',
        prompt: 'Say where a reader would stop believing or reading.\n\n{{ stages.draft }}',
      },
    },
    {
      id: 'facts',
      label: 'Facts',
      agent: 'fact-checker',
      parallel: true,
      expectedMs: 25000,
      processor: {
        type: 'prompt',
        prompt: 'Check the claims of this text.\n\n{{ stages.draft }}',
      },
    },
    {
      id: 'edit',
      label: 'Edit',
      agent: 'editor',
      expectedMs: 30000,
      processor: {
        type: 'prompt',
        maxOutputTokens: 4096,
        prompt:
          'Give the finished text in full.\n\n# Draft\n{{ stages.draft }}\n\n# Critique\n{{ stages.critique }}\n\n# Facts\n{{ stages.facts }}',
      },
    },
  ],
}
