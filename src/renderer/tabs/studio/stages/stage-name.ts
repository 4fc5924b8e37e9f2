import type { Stage } from '../../../../shared/pipeline.ts'

/** What a stage is called on the page: its name, else its id in words ("draft_reply" is "Draft reply"). */
export function stageName({ id, label }: Pick<Stage, 'id' | 'label'>): string {
  return label === undefined || label.trim() === '' ? `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('_', ' ')}` : label
}
