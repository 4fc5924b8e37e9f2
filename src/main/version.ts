import manifest from '../../package.json' with { type: 'json' }

/** Of this build, from package.json. */
export const APP_VERSION: string = manifest.version
