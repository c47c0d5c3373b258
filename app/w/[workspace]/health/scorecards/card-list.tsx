import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { DIMENSION_WORDS } from "@/app/w/[workspace]/dimension-words";
import { withMoved, withNewCard, withoutCard } from "@/app/w/[workspace]/health/scorecards/draft";
import { useValueWords } from "@/components/metric/owners";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Sheet } from "@/components/ui/sheet";
import type { HealthConfig, Scorecard } from "@/lib/health/config";

type Props = { draft: HealthConfig; shown: string; onShow: (id: string) => void; onChange: (draft: HealthConfig) => void };

const MOST = 20;

/** The cards in their order: the first that matches an account is its card. */
export function CardList({ draft, shown, onShow, onChange }: Props) {
  const words = useValueWords();
  const forWhom = ({ match }: Scorecard) => {
    if (match === null) return draft.cards.length === 1 ? "Every account" : "Everybody else";
    const named = match.values.map((value) => words(match.dimension, value)).join(", ");
    return `${DIMENSION_WORDS[match.dimension]}: ${named || "nobody yet"}`;
  };
  return (
    <Sheet
      title="Scorecards"
      note="The first that matches an account is its card"
      actions={
        <Button
          size="sm"
          disabled={draft.cards.length >= MOST}
          onClick={() => {
            const made = withNewCard(draft);
            onChange(made.draft);
            onShow(made.id);
          }}
        >
          <Plus aria-hidden className="size-3.5" />
          Add a scorecard
        </Button>
      }
      flush
    >
      <ol className="divide-y divide-line border-line border-t" aria-label="Scorecards in their order">
        {draft.cards.map((card, place) => (
          <li key={card.id} className={cx("flex items-center gap-1 pr-2", card.id === shown && "bg-accent-wash")}>
            <button
              type="button"
              aria-current={card.id === shown ? "true" : undefined}
              onClick={() => onShow(card.id)}
              className="grid min-w-0 flex-1 px-4 py-2.5 text-left outline-offset-[-3px]"
            >
              <span className="truncate font-medium">
                {place + 1}. {card.name}
              </span>
              <span className="truncate text-ink-3 text-xs">{forWhom(card)}</span>
            </button>
            {card.match === null ? null : (
              <>
                <Button
                  look="quiet"
                  size="icon"
                  aria-label={`Move ${card.name} up`}
                  disabled={place === 0}
                  onClick={() => onChange(withMoved(draft, card.id, -1))}
                >
                  <ArrowUp aria-hidden className="size-4" />
                </Button>
                <Button
                  look="quiet"
                  size="icon"
                  aria-label={`Move ${card.name} down`}
                  disabled={place >= draft.cards.length - 2}
                  onClick={() => onChange(withMoved(draft, card.id, 1))}
                >
                  <ArrowDown aria-hidden className="size-4" />
                </Button>
                <Button look="quiet" size="icon" aria-label={`Remove ${card.name}`} onClick={() => onChange(withoutCard(draft, card.id))}>
                  <Trash2 aria-hidden className="size-4" />
                </Button>
              </>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
