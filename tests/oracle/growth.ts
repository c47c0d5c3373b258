import { after, type Cut, count, isIn, isSeen } from "./cut";
import { type Expected, quotient } from "./expected";
import type { Life, Offer } from "./life";
import { isPaying } from "./movement";

/** What customers were offered and took, and whom they told of us (metrics.md 18 and 19; interfaces.md, rule 13). */
export function growth(life: Life, cut: Cut): Record<string, Expected> {
  return { ...offers(life, cut), "referral-rate": referrals(life, cut) };
}

function offers({ offers, rules }: Life, cut: Cut): Record<string, Expected> {
  const windowEnd = ({ presentedAt }: Offer) => after(presentedAt, rules.offer_window_days);
  const presented = offers.filter((offer) => isIn(offer.presentedAt, cut) && !isBefore(offer));
  const mature = presented.filter((offer) => windowEnd(offer) <= cut.asOf);
  const accepted = mature.filter((offer) => isSeen(offer.acceptedAt, cut) && offer.acceptedAt <= windowEnd(offer));
  const [customersOffered, customersAccepted] = [count(accountsOf(mature)), count(accountsOf(accepted))];
  const details = {
    offered: count(mature),
    accepted: count(accepted),
    customersOffered,
    customersAccepted,
    immature: count(presented.filter((offer) => !mature.includes(offer))),
  };
  return {
    "upsell-cross-sell-conversion-rate": quotient(count(accepted), count(mature), details),
    "customer-offer-acceptance-rate": quotient(customersAccepted, customersOffered, details),
  };
}

// An acceptance before the presentation cannot be.
function isBefore({ presentedAt, acceptedAt }: Offer): boolean {
  return acceptedAt !== null && acceptedAt < presentedAt;
}

function referrals(life: Life, cut: Cut): Expected {
  const active = life.accounts.map(({ externalId }) => externalId).filter((account) => isPaying(life, account, cut.from, cut.until));
  const telling = life.referrals.filter(
    ({ account, referredAt, referredAccount }) => isIn(referredAt, cut) && referredAccount !== account && active.includes(account),
  );
  const referring = accountsOf(telling);
  return quotient(count(referring), count(active), { referring: count(referring), active: count(active) });
}

function accountsOf(items: readonly { readonly account: string }[]): string[] {
  return [...new Set(items.map(({ account }) => account))];
}
