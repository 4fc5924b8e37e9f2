import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp } from '../../../state/use-session.ts'
import { ServerForm } from './server-form.tsx'
import { ServerItem } from './server-item.tsx'
import { t } from './words.ts'

/** Servers of the Model Context Protocol. */
export function ServersPart() {
  const servers = useApp((app) => app.tools.servers)
  const [adding, setAdding] = useState(false)
  return (
    <section aria-label={t.servers} data-setting={t.servers} className="rounded-sheet">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="font-semibold">{t.servers}</h3>
          <p className="text-12 text-pretty text-ink-2">{t.serversIntro}</p>
        </div>
        {!adding && (
          <Button onClick={() => setAdding(true)}>
            <Plus size={14} aria-hidden />
            {t.add}
          </Button>
        )}
      </div>
      <Sheet>
        {adding && <ServerForm taken={servers.map(({ id }) => id)} onClose={() => setAdding(false)} />}
        {servers.length === 0 && !adding && <p className="px-4.5 py-4 text-ink-2">{t.noServers}</p>}
        <ul>
          {servers.map((server) => (
            <ServerItem key={server.id} server={server} />
          ))}
        </ul>
      </Sheet>
    </section>
  )
}
