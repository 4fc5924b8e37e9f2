import { useRef } from 'react'
import { Button, type ButtonProps } from './button.tsx'

type FileButtonProps = Omit<ButtonProps, 'onClick'> & {
  /** What the dialog offers, ".json". */
  readonly accept: string
  readonly onFile: (file: File) => void
}

/** A button that asks for a file of this computer. */
export function FileButton({ accept, onFile, children, ...rest }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-hidden
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be chosen again after it was changed.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
