import { CSPProvider } from '@base-ui/react/csp-provider'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { createSession } from './state/session.ts'
import { connect } from './state/transport.ts'
import { SessionContext } from './state/use-session.ts'

const { client, connection } = connect()
const session = createSession(client, connection)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    // The page's policy refuses inline styles, so the kit is told to make none.
    <CSPProvider disableStyleElements>
      <SessionContext value={session}>
        <App />
      </SessionContext>
    </CSPProvider>,
  )
}
