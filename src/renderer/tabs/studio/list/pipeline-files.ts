/** What a pipeline file may be called. */
export const PIPELINE_FILES = '.yaml,.yml,.json'
