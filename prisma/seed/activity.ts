import { answerRows, answersOf } from "./answers";
import type { Calendar } from "./calendar";
import { costRows } from "./costs";
import type { Life } from "./life";
import { milestoneRows } from "./milestones";
import { offerRows, offersOf } from "./offers";
import { purchaseRows } from "./purchases";
import { randomOf } from "./random";
import { referralRows } from "./referrals";
import { taleOf } from "./tales";
import { ticketRows, ticketsOf } from "./tickets";
import { usageRows } from "./usage";
import { userRows, usersOf } from "./users";
import { commentsOf } from "./words/comment";

/** What happened at and with the accounts beside what they paid, as the records an importer would load, kind by kind and in the order they need. */
export function activityOf(seed: string, lives: readonly Life[], calendar: Calendar) {
  const comment = commentsOf();
  const chance = (what: string, { id }: Life) => randomOf(`${seed} ${what} ${id}`);
  const told = lives.map((life) => {
    const tale = taleOf(seed, life, calendar);
    return { life, tale, users: usersOf(chance("users", life), life, tale, calendar) };
  });
  return {
    users: told.flatMap(({ life, users }) => userRows(life, users, calendar)),
    ...ticketRows(told.flatMap((one) => ticketsOf(chance("tickets", one.life), one, calendar))),
    "survey-responses": answerRows(told.flatMap((one) => answersOf(chance("answers", one.life), { ...one, comment }, calendar))),
    usage: told.flatMap((one) => usageRows(chance("usage", one.life), one, calendar).filter(({ at }) => at < calendar.now)),
    milestones: told.flatMap((one) => milestoneRows(chance("milestones", one.life), one, calendar)),
    offers: offerRows(told.flatMap((one) => offersOf(chance("offers", one.life), one, calendar))),
    referrals: referralRows(randomOf(`${seed} referrals`), told, calendar),
    costs: costRows(randomOf(`${seed} costs`), lives, calendar),
    purchases: lives.flatMap((life) => purchaseRows(chance("purchases", life), life, calendar)),
  };
}
