/** Visible strings of the Settings tab. */
export const settingsMessages = {
  title: 'Settings',
}
