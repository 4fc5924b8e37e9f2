/** A loop that ends by a rating. */
export const UNTIL_IT_IS_GOOD = {
  id: 'until-it-is-good',
  name: 'Until it is good',
  description: 'Writes, rates and improves a text until its rating is at least 8 of 10, at most four times.',
  stages: [
    {
      id: 'first',
      label: 'First version',
      agent: 'writer',
      expectedMs: 30000,
      processor: {
        type: 'prompt',
        prompt: '{{ input }}',
        maxOutputTokens: 4096,
      },
    },
    {
      id: 'better',
      label: 'Improve',
      expectedMs: 90000,
      processor: {
        type: 'loop',
        most: 4,
        until: 'stages.rating >= 8',
        body: [
          {
            id: 'version',
            label: 'Next version',
            agent: 'editor',
            processor: {
              type: 'prompt',
              maxOutputTokens: 4096,
              prompt:
                'Improve this text and give it in full.\n\n# The task\n{{ input }}\n\n# The text\n{{ round = 1 ? stages.first : last.text }}\n\n# What was found lacking\n{{ round = 1 ? "Nothing yet." : last.reason }}',
            },
          },
          {
            id: 'judged',
            label: 'Rate',
            agent: 'critic',
            retry: {
              attempts: 3,
            },
            processor: {
              type: 'prompt',
              output: 'json',
              schema: {
                type: 'object',
                required: ['rating', 'reason'],
              },
              prompt:
                'Rate from 1 to 10 how well the text does its task. Answer with one JSON object and nothing else: rating, a number, and reason, one sentence.\n\n# The task\n{{ input }}\n\n# The text\n{{ stages.version }}',
            },
          },
          {
            id: 'rating',
            processor: {
              type: 'transform',
              expression: 'stages.judged.rating',
            },
          },
          {
            id: 'kept',
            processor: {
              type: 'transform',
              expression: '{"text": stages.version, "reason": stages.judged.reason}',
            },
          },
        ],
      },
    },
  ],
  output: 'stages.better.text',
}
