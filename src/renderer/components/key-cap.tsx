/** The name of a key. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center rounded-key border border-line bg-paper px-1 font-sans text-11 leading-none font-medium text-ink-2">
      {children}
    </kbd>
  )
}
