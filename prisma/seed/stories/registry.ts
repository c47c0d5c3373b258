import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { theChampionWhoLeft } from "./the-champion-who-left";
import { theLoyalSmallOne } from "./the-loyal-small-one";
import { theMerger } from "./the-merger";
import { thePaymentFailure } from "./the-payment-failure";
import { thePriceShock } from "./the-price-shock";
import { theQuietLeaver } from "./the-quiet-leaver";
import { theReturner } from "./the-returner";
import { theSeasonalPauser } from "./the-seasonal-pauser";
import { theSeatLimitGrower } from "./the-seat-limit-grower";
import { theStuckOnboarding } from "./the-stuck-onboarding";
import { theTicketStorm } from "./the-ticket-storm";
import { theWhaleThatRenewedLate } from "./the-whale-that-renewed-late";

/** The accounts written by hand, each with one story to tell. */
export const stories: readonly ((calendar: Calendar) => Life[])[] = [
  theQuietLeaver,
  theTicketStorm,
  theChampionWhoLeft,
  theSeatLimitGrower,
  thePriceShock,
  theReturner,
  theStuckOnboarding,
  thePaymentFailure,
  theMerger,
  theSeasonalPauser,
  theLoyalSmallOne,
  theWhaleThatRenewedLate,
];
