/** Question, right answer, kind of task: things that the built-in members compute, not all of them right. */
const QUESTIONS: readonly (readonly [question: string, expected: string, taskType: string])[] = [
  ['What is 17 * 23?', '391', 'math'],
  ['What is 144 / 12 + 7?', '19', 'math'],
  ['What is 15 % of 240?', '36', 'math'],
  ['What is 3 to the power of 7?', '2187', 'math'],
  ['What is 1001 - 387?', '614', 'math'],
  ['What is (14 + 6) * 9 - 25?', '155', 'math'],
  ['What is 2.5 * 48?', '120', 'math'],
  ['What is 99 * 101?', '9999', 'math'],
  ['What is the square root of 1764?', '42', 'math'],
  ['What is 7 * 8 * 9?', '504', 'math'],
  ['What is 1234 + 5678?', '6912', 'math'],
  ['What is 4096 / 64?', '64', 'math'],
  ['What is 12 % of 850?', '102', 'math'],
  ['What is 81 - 27 / 3?', '72', 'math'],
  ['A train leaves at 14:47 and takes 2 h 38 min. When does it arrive?', '17:25', 'math'],
  ['A film starts at 20:15 and takes 1 h 52 min. When does it end?', '22:07', 'math'],
  ['A bus leaves at 06:38 and takes 47 min. When does it arrive?', '07:25', 'math'],
  ['How many days lie between 28 February 2024 and 1 May 2024?', '63', 'facts'],
  ['How many days lie between 3 March 2023 and 17 June 2023?', '106', 'facts'],
  ['How many days lie between 24 December 2025 and 1 April 2026?', '98', 'facts'],
  ['What day of the week was 14 July 1789?', 'Tuesday', 'facts'],
  ['What day of the week was 20 July 1969?', 'Sunday', 'facts'],
  ['What day of the week was 29 February 2000?', 'Tuesday', 'facts'],
  ['What day of the week was 1 January 2026?', 'Thursday', 'facts'],
  ['Convert 68 °F to °C.', '20 °C', 'math'],
  ['Convert 5 km to m.', '5000 m', 'math'],
  ['Convert 2.5 h to min.', '150 min', 'math'],
  ['Convert 10 kg to g.', '10000 g', 'math'],
  ['Convert 212 °F to °C.', '100 °C', 'math'],
  ['Convert 3 ft to in.', '36 in', 'math'],
  ['What comes next: 2, 4, 8, 16?', '32', 'math'],
  ['What comes next: 3, 7, 11, 15?', '19', 'math'],
  ['What comes next: 1, 4, 9, 16?', '25', 'math'],
  ['What comes next: 1, 1, 2, 3, 5, 8?', '13', 'math'],
  ['Anna is taller than Ben. Ben is taller than Clara. Who is the tallest?', 'Anna', 'facts'],
  ['Oslo is colder than Rome. Rome is colder than Cairo. Which is the warmest?', 'Cairo', 'facts'],
  ['A shirt costs 40 euros and is reduced by 15 %. What does it cost now?', '34', 'math'],
  ['6 apples cost 3 euros. What do 10 apples cost?', '5', 'math'],
  ['How many seconds are there in 2 hours?', '7200', 'math'],
]

/** A data set to try the Lab with, as the file that somebody would import. */
export function exampleFile(name: string): File {
  const lines = QUESTIONS.map(([question, expected, taskType]) => JSON.stringify({ question, expected, task_type: taskType }))
  return new File([lines.join('\n')], `${name}.jsonl`, { type: 'application/jsonl' })
}
