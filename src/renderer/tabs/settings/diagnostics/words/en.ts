/** Strings of Settings › Diagnostics. */
export const en = {
  title: 'Diagnostics',
  intro: 'Tutti sends nothing anywhere by itself. What is here is for you, or for whom you give it to.',
  find: 'opentelemetry otlp traces spans collector observability log logs file report bug fault support copy',
  traces: 'Traces',
  tracesNote:
    'After each run its spans go to an OpenTelemetry collector: one for the run, each step and each call, with tokens, cost and time.',
  tracesSwitch: 'Send traces',
  endpoint: 'Collector',
  endpointNote: 'Its address for traces, OTLP over HTTP.',
  endpointRemedy: 'Write an address that starts with http:// or https://.',
  content: 'Words',
  contentNote: 'Titles and inputs of steps go along. Leave it off where others can read the traces.',
  contentSwitch: 'Send titles and inputs',
  report: 'Report',
  reportNote: 'Versions, providers and their states, settings and the newest lines of the log. No questions, no answers, no keys.',
  copyReport: 'Copy diagnostics',
}
