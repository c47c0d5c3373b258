import { SmallList } from "@/app/w/[workspace]/accounts/[accountId]/small-list";
import { Badge } from "@/components/ui/badge";
import type { AccountView } from "@/lib/accounts/page/data";
import { formatMoney } from "@/lib/kernel/money";
import { describeDay, describeMonth } from "@/lib/kernel/period-words";
import type { ShownOffer } from "@/lib/offers/data";
import { milestoneWords } from "@/lib/usage/rules";

type Props = Pick<AccountView, "milestones" | "offers" | "referrals" | "purchases" | "costs" | "rights">;

const OFFERS = { upsell: "Upsell", cross_sell: "Cross-sell" };

/** What was reached, offered, told to others, bought once and spent. */
export function Growth({ milestones, offers, referrals, purchases, costs, rights }: Props) {
  const mayAdd = rights.write;
  return (
    <>
      <SmallList
        title="Milestones"
        none="None is known. Time to value counts to the first value reached."
        kind="milestones"
        mayAdd={mayAdd}
        lines={milestones.map(({ id, kind, on }) => ({
          id,
          name: milestoneWords(kind),
          lead: milestoneWords(kind),
          note: describeDay(on),
        }))}
      />
      <SmallList
        title="Offers"
        none="Nothing has been offered."
        kind="offers"
        mayAdd={mayAdd}
        lines={offers.map((offer) => ({
          id: offer.id,
          name: `of ${describeDay(offer.presentedOn)}`,
          lead: (
            <>
              {OFFERS[offer.kind]} <Outcome offer={offer} />
            </>
          ),
          figure: offer.value === null ? null : formatMoney(offer.value, offer.currency),
          note: `presented ${describeDay(offer.presentedOn)}`,
        }))}
      />
      <SmallList
        title="Referrals"
        none="They have told nobody of us yet, as far as is known."
        kind="referrals"
        mayAdd={mayAdd}
        lines={referrals.map(({ id, referredAccount, referredOn, convertedOn }) => ({
          id,
          name: referredAccount ?? `of ${describeDay(referredOn)}`,
          lead: (
            <>
              {referredAccount ?? "Somebody"} {convertedOn ? <Badge tone="good">became a customer</Badge> : null}
            </>
          ),
          note: `referred ${describeDay(referredOn)}${convertedOn ? `, customer ${describeDay(convertedOn)}` : ""}`,
        }))}
      />
      <SmallList
        title="One-off sales"
        none=""
        mayAdd={mayAdd}
        lines={purchases.map(({ id, on, amount, currency }) => ({
          id,
          name: describeDay(on),
          lead: "Sale",
          figure: formatMoney(amount, currency),
          note: describeDay(on),
        }))}
      />
      <SmallList
        title="Costs"
        none="Nothing was spent on this account alone."
        kind="costs"
        mayAdd={mayAdd}
        lines={costs.map(({ id, month, amount, currency, category }) => ({
          id,
          name: `of ${describeMonth(month)}`,
          lead: category ?? "Uncategorised",
          figure: formatMoney(amount, currency),
          note: describeMonth(month),
        }))}
      />
    </>
  );
}

function Outcome({ offer: { acceptedOn, declinedOn } }: { offer: ShownOffer }) {
  if (acceptedOn) return <Badge tone="good">accepted {describeDay(acceptedOn)}</Badge>;
  return declinedOn ? <Badge tone="bad">declined {describeDay(declinedOn)}</Badge> : <Badge>undecided</Badge>;
}
