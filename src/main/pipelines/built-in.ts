import { Pipeline } from '../../shared/pipeline.ts'
import { ASK_BEFORE_SENDING } from './built-in/ask-before-sending.ts'
import { COGNITIVE } from './built-in/cognitive.ts'
import { DRAFT_AND_EDIT } from './built-in/draft-and-edit.ts'
import { EACH_OF_A_LIST } from './built-in/each-of-a-list.ts'
import { UNTIL_IT_IS_GOOD } from './built-in/until-it-is-good.ts'

/** Pipelines that ship with the app, for the Studio to start from. They ask the default preset, so that they run wherever a chat does. */
export function builtInPipelines(): Pipeline[] {
  return [SUMMARISE, RESEARCH, EXTRACT, DRAFT_AND_EDIT, EACH_OF_A_LIST, UNTIL_IT_IS_GOOD, ASK_BEFORE_SENDING, COGNITIVE].map((pipeline) =>
    Pipeline.parse(pipeline),
  )
}

const SUMMARISE = {
  id: 'summarise-and-review',
  name: 'Summarise and review',
  description: 'Summarises a text, has the summary checked against it, and mends it only where the check found something.',
  input: {
    type: 'object',
    properties: {
      text: { type: 'string', title: 'Text', description: 'What is to be summarised.' },
      words: { type: 'integer', title: 'Words at most', default: 120 },
    },
    required: ['text'],
  },
  stages: [
    {
      id: 'summary',
      label: 'Summarise',
      parallel: true,
      processor: { type: 'prompt', prompt: 'Summarise the text below in at most {{ input.words }} words.\n\n{{ input.text }}' },
    },
    {
      id: 'review',
      label: 'Check against the text',
      parallel: true,
      input: { summary: 'stages.summary' },
      processor: {
        type: 'prompt',
        prompt:
          'Compare the summary with the text. Name each statement that the text does not support, and anything important that is missing. Where nothing is wrong, answer with the one word FINE.\n\nSummary:\n{{ summary }}\n\nText:\n{{ input.text }}',
      },
    },
    {
      id: 'mended',
      label: 'Mend',
      parallel: true,
      condition: '$trim(stages.review) != "FINE"',
      input: { summary: 'stages.summary', review: 'stages.review' },
      processor: {
        type: 'prompt',
        prompt: 'Mend this summary as the review says. Give the summary alone.\n\nSummary:\n{{ summary }}\n\nReview:\n{{ review }}',
      },
    },
  ],
  output: '$exists(stages.mended) ? stages.mended : stages.summary',
}

const RESEARCH = {
  id: 'research-in-parallel',
  name: 'Research in parallel',
  description: 'Splits a question into parts, looks into all of them at the same time, and joins what was found, for and against.',
  input: {
    type: 'object',
    properties: { question: { type: 'string', title: 'Question' } },
    required: ['question'],
  },
  stages: [
    {
      id: 'background',
      label: 'Background',
      parallel: true,
      processor: {
        type: 'prompt',
        prompt: 'What has to be known to answer this question? Only what is established.\n\n{{ input.question }}',
      },
    },
    {
      id: 'arguments',
      label: 'For and against',
      parallel: true,
      processor: { type: 'prompt', prompt: 'List the strongest arguments for and against each possible answer.\n\n{{ input.question }}' },
    },
    {
      id: 'doubts',
      label: 'What is not known',
      parallel: true,
      processor: {
        type: 'prompt',
        prompt: 'What is uncertain or disputed about this question, and what would settle it?\n\n{{ input.question }}',
      },
    },
    {
      id: 'answer',
      label: 'Join',
      parallel: true,
      input: { background: 'stages.background', reasons: 'stages.arguments', doubts: 'stages.doubts' },
      processor: {
        type: 'prompt',
        prompt:
          'Answer the question from these notes. Say what is sure, what is likely and what is open.\n\nQuestion: {{ input.question }}\n\nBackground:\n{{ background }}\n\nArguments:\n{{ reasons }}\n\nDoubts:\n{{ doubts }}',
      },
    },
  ],
}

const EXTRACT = {
  id: 'extract-and-validate',
  name: 'Extract to JSON and validate',
  description: 'Reads people, dates and amounts out of a text as JSON, tries again where it does not fit, and checks it against a schema.',
  input: {
    type: 'object',
    properties: { text: { type: 'string', title: 'Text' } },
    required: ['text'],
  },
  stages: [
    {
      id: 'facts',
      label: 'Extract',
      parallel: true,
      retry: { attempts: 3, on: ['malformed'] },
      processor: {
        type: 'prompt',
        prompt:
          'Read the people, the dates and the amounts of money out of this text. Answer with JSON alone: {"people": ["…"], "dates": ["YYYY-MM-DD"], "amounts": ["…"]}\n\n{{ input.text }}',
        output: 'json',
      },
    },
    {
      id: 'checked',
      label: 'Check the form',
      parallel: true,
      input: { facts: 'stages.facts' },
      processor: {
        type: 'validate',
        value: 'facts',
        schema: {
          type: 'object',
          properties: {
            people: { type: 'array', items: { type: 'string' } },
            dates: { type: 'array', items: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } },
            amounts: { type: 'array', items: { type: 'string' } },
          },
          required: ['people', 'dates', 'amounts'],
        },
      },
    },
    {
      id: 'count',
      label: 'Count',
      parallel: true,
      input: { facts: 'stages.checked' },
      processor: {
        type: 'transform',
        expression: '{ "people": $count(facts.people), "dates": $count(facts.dates), "amounts": $count(facts.amounts) }',
      },
    },
  ],
  output: '{ "facts": stages.checked, "count": stages.count }',
}
