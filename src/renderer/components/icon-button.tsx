import { Button, type ButtonProps } from './button.tsx'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

type IconButtonProps = ButtonProps & { readonly label: string }

/** A button with an icon alone; its word is the tooltip and the accessible name. */
export function IconButton({ label, look = 'bare', small = false, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Button
        look={look}
        small={small}
        aria-label={label}
        className={classNames('flex-none px-0!', small ? 'w-6' : 'w-7', className)}
        {...rest}
      />
    </Tooltip>
  )
}
