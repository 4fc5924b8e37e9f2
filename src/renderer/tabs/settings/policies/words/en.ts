/** Strings of Settings › Policies. */
export const en = {
  title: 'Policies',
  intro: 'What may leave this computer. Every question, file and tool call is judged before it is sent, for the one who would get it.',
  find: 'policy guardian privacy confidential offline local secret key token password word phrase block data protection leave',
  reach: 'Who may be asked',
  reachNote: {
    anywhere: 'All providers that are on.',
    'this-computer': 'Models on this computer and the built-in members. Tools that reach the network are held back too.',
  },
  anywhere: 'Anyone',
  thisComputer: 'This computer only',
  secrets: 'Secrets',
  secretsNote: {
    stop: 'A request that holds what looks like a key, a token or a private key is not sent. The keys you keep here are recognised too.',
    pass: 'Keys, tokens and private keys in a question are sent as they are.',
  },
  stop: 'Hold back',
  pass: 'Let pass',
  phrases: 'Words that stay here',
  phrasesHint: 'One a line',
  phrasesNote: 'A request that holds one of them is not sent. Capitals make no difference. Local models may read them.',
  phrasesRemedy: 'A word has 2 to 200 characters, and there are at most 500.',
}
