import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { PRICE_COLUMN, WIDE_ONLY } from './model-cells.ts'

const t = m.settings.models
const HEAD = 'bg-sheet px-1.5 font-normal'

/** The headings; those of figures stand right, as the figures do. */
export function ModelHead() {
  return (
    <tr className="h-8 text-12 text-ink-3">
      <th scope="col" className={classNames(HEAD, 'w-14 pl-4 text-left @max-[44rem]:pl-3')}>
        {t.on}
      </th>
      <th scope="col" className={classNames(HEAD, 'text-left')}>
        {t.model}
      </th>
      <th scope="col" className={classNames(HEAD, 'w-24 text-right', WIDE_ONLY)}>
        {t.context}
      </th>
      <th scope="col" className={classNames(HEAD, 'w-22 text-right', PRICE_COLUMN)}>
        {t.input}
      </th>
      <th scope="col" className={classNames(HEAD, 'w-22 text-right', PRICE_COLUMN)}>
        {t.output}
      </th>
      <th scope="col" className={classNames(HEAD, 'w-32 text-left', WIDE_ONLY)}>
        {t.source}
      </th>
      <th scope="col" className={classNames(HEAD, 'w-12')}>
        <span className="sr-only">{t.actions}</span>
      </th>
    </tr>
  )
}
