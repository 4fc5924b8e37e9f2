import type { Stage } from '../../../../shared/pipeline.ts'

/** What a stage is called on the page. */
export function stageName({ id, label }: Pick<Stage, 'id' | 'label'>): string {
  return label === undefined || label.trim() === '' ? id : label
}
