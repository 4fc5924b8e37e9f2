import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** Paper for what is read or filled in. Sheets never lie in sheets. */
export function Sheet({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={classNames('rounded-sheet border border-line bg-sheet', className)} {...rest} />
}
