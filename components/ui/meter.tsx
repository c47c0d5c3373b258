/** How far something has come; `share` is null where nobody knows. */
export function Meter({ label, share, words }: { label: string; share: number | null; words?: string }) {
  const percent = share === null ? null : Math.floor(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <p className="min-w-0 break-words font-medium">{label}</p>
        <p className="figures text-ink-2">{words ?? (percent === null ? "" : `${percent}%`)}</p>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { "aria-valuenow": percent })}
        className="h-1.5 overflow-hidden rounded-full bg-sunk"
      >
        <div className="h-full rounded-full bg-accent transition-[width] duration-300" style={{ width: `${percent ?? 0}%` }} />
      </div>
    </div>
  );
}
