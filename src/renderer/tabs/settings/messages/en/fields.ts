/** What is wrong with something typed: the field, the value, the remedy. */
export const fieldMessages = {
  notAnAmount: (label: string, text: string) => `${label}: “${text}” is not an amount. Write dollars with a point, for example 5.00.`,
  tooFine: (label: string, text: string) => `${label}: “${text}” has more than six decimals. The smallest step is $0.000001.`,
  tooMuch: (label: string, text: string) => `${label}: “${text}” is more than Tutti can count. Write less than 1000000000.`,
  notANumber: (label: string, text: string) => `${label}: “${text}” is not a number. Write one with a point, for example 0.7.`,
  notWhole: (label: string, text: string) => `${label}: “${text}” is not a whole number. Write it without a fraction.`,
  tooSmall: (label: string, text: string, least: string) => `${label}: “${text}” is too little. Write ${least} or more.`,
  tooBig: (label: string, text: string, most: string) => `${label}: “${text}” is too much. Write ${most} or less.`,
  missing: (label: string) => `${label} is empty. Write a number.`,
  tooLong: (label: string, length: string, most: string) => `${label}: ${length} characters are too many. Shorten it to ${most}.`,
  wrong: (label: string, text: string, remedy: string) => `${label}: “${text}” cannot be used. ${remedy}`,
}
