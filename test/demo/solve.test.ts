import { describe, expect, it } from 'vitest'
import { solve } from '../../src/main/demo/solve.ts'

describe('D8 what the demo members compute', () => {
  it.each([
    // arithmetic
    ['What is 17 % of 2,340?', '397.8'],
    ['what is 12 × (3 + 4)^2', '588'],
    ['-2^2', '-4'],
    ['2^3^2', '512'],
    ['Calculate 1,234.5 * 2', '2,469'],
    ['200 + 10 %', '220'],
    ['What is 0.1 + 0.2?', '0.3'],
    ['What is the square root of 144?', '12'],
    ['seven minus', null],
    ['What is 7 divided by 0?', 'undefined'],
    ['What is the sum of 3, 5 and 9?', '17'],
    ['What is the average of 3, 4 and 8?', '5'],
    ['Product of 1,000 and 3', '3,000'],
    ['what is half of 90', '45'],
    ['Was ist 23 mal 7?', '161'],
    // units
    ['Convert 68 °F, 5 lb 3 oz and 12 fl oz to metric units.', '20 °C, 2.353 kg, 354.9 ml'],
    ['How many km are 26.2 miles?', '42.16 km'],
    ['What is 100 °C in Fahrenheit?', '212 °F'],
    ['Convert −40 °F to °C', '-40 °C'],
    ['Convert 300 K to °C', '26.85 °C'],
    ['60 mph in km/h', '96.56 km/h'],
    ['What is 5 miles in km and 3 kg in lb?', '8.047 km, 6.614 lb'],
    ['Convert 6 ft 2 in to cm', '188 cm'],
    ['Convert 2 cups to ml', '473.2 ml'],
    ['Convert 10 kg', '22.05 lb'],
    ['How many minutes are 2 h 38 min?', '158 min'],
    // times
    ['A train leaves at 14:47 and takes 2 h 38 min. When does it arrive?', '17:25'],
    ['A train leaves at 23:10 and takes 90 minutes. When does it arrive?', '00:40 the next day'],
    ['The film starts at 8:15 pm and lasts two hours and 10 minutes. When does it end?', '10:25 pm'],
    ['I must arrive at 9:00 and it takes 45 minutes. When must I leave?', '08:15'],
    ['How long is it from 22:15 to 06:40?', '8 h 25 min'],
    // dates
    ['How many days lie between 28 February 2024 and 1 May 2024?', '63 days'],
    ['How many days are there from May 1, 2024 back to 2024-02-28?', '63 days'],
    ['How many days lie between 28 February 2023 and 1 May 2023?', '62 days'],
    ['What weekday is 1 May 2024?', 'Wednesday'],
    ['What day of the week was 20 July 1969?', 'Sunday'],
    ['What date is 45 days after 28 February 2024?', '13 April 2024'],
    ['What date is 1 month after 31 January 2024?', '29 February 2024'],
    ['What date is 2 weeks before 5 January 2024?', '22 December 2023'],
    ['Is 2100 a leap year?', 'No'],
    ['Is 2000 a leap year?', 'Yes'],
    // puzzles
    ['Ann is taller than Ben, Ben taller than Cem. Who is shortest?', 'Cem'],
    ['Mia is younger than Noah. Noah is younger than Olga. Who is the oldest?', 'Olga'],
    ['Ann is taller than Ben. Ann is taller than Cem. Who is shortest?', 'cannot be told'],
    ['Tom is faster than Uwe, Uwe is slower than Vic, and Vic is faster than Tom. Who is fastest?', 'Vic'],
    ['All roses are flowers. All flowers are plants. Are all roses plants?', 'Yes'],
    ['All roses are flowers. All flowers are plants. Are all plants roses?', 'No'],
    ['All men are mortal. Socrates is a man. Is Socrates mortal?', 'Yes'],
    ['No cats are dogs. All poodles are dogs. Are any cats poodles?', 'No'],
    ['What comes next: 2, 4, 8, 16?', '32'],
    ['Continue the sequence 1, 1, 2, 3, 5, 8', '13'],
    ['What is the next number: 1, 4, 9, 16', '25'],
    ['What is the next number: 10, 7, 4', '1'],
    // as they are asked every day
    ['What is a 15 % tip on 42?', '6.3'],
    ['What is 20 % off 80?', '64'],
    ['What is 3/4 of 200?', '150'],
    ['What is two thirds of 90?', '60'],
    ['Split 87.50 by 4', '21.875'],
    ['Subtract 8 from 20', '12'],
    ['How many hours are in a week?', '168 h'],
    ['How many grams in an ounce?', '28.35 g'],
    ['How tall is 180 cm in feet?', '5.906 ft'],
    ['What is 72 F in C?', '22.22 °C'],
    ['How many days from 1 May to 9 June 2024?', '39 days'],
    ['What day was 14 July 1789?', 'Tuesday'],
    // in German
    ['Was ist 17 % von 2.340?', '397.8'],
    ['Was ist 2,5 mal 4?', '10'],
    ['Was ist die Wurzel aus 144?', '12'],
    ['Wie viele Tage sind es vom 28. Februar 2024 bis zum 1. Mai 2024?', '63 days'],
    ['Welcher Wochentag ist der 24. Dezember 2026?', 'Thursday'],
    ['Welches Datum ist 45 Tage nach dem 28. Februar 2024?', '13 April 2024'],
    ['Rechne 68 °F, 5 lb 3 oz und 12 fl oz in metrische Einheiten um.', '20 °C, 2.353 kg, 354.9 ml'],
    ['Wie viele Kilometer sind 26,2 Meilen?', '42.16 km'],
    ['Ein Zug fährt um 14:47 Uhr ab und braucht 2 h 38 min. Wann kommt er an?', '17:25'],
    ['Ist 2100 ein Schaltjahr?', 'No'],
    ['Welche Zahl kommt als nächste: 2, 4, 8, 16?', '32'],
    // in French
    ['Combien font 17 % de 2 340 ?', '397.8'],
    ['Combien font 2,5 fois 4 ?', '10'],
    ['Combien de jours y a-t-il du 28 février 2024 au 1er mai 2024 ?', '63 days'],
    ['Quel jour était le 14 juillet 1789 ?', 'Tuesday'],
    ['Convertissez 68 °F en Celsius', '20 °C'],
    ['Combien de kilomètres font 26,2 miles ?', '42.16 km'],
    ['Un train part à 14:47 et met 2 h 38 min. À quelle heure arrive-t-il ?', '17:25'],
    ['2100 est-elle une année bissextile ?', 'No'],
    // everything else
    ['Wie heißt die Hauptstadt von Frankreich?', null],
    ['Quelle est la capitale de la France ?', null],
    ['How long is the Nile?', null],
    ['What is the capital of France?', null],
    ['Write a 3-5 page essay on 1848.', null],
    ['Who wrote War and Peace?', null],
    ['How many hours do I sleep in 3 days?', null],
    ['Call me at 14:47.', null],
    ['I lived in Rome from 3 May 2001 on.', null],
    ['', null],
    ['42', null],
    [`${'('.repeat(5000)}1`, null],
    [`What is ${'('.repeat(300)}1${')'.repeat(300)}?`, null],
  ])('%j: %j', (question, result) => {
    expect(solve(question)?.right.result ?? null).toBe(result)
  })

  it('offers slips that differ from the right result', () => {
    for (const question of [
      'What is 17 × 23?',
      'A train leaves at 14:47 and takes 2 h 38 min. When does it arrive?',
      'Is 2100 a leap year?',
    ]) {
      const found = solve(question)
      expect(found?.slips.length).toBeGreaterThan(0)
      expect(found?.slips.map(({ result }) => result)).not.toContain(found?.right.result)
    }
  })
})

describe('F6 numbers as words', () => {
  it.each([
    ['How many days are in nine weeks?', '63'],
    ['How many hours are twenty-one days?', '504'],
  ])('%s', (question, result) => {
    expect(solve(question)?.right.result).toContain(result)
  })
})
