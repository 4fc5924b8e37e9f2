import { type ClipboardEvent, useLayoutEffect, useRef } from 'react'

type AutosizeInputProps = {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly minRows?: number
  readonly autoFocus?: boolean
  readonly onChange: (text: string) => void
  /** Enter without Shift, and not while an input method composes. */
  readonly onSubmit: () => void
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void
}

/** A text field that grows with its text up to 40 % of the window. */
export function AutosizeInput({
  label,
  value,
  placeholder,
  minRows = 1,
  autoFocus = false,
  onChange,
  onSubmit,
  onPaste,
}: AutosizeInputProps) {
  const ref = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [value])
  useLayoutEffect(() => {
    const element = ref.current
    // Who walks through the tabs with the arrow keys goes on walking.
    if (!autoFocus || !element || document.activeElement?.matches('[role="tab"]:focus-visible')) return
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
  }, [autoFocus])
  return (
    <textarea
      ref={ref}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      rows={minRows}
      spellCheck
      onChange={(event) => onChange(event.target.value)}
      onPaste={onPaste}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return
        event.preventDefault()
        onSubmit()
      }}
      className="block max-h-[40vh] w-full resize-none overflow-y-auto bg-transparent px-4 pt-[11px] pb-[5px] text-15 leading-[1.375rem] outline-none"
    />
  )
}
