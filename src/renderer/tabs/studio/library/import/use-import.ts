import { useEffect, useRef, useState } from 'react'
import type { ImportFile, ImportPreview } from '../../../../../shared/library.ts'
import { m } from '../../../../app/messages.ts'
import { callError } from '../../../../state/call-error.ts'
import { useSession } from '../../../../state/use-session.ts'
import { w } from '../words.ts'
import { type ChosenFile, canHold } from './chosen-files.ts'
import { bytesSent, MOST_TOGETHER, type SentFile, sentFiles, sentText } from './sent-files.ts'

const t = w.import
/** The core takes no more in one go. */
const MOST_FILES = 500

type ImportState =
  | { readonly step: 'choose'; readonly problem: string | null }
  | { readonly step: 'reading'; readonly words: string }
  | { readonly step: 'preview'; readonly preview: ImportPreview }

/** An import from its files over what they would become to what was added. Nothing is in use before `confirm`. */
export function useImport(onDone: () => void) {
  const { client, attempt, toasts } = useSession()
  const [state, setState] = useState<ImportState>({ step: 'choose', problem: null })
  const stop = useRef(new AbortController())
  const shown = useRef<string | null>(null)
  useEffect(() => {
    stop.current = new AbortController()
    return () => {
      stop.current.abort(new Error('The import was left.'))
      if (shown.current !== null) client.library.discard({ id: shown.current }).catch(() => {})
    }
  }, [client])

  const look = async (words: string, work: (signal: AbortSignal) => Promise<ImportPreview>) => {
    const { signal } = stop.current
    setState({ step: 'reading', words })
    try {
      const preview = await work(signal)
      signal.throwIfAborted()
      shown.current = preview.id
      setState({ step: 'preview', preview })
    } catch (thrown) {
      if (!signal.aborted) setState({ step: 'choose', problem: callError(thrown).message })
    }
  }
  const inspect = (files: SentFile[], signal: AbortSignal) => client.library.inspect({ files }, { signal })

  return {
    state,
    inspectFiles: (all: readonly ChosenFile[]) => {
      const usable = all.filter(({ path }) => canHold(path))
      if (usable.length === 0) return setState({ step: 'choose', problem: t.nothing })
      if (usable.length > MOST_FILES || bytesSent(usable) > MOST_TOGETHER) return setState({ step: 'choose', problem: t.tooMuch })
      void look(t.reading(usable.length), async (signal) => {
        const preview = await inspect(await sentFiles(usable, signal), signal)
        return { ...preview, leftOut: preview.leftOut + all.length - usable.length }
      })
    },
    inspectText: (name: string, text: string) => void look(t.inspecting, async (signal) => inspect([await sentText(name, text)], signal)),
    inspectPath: (path: string) => void look(t.inspecting, (signal) => client.library.inspect({ path }, { signal })),
    cancel: () => {
      if (shown.current !== null) void attempt(client.library.discard({ id: shown.current }))
      shown.current = null
      setState({ step: 'choose', problem: null })
    },
    confirm: async (files: readonly ImportFile[]) => {
      if (state.step !== 'preview') return
      // Texts that give way, so that they can come back.
      const given: SentFile[] = []
      for (const { kind, name, replaces } of files) {
        if (kind === null || replaces !== 'own') continue
        const old = await attempt(client.library.get({ kind, name }))
        if (old) given.push(await sentText(`${kind}s/${name}.${old.entry.format === 'json' ? 'json' : 'md'}`, old.text))
      }
      const done = await attempt(client.library.confirm({ id: state.preview.id, files: files.map(({ file }) => file) }))
      if (!done) return
      shown.current = null
      const takeBack = async () => {
        for (const { kind, name } of done.added) await attempt(client.library.remove({ kind, name }))
        if (given.length === 0) return
        const back = await attempt(client.library.inspect({ files: given }))
        if (back) await attempt(client.library.confirm({ id: back.id }))
      }
      toasts.say(t.added(done.added.length), { label: m.common.undo, run: () => void takeBack() })
      onDone()
    },
  }
}
