import { Badge } from "@/components/ui/badge";
import { Sheet } from "@/components/ui/sheet";
import type { ShownContact } from "@/lib/contacts/data";

export function Contacts({ contacts }: { contacts: readonly ShownContact[] }) {
  if (contacts.length === 0) return null;
  return (
    <Sheet title="People" flush>
      <ul className="divide-y divide-line border-line border-t">
        {contacts.map(({ id, name, email, role, title, isChampion }) => (
          <li key={id} className="px-4 py-2.5">
            <p className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium">{name ?? email ?? "Unnamed"}</span>
              {isChampion ? <Badge tone="accent">Champion</Badge> : null}
            </p>
            <p className="text-ink-3 text-xs">{[title, role, name ? email : null].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
