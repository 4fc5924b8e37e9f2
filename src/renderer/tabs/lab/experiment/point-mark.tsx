/** How an entry is drawn: a circle is a model alone, a diamond a strategy; filled ones are on the front. */
export function PointMark({ single, onFront }: { readonly single: boolean; readonly onFront: boolean }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden className={onFront ? 'lab-mark lab-mark-on' : 'lab-mark'}>
      {single ? <circle cx="7" cy="7" r="4.5" /> : <path d="M7 1l6 6l-6 6l-6 -6z" />}
    </svg>
  )
}
