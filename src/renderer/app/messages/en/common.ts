/** Strings that several places share. */
export const common = {
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  undo: 'Undo',
  retry: 'Try again',
  demo: 'Demo · simulated',
  unknown: '–',
  removeNamed: (name: string) => `Remove ${name}`,
  linkTitle: (host: string) => `Open ${host}?`,
  linkBody: 'This link came from a model. It opens in a new window:',
  linkOpen: (host: string) => `Open ${host}`,
  imageLink: (host: string, alt: string) => (alt === '' ? `Image on ${host}, not loaded` : `Image “${alt}” on ${host}, not loaded`),
  imageInline: (alt: string) => (alt === '' ? 'Image, not shown' : `Image “${alt}”, not shown`),
  copied: 'Copied.',
  copyFailed: 'The browser did not allow copying. Select the text and copy it with the keyboard.',
  copyCode: 'Copy code',
}
