/** A unit as `base = value × factor + offset` of its dimension: g, ml, m, m/s, °C, s. */
export interface UnitEntry {
  readonly symbol: string
  readonly dimension: 'mass' | 'volume' | 'length' | 'speed' | 'temperature' | 'time'
  readonly factor: number
  readonly offset: number
  readonly system: 'metric' | 'imperial'
}

type Row = readonly [
  symbol: string,
  spellings: string,
  dimension: UnitEntry['dimension'],
  factor: number,
  system: UnitEntry['system'],
  offset?: number,
]

/** Exact by the international yard and pound; fluid measures are those of the United States. */
const ROWS: readonly Row[] = [
  ['°C', '°c celsius degc', 'temperature', 1, 'metric'],
  ['°F', '°f fahrenheit degf', 'temperature', 5 / 9, 'imperial', -160 / 9],
  ['K', 'k kelvin kelvins', 'temperature', 1, 'metric', -273.15],
  ['mg', 'mg', 'mass', 0.001, 'metric'],
  ['g', 'g gram grams', 'mass', 1, 'metric'],
  ['kg', 'kg kgs kilogram kilograms kilo kilos', 'mass', 1000, 'metric'],
  ['t', 't tonne tonnes', 'mass', 1e6, 'metric'],
  ['lb', 'lb lbs pound pounds', 'mass', 453.59237, 'imperial'],
  ['oz', 'oz ounce ounces', 'mass', 28.349523125, 'imperial'],
  ['ml', 'ml millilitre millilitres milliliter milliliters', 'volume', 1, 'metric'],
  ['cl', 'cl', 'volume', 10, 'metric'],
  ['l', 'l litre litres liter liters', 'volume', 1000, 'metric'],
  ['fl oz', 'floz', 'volume', 29.5735295625, 'imperial'],
  ['cup', 'cup cups', 'volume', 236.5882365, 'imperial'],
  ['pt', 'pt pint pints', 'volume', 473.176473, 'imperial'],
  ['gal', 'gal gallon gallons', 'volume', 3785.411784, 'imperial'],
  ['mm', 'mm millimetre millimetres millimeter millimeters', 'length', 0.001, 'metric'],
  ['cm', 'cm centimetre centimetres centimeter centimeters', 'length', 0.01, 'metric'],
  ['m', 'm metre metres meter meters', 'length', 1, 'metric'],
  ['km', 'km kilometre kilometres kilometer kilometers', 'length', 1000, 'metric'],
  ['in', 'in inch inches', 'length', 0.0254, 'imperial'],
  ['ft', 'ft foot feet', 'length', 0.3048, 'imperial'],
  ['yd', 'yd yard yards', 'length', 0.9144, 'imperial'],
  ['mi', 'mi mile miles', 'length', 1609.344, 'imperial'],
  ['s', 's sec secs second seconds', 'time', 1, 'metric'],
  ['min', 'min mins minute minutes', 'time', 60, 'metric'],
  ['h', 'h hr hrs hour hours', 'time', 3600, 'metric'],
  ['d', 'd day days', 'time', 86_400, 'metric'],
  ['wk', 'wk week weeks', 'time', 604_800, 'metric'],
  ['m/s', 'm/s', 'speed', 1, 'metric'],
  ['km/h', 'km/h kmh kph', 'speed', 1 / 3.6, 'metric'],
  ['mph', 'mph', 'speed', 0.44704, 'imperial'],
]

const BY_SPELLING = new Map<string, UnitEntry>(
  ROWS.flatMap(([symbol, spellings, dimension, factor, system, offset = 0]) =>
    spellings.split(' ').map((word) => [word, { symbol, dimension, factor, system, offset }] as const),
  ),
)

/** Words with one spelling a unit: "fl oz", "degrees Fahrenheit" and "miles per hour" become one word each. */
export function joinUnitWords(text: string): string {
  return text
    .replace(/\bfl(?:uid)?\.?\s*(?:oz|ounces?)\b/gi, 'floz')
    .replace(/°\s*([CF])\b/g, '°$1')
    .replace(/\bdegrees?\s+(celsius|fahrenheit)\b/gi, '$1')
    .replace(/\bmiles? (?:per|an) hour\b/gi, 'mph')
    .replace(/\bkilomet(?:re|er)s? (?:per|an) hour\b/gi, 'km/h')
    .replace(/\bmet(?:re|er)s? (?:per|a) second\b/gi, 'm/s')
}

export function unitEntry(word: string): UnitEntry | undefined {
  return BY_SPELLING.get(word.toLowerCase())
}

export function toBase(value: number, unit: UnitEntry): number {
  return value * unit.factor + unit.offset
}

export function fromBase(base: number, unit: UnitEntry): number {
  return (base - unit.offset) / unit.factor
}

const READABLE: Record<UnitEntry['system'], Record<UnitEntry['dimension'], readonly (readonly [atLeast: number, symbol: string])[]>> = {
  metric: {
    mass: [
      [1000, 'kg'],
      [1, 'g'],
      [0, 'mg'],
    ],
    volume: [
      [1000, 'l'],
      [0, 'ml'],
    ],
    length: [
      [1000, 'km'],
      [1, 'm'],
      [0.01, 'cm'],
      [0, 'mm'],
    ],
    speed: [[0, 'km/h']],
    time: [[0, 'min']],
    temperature: [[Number.NEGATIVE_INFINITY, '°C']],
  },
  imperial: {
    mass: [
      [453.59237, 'lb'],
      [0, 'oz'],
    ],
    volume: [
      [3785.411784, 'gal'],
      [0, 'floz'],
    ],
    length: [
      [1609.344, 'mi'],
      [0.3048, 'ft'],
      [0, 'in'],
    ],
    speed: [[0, 'mph']],
    time: [[0, 'min']],
    temperature: [[Number.NEGATIVE_INFINITY, '°F']],
  },
}

/** The unit of a system in which an amount is usually written. */
export function readableUnit(base: number, dimension: UnitEntry['dimension'], system: UnitEntry['system']): UnitEntry | undefined {
  const size = dimension === 'temperature' ? base : Math.abs(base)
  const symbol = READABLE[system][dimension].find(([atLeast]) => size >= atLeast)?.[1]
  return symbol === undefined ? undefined : unitEntry(symbol)
}
