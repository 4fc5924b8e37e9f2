/** Every cell of the table. */
export const CELL = 'border-t border-line px-1.5 py-1'
/** The context and the source go where there is little room. */
export const WIDE_ONLY = '@max-[44rem]:hidden'
/** Columns of prices go where there is least room; then the prices stand below the id. */
export const PRICE_COLUMN = '@max-[27rem]:hidden'
export const PRICE_LINE = '@min-[27rem]:hidden'
