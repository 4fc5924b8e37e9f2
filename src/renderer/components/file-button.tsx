import type { ComponentProps } from 'react'
import { FilesButton } from './files-button.tsx'

type FileButtonProps = Omit<ComponentProps<typeof FilesButton>, 'folder' | 'several' | 'onFiles'> & {
  readonly onFile: (file: File) => void
}

/** A button that asks for one file of this computer. */
export function FileButton({ onFile, ...rest }: FileButtonProps) {
  return <FilesButton {...rest} several={false} onFiles={([file]) => file && onFile(file)} />
}
