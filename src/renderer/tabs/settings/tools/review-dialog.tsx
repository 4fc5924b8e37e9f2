import type { McpServerView, McpVariable } from '../../../../shared/tool.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { commandLine } from './command-line.ts'
import { t } from './words.ts'

type ReviewDialogProps = {
  readonly server: McpServerView
  readonly open: boolean
  readonly onClose: () => void
  readonly onApprove: () => void
}

const exact = 'max-h-48 overflow-auto rounded-control bg-chrome px-2.5 py-1.5 font-mono text-12 whitespace-pre-wrap text-ink wrap-anywhere'

/** All that an approval covers, word for word; of variables the names, for their values are kept like keys. */
export function ReviewDialog({ server, open, onClose, onApprove }: ReviewDialogProps) {
  const { transport, name } = server
  const missing = transport.type === 'stdio' ? transport.variables.filter(({ known }) => !known).map((variable) => variable.name) : []
  return (
    <Dialog
      open={open}
      title={t.reviewTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="main" disabled={missing.length > 0} onClick={onApprove}>
            {t.approve}
          </Button>
        </>
      }
    >
      <div className="grid gap-2">
        {transport.type === 'http' ? (
          <>
            <p>{t.reviewAddress}</p>
            <pre className={exact}>{transport.url}</pre>
          </>
        ) : (
          <>
            <p>{t.reviewProgram}</p>
            <pre className={exact}>{commandLine(transport)}</pre>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
              <dt>{t.reviewCwd}</dt>
              <dd className="font-mono text-12 leading-5 text-ink">{transport.cwd ?? t.reviewOwnFolder}</dd>
              <dt>{t.reviewEnv}</dt>
              <dd className="font-mono text-12 leading-5 whitespace-pre-wrap text-ink wrap-anywhere">
                {transport.variables.map(shown).join('\n') || t.reviewNone}
              </dd>
            </dl>
            {missing.length > 0 && <p className="text-12 text-pretty text-bad">{t.reviewMissing(missing.join(', '))}</p>}
          </>
        )}
        <p className="text-12">{t.reviewNote}</p>
      </div>
    </Dialog>
  )
}

function shown({ name, ending }: McpVariable): string {
  return `${name}=••••${ending ?? ''}`
}
