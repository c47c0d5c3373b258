import { label } from "@/lib/imports/files/field-words";

/** A file to begin with for every kind of record: its headings and a row as an example. */
export function Templates({ workspace, kinds }: { workspace: string; kinds: readonly string[] }) {
  return (
    <ul aria-label="Templates" className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
      {kinds.map((name) => (
        <li key={name}>
          <a href={`/w/${workspace}/data/templates/${name}`} download className="text-ink-2 underline hover:text-ink">
            {label(name)}
          </a>
        </li>
      ))}
    </ul>
  );
}
