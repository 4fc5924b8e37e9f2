import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'

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
  /** Keys go here first; true: it was for somebody else. */
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean
  readonly onCaret?: (caret: number) => void
  /** The list that goes with the text, and its chosen entry. */
  readonly list?: { readonly id: string; readonly active: string } | null
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
  onKey,
  onCaret,
  list = null,
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
      aria-autocomplete={onKey ? 'list' : undefined}
      aria-controls={list?.id}
      aria-activedescendant={list?.active}
      onChange={(event) => {
        onCaret?.(event.target.selectionStart)
        onChange(event.target.value)
      }}
      onSelect={(event) => onCaret?.(event.currentTarget.selectionStart)}
      onPaste={onPaste}
      onKeyDown={(event) => {
        if (onKey?.(event)) return
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return
        event.preventDefault()
        onSubmit()
      }}
      className="block max-h-[40vh] w-full resize-none overflow-y-auto bg-transparent px-4 pt-[11px] pb-[5px] text-15 leading-[1.375rem] outline-none"
    />
  )
}
