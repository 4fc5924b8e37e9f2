import './app/zod-without-eval.ts'
import './theme/theme.css'
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
    <SessionContext value={session}>
      <App />
    </SessionContext>,
  )
}
