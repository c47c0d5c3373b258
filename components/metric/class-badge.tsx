import { ArrowDown, ArrowUp, Plus, RotateCcw, X } from "lucide-react";
import { Badge } from "@/components/ui/badge";

const FACE = {
  new: { label: "New", tone: "good", icon: Plus },
  expansion: { label: "Expansion", tone: "good", icon: ArrowUp },
  reactivation: { label: "Came back", tone: "good", icon: RotateCcw },
  contraction: { label: "Contraction", tone: "bad", icon: ArrowDown },
  churn: { label: "Churned", tone: "bad", icon: X },
} as const;

export type MovementClass = keyof typeof FACE;

export function isMovementClass(value: unknown): value is MovementClass {
  return typeof value === "string" && value in FACE;
}

/** What kind of movement it was: colour, sign and word. */
export function ClassBadge({ of }: { of: MovementClass }) {
  const { label, tone, icon: Icon } = FACE[of];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3" strokeWidth={2.5} />
      {label}
    </Badge>
  );
}
