import { type ComponentProps, useState } from 'react'
import { TableVirtuoso } from 'react-virtuoso'
import type { ModelInfo } from '../../../../shared/model.ts'
import { m } from '../../../app/messages.ts'
import { Sheet } from '../../../components/sheet.tsx'
import { ModelHead } from './model-head.tsx'
import { ModelRow, priceButtonId } from './model-row.tsx'
import { PriceEditor } from './price-editor.tsx'

/** A model's row, or the price that is edited below it. */
type Line = { readonly model: ModelInfo; readonly editor: boolean }

const COMPONENTS = {
  Table: (props: ComponentProps<'table'>) => (
    <table {...props} aria-label={m.settings.models.table} className="w-full table-fixed border-separate border-spacing-0" />
  ),
}

/** Models under their headings; only the rows in view are mounted, since a vendor may list hundreds. */
export function ModelTable({ models }: { readonly models: readonly ModelInfo[] }) {
  const [open, setOpen] = useState<ModelInfo['ref'] | null>(null)
  const close = (ref: ModelInfo['ref']) => {
    setOpen(null)
    document.getElementById(priceButtonId(ref))?.focus()
  }
  const lines = models.flatMap((model): Line[] =>
    model.ref === open
      ? [
          { model, editor: false },
          { model, editor: true },
        ]
      : [{ model, editor: false }],
  )
  return (
    <Sheet className="mb-6 min-h-72 flex-1 overflow-hidden">
      <TableVirtuoso
        data={lines}
        components={COMPONENTS}
        fixedHeaderContent={ModelHead}
        computeItemKey={(_index, { model, editor }) => (editor ? `${model.ref} price` : model.ref)}
        itemContent={(_index, { model, editor }) =>
          editor ? (
            <td colSpan={7}>
              <PriceEditor model={model} onClose={() => close(model.ref)} />
            </td>
          ) : (
            <ModelRow model={model} open={model.ref === open} onToggle={() => setOpen(model.ref === open ? null : model.ref)} />
          )
        }
        increaseViewportBy={200}
      />
    </Sheet>
  )
}
