import { Component, type ReactNode } from 'react'
import { Button } from '../components/button.tsx'
import { ErrorNote } from '../components/error-note.tsx'
import { m } from './messages.ts'

type TabBoundaryProps = { readonly title: string; readonly children: ReactNode }

/** A fault in one tab stays in that tab. */
export class TabBoundary extends Component<TabBoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="m-auto max-w-[30rem] p-6">
        <ErrorNote
          role="alert"
          what={m.shell.failedTab(this.props.title)}
          kept={m.shell.failedTabKept}
          action={
            <Button small onClick={() => this.setState({ failed: false })}>
              {m.shell.reload}
            </Button>
          }
        />
      </div>
    )
  }
}
