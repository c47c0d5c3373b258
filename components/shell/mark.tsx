/** A bell with its clapper forward: the flock hears it before it sees the turn. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M9.5 4.5a2.5 2.5 0 0 1 5 0" />
      <path d="M12 4.5c-3.6 0-5.6 2.5-5.9 6L5.7 15c-.1.9-.5 1.6-1.2 2.3h15c-.7-.7-1.1-1.4-1.2-2.3l-.4-4.5c-.3-3.5-2.3-6-5.9-6Z" />
      <circle cx="14.6" cy="19.9" r="1.6" fill="currentColor" stroke="none" />
    </svg>
  );
}
