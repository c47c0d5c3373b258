import { activeUsersFalling } from "@/lib/signals/active-users-falling";
import { championLeft } from "@/lib/signals/champion-left";
import { detractor } from "@/lib/signals/detractor";
import { expansionReady } from "@/lib/signals/expansion-ready";
import { healthFell } from "@/lib/signals/health-fell";
import { onboardingBehind } from "@/lib/signals/onboarding-behind";
import { paymentFailed } from "@/lib/signals/payment-failed";
import { referralReady } from "@/lib/signals/referral-ready";
import { renewalUntouched } from "@/lib/signals/renewal-untouched";
import type { Signal } from "@/lib/signals/signal";
import { ticketSpike } from "@/lib/signals/ticket-spike";
import { usageDrop } from "@/lib/signals/usage-drop";

/** Every signal: risks first, each in the order in which screens list them. */
export const SIGNALS: readonly Signal[] = [
  championLeft,
  paymentFailed,
  usageDrop,
  activeUsersFalling,
  ticketSpike,
  detractor,
  healthFell,
  renewalUntouched,
  onboardingBehind,
  expansionReady,
  referralReady,
];
