export const appearanceMessages = {
  intro: 'Applies at once, in every window.',
  theme: 'Theme',
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  textSize: 'Text size',
  size: (percent: number) => `${percent}\u00a0%`,
  smaller: 'Smaller text',
  larger: 'Larger text',
  reset: 'Reset',
}
