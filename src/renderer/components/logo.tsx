/** Three lanes that come together at a barline. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
      className={className}
    >
      <path d="M8 5.5h7.5M3.5 11h12M11 16.5h4.5" />
      <path d="M19 3v16" className="stroke-accent" strokeWidth="2.4" />
    </svg>
  )
}
