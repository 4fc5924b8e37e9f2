/** Six steps of thought that build on each other (A10). */
export const COGNITIVE = {
  id: 'cognitive',
  name: 'Cognitive pipeline',
  description: 'Thinks a matter through in six steps that build on each other: memory, attention, thought, risk, intent, action.',
  stages: [
    {
      id: 'memory',
      label: 'Memory',
      agent: 'researcher',
      expectedMs: 20000,
      processor: {
        type: 'prompt',
        prompt:
          'Recall what bears on the following: facts given, what is generally known, similar cases and how they ended. Mark what is certain and what is not.\n\n{{ input }}',
      },
    },
    {
      id: 'attention',
      label: 'Attention',
      agent: 'requirements-analyst',
      expectedMs: 20000,
      processor: {
        type: 'prompt',
        prompt:
          'Choose the few things on which the matter turns. Say what is noise and what is missing.\n\n# The matter\n{{ input }}\n\n# Recalled\n{{ stages.memory }}',
      },
    },
    {
      id: 'thought',
      label: 'Thought',
      agent: 'architect',
      expectedMs: 35000,
      processor: {
        type: 'prompt',
        prompt:
          'Think the matter through: the possible views or ways, how they differ, what follows from each, and which holds best.\n\n# The matter\n{{ input }}\n\n# What counts\n{{ stages.attention }}',
      },
    },
    {
      id: 'risk',
      label: 'Risk',
      agent: 'risk-analyst',
      expectedMs: 25000,
      processor: {
        type: 'prompt',
        prompt:
          'Say what could be wrong in this thinking, and what could go wrong in acting on it. Rate the harm and give the reason.\n\n{{ stages.thought }}',
      },
    },
    {
      id: 'intent',
      label: 'Intent',
      agent: 'planner',
      expectedMs: 20000,
      processor: {
        type: 'prompt',
        prompt:
          'Decide what is wanted now: one aim, what is deliberately not done, and the sign by which one would turn back.\n\n# Thinking\n{{ stages.thought }}\n\n# Risks\n{{ stages.risk }}',
      },
    },
    {
      id: 'action',
      label: 'Action',
      agent: 'knowledge-synthesizer',
      expectedMs: 25000,
      processor: {
        type: 'prompt',
        prompt:
          'Give the answer to the matter: what to do or what holds, the reasons in a few sentences, the first step, and what stays uncertain.\n\n# The matter\n{{ input }}\n\n# Thinking\n{{ stages.thought }}\n\n# Risks\n{{ stages.risk }}\n\n# Intent\n{{ stages.intent }}',
      },
    },
  ],
}
