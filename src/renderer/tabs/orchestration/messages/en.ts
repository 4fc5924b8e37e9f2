import { formatPlural as plural } from '../../../../shared/format.ts'

/** Visible strings of the Orchestration tab. */
export const en = {
  title: 'Runs',
  openRun: 'Open run',

  // The list
  allRuns: 'All runs',
  search: 'Search runs',
  filter: 'Show',
  filters: { all: 'All', running: 'Running', waiting: 'Waiting for you', done: 'Done', failed: 'Failed' },
  columns: { run: 'Run', state: 'State', preset: 'Preset', started: 'Started', time: 'Time', cost: 'Cost' },
  loadingList: 'Reading the list of runs.',
  empty: {
    all: 'Every question that you ask is a run. It is listed here with its steps, its effects and its cost.',
    running: 'No run is going on.',
    waiting: 'No run waits for you.',
    done: 'No run is done yet.',
    failed: 'No run has failed or was stopped.',
  },
  nothingFound: (query: string) => `No run here is called “${query}”.`,
  ask: 'Ask a question',
  listFailed: 'Tutti could not read the list of runs.',
  untitled: 'Run without a title',
  count: (shown: number) => plural(shown, 'run', 'runs'),

  // States
  status: {
    running: 'Running',
    stopping: 'Stopping',
    waiting: 'Waits for you',
    paused: 'Paused',
    done: 'Done',
    failed: 'Failed',
    cancelled: 'Stopped',
    diverged: 'Diverged',
  },
  step: {
    waiting: 'Not started',
    ready: 'Queued',
    running: 'Running',
    done: 'Done',
    failed: 'Failed',
    skipped: 'Not needed',
    cancelled: 'Cancelled',
    dropped: 'Dropped from the plan',
    you: 'Waits for you',
  },

  // One run
  loading: 'Opening the run.',
  openFailed: 'Tutti could not open this run.',
  view: 'View of the run',
  views: { overview: 'Overview', effects: 'Effects', decisions: 'Decisions', cost: 'Cost', replay: 'Replay' },
  pause: 'Pause',
  unpause: 'Resume',
  stop: 'Stop run',
  fork: 'Fork',
  forkTitle: 'A new run from the same question',
  forkStart: 'From the start',
  forkBefore: (name: string) => `Again from ${name}`,
  forkAll: 'Keep all that is unchanged',
  forked: 'A new run has started. What came before is taken over and not paid again.',
  goOn: 'Go on in a new run',
  conversation: 'Open conversation',
  kept: (effects: number) =>
    effects === 0
      ? 'Nothing was finished before.'
      : `${plural(effects, 'finished effect is', 'finished effects are')} kept and not paid again.`,
  stoppedBy: 'This run was stopped.',
  stoppingNow: 'This run is being stopped. What it did outside of Tutti is undone first.',
  pausedNow: 'This run is paused. Calls in flight go on; nothing new starts until it is resumed.',
  resumed: (times: number) => (times === 1 ? 'Taken up again after an interruption.' : `Taken up again after ${times} interruptions.`),

  // Waits
  waitsForYou: 'Waits for you',
  waitKinds: {
    input: 'Your answer is needed',
    approval: 'Your approval is needed',
    timer: 'Waits for a time',
    'tool-in-doubt': 'A tool may have run',
    'compensation-failed': 'Could not be undone',
  },
  yourAnswer: 'Your answer',
  answer: 'Answer',
  until: (time: string) => `Until ${time}`,

  // Shared context
  context: 'Shared context',
  contextHits: (hits: number, asked: number) => `${hits} of ${asked} times the work was there already.`,
  contextEntry: (key: string, version: number) => (version === 1 ? key : `${key}, version ${version}`),
  contextScopes: { conversation: 'for this conversation', project: 'for the project', global: 'for every run' },
  contextOrigin: (by: string, from: readonly string[]) => (from.length === 0 ? `From ${by}` : `From ${by}, made of ${from.join(', ')}`),

  // Figures
  elapsed: 'Elapsed',
  took: 'Time',
  sequential: 'One after another',
  times: (factor: string) => `${factor}\u00a0×`,
  calls: 'Calls',
  callsRunning: (count: number) => `${count} running`,
  tokens: 'Tokens',
  effectsLabel: 'Effects',
  cost: 'Cost',
  ofBudget: (budget: string) => `of ${budget}`,

  // Graph
  graph: 'Graph',
  graphLabel: 'Steps of the run and what they wait for. Arrow keys move between steps.',
  graphList: 'Steps of the run, in words',
  criticalPath: 'critical path',
  question: 'Question',
  vote: 'Vote',
  answerStep: 'Answer',
  merge: 'Merge',
  agree: (agree: number, of: number) => `${agree} of ${of} agree`,
  aboutTime: (time: string) => `about ${time}`,
  afterSteps: (names: string) => `after ${names}`,
  onCriticalPath: 'on the critical path',
  tooLarge: (steps: number) =>
    `This run has ${plural(steps, 'step', 'steps')}, too many to draw. The timeline and the to-do list name them all.`,

  // Timeline
  timeline: 'Timeline',
  timelineLabel: 'What ran when',
  waitingKey: 'waiting',
  you: 'You',
  waited: (took: string, waited: string) => `${took}, waited ${waited}`,
  retried: (text: string, attempts: number) => `${text}, ${attempts} attempts`,
  stateAfter: (took: string, word: string) => `${took}, ${word.toLowerCase()}`,
  now: (time: string) => `Now ${time}`,
  ended: (time: string) => `Ended ${time}`,
  noTimeline: 'Nothing has started yet.',
  more: (rows: number) => `${plural(rows, 'more step', 'more steps')} not drawn.`,

  // To-do
  todo: 'To do',
  todoLeft: (share: string, left: string) => `${share}, about ${left} left`,
  askMembers: 'Ask the members',
  ofDone: (done: number, of: number) => `${done} of ${of}`,
  decideStep: {
    parallel: 'Bring the answers together',
    sequential: 'Accept an answer',
    voting: 'Compare the answers',
    cascade: 'Compare the answers',
    expert: 'Take the answer',
    computed: 'Give the result',
  },
  undoing: 'Undone',
  undo: { started: 'Being undone', done: 'Undone', failed: 'Could not be undone', handled: 'Settled by you' },

  // Decisions
  decisions: 'Decisions',
  latestDecisions: 'Latest decisions',
  allOf: (count: number) => `All ${count}`,
  noDecisions: 'Nothing was decided yet.',
  chosen: 'Chosen',
  among: (names: string) => `among ${names}`,

  // Effects
  effects: 'Effects',
  effectColumns: { path: 'Effect', kind: 'Kind', model: 'Model', ended: 'At', time: 'Time', tokens: 'Tokens', cost: 'Cost' },
  kinds: {
    model: 'Model call',
    tool: 'Tool',
    step: 'Code',
    child: 'Run inside',
    all: 'Fan-out',
    receive: 'Your answer',
    sleep: 'Timer',
  },
  noEffects: 'No effect has finished yet. Each call of a model or a tool is listed here with its input and output.',
  openAttempt: 'Under way',
  reserved: (money: string) => `${money} reserved`,
  effectFailed: 'Failed',
  input: 'Input',
  output: 'Output',
  attempts: 'Attempts',
  attemptStates: { open: 'Under way', done: 'Done', failed: 'Failed', cancelled: 'Cancelled', lost: 'Lost when Tutti ended' },
  attempt: (number: number) => `Attempt ${number}`,
  digest: 'Digest of the request',
  noInput: 'Not kept for this entry.',
  forkHere: 'Fork from here',
  forkHereNote: 'A new run keeps what came before this effect and makes it anew.',
  copyInput: 'Copy input',
  copyOutput: 'Copy output',
  noPrice: 'No price',

  // Cost
  costTable: 'Cost of each speaker',
  costColumns: {
    speaker: 'Speaker',
    provider: 'Provider',
    input: 'In',
    cache: 'Cache',
    output: 'Out',
    reasoning: 'Reasoning',
    dollars: '$',
  },
  sum: 'Total',
  mergeOf: (label: string) => `Merge, ${label}`,
  budget: (money: string) => `The limit of this run was ${money}.`,
  overrun: (money: string) => `Vendors billed ${money} more than was reserved.`,
  notPriced: (count: number) => `${plural(count, 'speaker has', 'speakers have')} no price and is not in the sum.`,
  noCost: 'Nothing was used yet.',
  estimated: 'Counted by Tutti, because the vendor did not report it.',
  otherCost: 'Other effects',

  // Said to screen readers
  announce: (title: string, status: string) => `${title}: ${status.toLowerCase()}`,
  announceSteps: (done: number, of: number) => `${done} of ${of} done`,
}
