const LOOK = 'overflow-auto rounded-control font-mono text-12 leading-[1.125rem] whitespace-pre-wrap wrap-anywhere'

type ScrollTextProps = { readonly text: string; readonly className: string }

/** Text word for word; what is longer than its place scrolls, also by keyboard. */
export function ScrollText({ text, className }: ScrollTextProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its place must scroll by keyboard.
    <pre tabIndex={0} className={`${LOOK} ${className}`}>
      {text}
    </pre>
  )
}
