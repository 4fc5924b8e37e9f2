/** Tables of what was learned: names to the left, figures to the right. */
export const LEARNED_TABLE =
  'w-full border-collapse text-12 [&_th]:pb-1 [&_th]:font-medium [&_th]:text-ink-3 [&_td]:border-t [&_td]:border-line [&_td]:py-1 [&_td]:figures [&_th]:text-right [&_td]:text-right [&_th:nth-child(-n+2)]:text-left [&_td:nth-child(-n+2)]:text-left [&_td]:pl-3 [&_th]:pl-3 [&_td:first-child]:pl-0 [&_th:first-child]:pl-0'
