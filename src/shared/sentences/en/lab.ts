/** What is wrong with a line of a data set. */
export const lab = {
  'lab.no-match': 'No recorded answer matches the expected answer “{text}”.',
  'lab.same-id': 'The id “{id}” stands on line {line} already.',
  'lab.no-such-question': 'The data set has no question “{text}”.',
  'lab.whose-answer': 'The line does not say which question, or which model.',
  'lab.neither-true': '“{text}” is neither true nor false; the answer is compared.',
  'lab.other-encoding': 'The line is not UTF-8 as the others are; it was read as Windows-1252.',
  'lab.no-question': 'The line has no question.',
  'lab.no-expected': 'The line has no expected answer.',
  'lab.unreadable': 'The line cannot be read.',
  'lab.no-object': 'The line is no JSON object.',
  'lab.other-width': 'The line has {values} values and the first line {columns}.',
  'lab.broken-off': 'From this line on the file cannot be read: {why}',
} as const
