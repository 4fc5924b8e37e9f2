import { ChevronUp, Pencil } from 'lucide-react'
import { formatTokens } from '../../../../shared/format.ts'
import type { ModelInfo } from '../../../../shared/model.ts'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Switch } from '../../../components/switch.tsx'
import { useSession } from '../../../state/use-session.ts'
import { CELL, PRICE_COLUMN, PRICE_LINE, WIDE_ONLY } from './model-cells.ts'
import { perMillion, priceSource } from './price-text.ts'

const t = m.settings.models

/** Where the focus goes back to once the price is closed. */
export function priceButtonId(ref: ModelInfo['ref']): string {
  return `price of ${ref}`
}

type ModelRowProps = { readonly model: ModelInfo; readonly open: boolean; readonly onToggle: () => void }

/** The cells of one model: on or off, its name and id, its context window, what it costs and who says so. */
export function ModelRow({ model, open, onToggle }: ModelRowProps) {
  const { client, attempt } = useSession()
  const { price } = model
  const unpriced = model.simulated ? m.common.demo : price === null ? t.noPrice : t.free
  return (
    <>
      <td className={classNames(CELL, 'pl-4 @max-[44rem]:pl-3')}>
        <span className="flex">
          <Switch
            label={t.switchOn(model.label)}
            checked={model.enabled}
            onChange={(enabled) => void attempt(client.models.setEnabled({ refs: [model.ref], enabled }))}
          />
        </span>
      </td>
      <td className={classNames(CELL, 'max-w-0')}>
        <span className="block truncate font-medium" title={model.label}>
          {model.label}
        </span>
        <span className="block truncate font-mono text-11 text-ink-3" title={model.ref}>
          {model.ref}
        </span>
        <span className={classNames('block truncate text-12 text-ink-2', PRICE_LINE)}>
          {price === null || price.source === 'free'
            ? unpriced
            : t.bothPrices(perMillion(price.inputPerMillion), perMillion(price.outputPerMillion))}
        </span>
      </td>
      <td className={classNames(CELL, 'figures text-right text-ink-2', WIDE_ONLY)}>
        {model.contextWindow === null ? t.unknown : formatTokens(model.contextWindow)}
      </td>
      {price === null || price.source === 'free' ? (
        <td colSpan={2} className={classNames(CELL, 'text-right text-ink-2', PRICE_COLUMN)}>
          {unpriced}
        </td>
      ) : (
        <>
          <td className={classNames(CELL, 'figures text-right', PRICE_COLUMN)}>{perMillion(price.inputPerMillion)}</td>
          <td className={classNames(CELL, 'figures text-right', PRICE_COLUMN)}>{perMillion(price.outputPerMillion)}</td>
        </>
      )}
      <td className={classNames(CELL, 'figures truncate text-12 text-ink-2', WIDE_ONLY)}>
        {price === null || model.simulated ? '' : priceSource(price)}
      </td>
      <td className={classNames(CELL, 'pr-2.5')}>
        {!model.simulated && (
          <IconButton
            id={priceButtonId(model.ref)}
            label={open ? t.closePrice(model.label) : t.editPrice(model.label)}
            aria-expanded={open}
            onClick={onToggle}
            className="align-middle"
          >
            {open ? <ChevronUp size={16} aria-hidden /> : <Pencil size={14} aria-hidden />}
          </IconButton>
        )}
      </td>
    </>
  )
}
