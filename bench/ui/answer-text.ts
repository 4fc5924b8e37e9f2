const PARTS = [
  '## What the figures say\n\nThe harbour took **312 ships** in the first year and *twice as many* in the third, of which `two in nine` carried grain.',
  '- A list of what was unloaded:\n- wine, oil and glass\n- timber from the north, [measured](https://example.org/measure) at the gate\n- cloth',
  '```ts\nexport function tally(ships: readonly Ship[]): number {\n  return ships.reduce((sum, ship) => sum + ship.tons, 0)\n}\n```',
  'The clerk wrote each of them down, with the name of the captain, the day and the toll; where the name was not known he wrote where the ship came from.',
  '| Year | Ships | Tons |\n| --- | ---: | ---: |\n| 1 | 312 | 9,400 |\n| 2 | 480 | 15,020 |\n| 3 | 640 | 21,310 |',
  '1. Count what is in the harbour.\n2. Take off what leaves by noon.\n3. Write down the rest, and **say so** where a number is a guess.',
]

/** Markdown as models write it: headings, lists, code, tables; `characters` long. */
export function answerText(characters: number, turn = 0): string {
  let text = ''
  for (let part = turn; text.length < characters; part += 1) text += `${PARTS[part % PARTS.length]}\n\n`
  return text.slice(0, characters)
}
