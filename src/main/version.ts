import { version } from '../../package.json'

/** Of this build, from package.json. */
export const APP_VERSION: string = version
