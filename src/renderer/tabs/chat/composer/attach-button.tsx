import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'

/** Opens the file picker. */
export function AttachButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={m.chat.attach}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <IconButton label={m.chat.attach} onClick={() => input.current?.click()}>
        <Paperclip size={16} aria-hidden />
      </IconButton>
    </>
  )
}
