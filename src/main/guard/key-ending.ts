/** The last four characters, by which a user tells keys apart; null for a key so short that they would give it away. */
export function keyEnding(key: string): string | null {
  return key.length >= 12 ? key.slice(-4) : null
}
