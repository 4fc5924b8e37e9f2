import { classNames } from '../../components/class-names.ts'

const LOOK = 'overflow-auto rounded-control text-12 leading-[1.125rem] whitespace-pre-wrap wrap-anywhere'

type ScrollTextProps = { readonly text: string; readonly sans?: boolean; readonly className: string }

/** Text word for word; what is longer than its place scrolls, also by keyboard. */
export function ScrollText({ text, sans = false, className }: ScrollTextProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its place must scroll by keyboard.
    <pre tabIndex={0} className={classNames(LOOK, sans ? 'font-sans' : 'font-mono', className)}>
      {text}
    </pre>
  )
}
