import { cellWords } from "@/components/metric/cell-words";
import { ClassBadge, isMovementClass } from "@/components/metric/class-badge";
import { OwnerName } from "@/components/metric/owners";
import { Link } from "@/components/ui/link";
import type { EvidenceColumn, EvidenceRow } from "@/lib/metrics/types";

export function evidenceKey({ accountId, record, month }: EvidenceRow): string {
  return `${accountId ?? ""} ${record ?? ""} ${String(month ?? "")}`;
}

/** Whose row it is. */
export function EvidenceName({ row: { accountId, name }, address }: { row: EvidenceRow; address: (accountId: string) => string }) {
  if (accountId === null) return <span className="text-ink-2">{name ?? "Of no account"}</span>;
  return (
    <Link href={address(accountId)} className="font-medium hover:underline">
      {name}
    </Link>
  );
}

export function EvidenceCell({ row, column: { id, unit }, currency }: { row: EvidenceRow; column: EvidenceColumn; currency: string }) {
  const value = row[id] ?? null;
  if (id === "class") return isMovementClass(value) ? <ClassBadge of={value} /> : "—";
  return id === "owner" && typeof value === "string" && value !== "" ? <OwnerName email={value} /> : cellWords(value, { unit, currency });
}
