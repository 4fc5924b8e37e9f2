/** Every cell of the table. */
export const CELL = 'border-t border-line px-1.5 py-1'
/** The context and the source go where there is little room. */
export const WIDE_ONLY = '@max-[44rem]:hidden'
