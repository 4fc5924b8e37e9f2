import { useRef } from 'react'
import { Button, type ButtonProps } from './button.tsx'

type FilesButtonProps = Omit<ButtonProps, 'onClick'> & {
  /** What the dialog offers, ".json". */
  readonly accept?: string
  /** All files of a folder; their paths within it are in `webkitRelativePath`. */
  readonly folder?: boolean
  readonly several?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** A button that asks for files of this computer. */
export function FilesButton({ accept, folder = false, several = true, onFiles, children, ...rest }: FilesButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={(element) => {
          input.current = element
          if (element) element.webkitdirectory = folder
        }}
        type="file"
        accept={accept}
        multiple={several}
        tabIndex={-1}
        aria-hidden
        className="hidden"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same files may be chosen again after they were changed.
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
