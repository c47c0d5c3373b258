import { addDays } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import type { Life, Spell } from "./life";

/** A life as the records an importer would load, kind by kind. */
export function rowsOf(lives: readonly Life[], calendar: Calendar) {
  return {
    accounts: lives.map((life) => accountOf(life, calendar)),
    contacts: lives.flatMap(contactsOf),
    subscriptions: lives.flatMap((life) => life.spells.map((spell, index) => subscriptionOf(life, spell, index, calendar))),
    discounts: lives.flatMap((life) => life.spells.flatMap((spell, index) => discountsOf(life, spell, index, calendar))),
    pauses: lives.flatMap((life) => life.spells.flatMap((spell, index) => pausesOf(life, spell, index, calendar))),
    contracts: lives.flatMap(contractsOf),
  };
}

function accountOf(life: Life, { today, at }: Calendar) {
  const current = life.spells.findLast(
    ({ line, from, until }) => line === "seats" && from <= today && (until === undefined || until > today),
  );
  const last = current ?? life.spells.findLast(({ line }) => line === "seats");
  return {
    externalId: life.id,
    name: life.name,
    domain: `${life.name.toLowerCase().replace(/[^a-z]+/g, "-")}.example`,
    segment: life.segment,
    plan: last?.plan,
    industry: life.industry,
    region: life.region,
    country: life.country,
    ownerEmail: life.owners.at(-1)?.email,
    stage: stageOf(life, current, today),
    seats: BigInt(last?.quantity ?? 0),
    startedAt: at(life.startedOn),
    attributes: { archetype: life.character.archetype },
  };
}

function stageOf(life: Life, current: Spell | undefined, today: string): string {
  if (!current) return "churned";
  if (life.startedOn > addDays(today, -90)) return "onboarding";
  if (life.terms.some(({ dueOn, renewedOn }) => dueOn >= today && dueOn < addDays(today, 90) && !renewedOn)) return "renewing";
  return life.startedOn > addDays(today, -270) ? "adopting" : "established";
}

function contactsOf(life: Life) {
  const domain = `${life.name.toLowerCase().replace(/[^a-z]+/g, "-")}.example`;
  return life.people.map(({ name, title, role, isChampion }, index) => ({
    externalId: `${life.id}-p${index + 1}`,
    account: life.id,
    name,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@${domain}`,
    role,
    title,
    isChampion,
  }));
}

function subscriptionOf(life: Life, spell: Spell, index: number, { today, at }: Calendar) {
  const ended = spell.until !== undefined && spell.until <= today;
  const trialing = spell.trialUntil !== undefined && spell.trialUntil > today;
  return {
    externalId: subscriptionId(life, index),
    account: life.id,
    startedAt: at(spell.from),
    endedAt: spell.until && at(spell.until),
    amount: BigInt(spell.amount),
    currency: life.currency,
    interval: spell.interval,
    intervalCount: 1n,
    quantity: BigInt(spell.quantity),
    plan: spell.plan,
    status: ended ? "canceled" : trialing ? "trialing" : spell.pastDueSince ? "past_due" : "active",
    trialEndsAt: spell.trialUntil && at(spell.trialUntil),
    pastDueSince: spell.pastDueSince && at(spell.pastDueSince),
    canceledAt: spell.canceledOn && at(spell.canceledOn),
    churnReason: spell.reason,
    seats: spell.line === "seats" ? BigInt(spell.quantity) : undefined,
  } as const;
}

function discountsOf(life: Life, spell: Spell, index: number, { at }: Calendar) {
  return (spell.discounts ?? []).map(({ type, value, duration, from, until }, place) => ({
    externalId: `${subscriptionId(life, index)}-d${place + 1}`,
    subscription: subscriptionId(life, index),
    type,
    value: String(value),
    duration,
    startsAt: at(from),
    endsAt: until && at(until),
  }));
}

function pausesOf(life: Life, spell: Spell, index: number, { at }: Calendar) {
  return (spell.pauses ?? []).map(({ from, until }, place) => ({
    externalId: `${subscriptionId(life, index)}-z${place + 1}`,
    subscription: subscriptionId(life, index),
    from: at(from),
    until: until && at(until),
  }));
}

function contractsOf(life: Life) {
  return life.terms.map((term, index) => ({
    externalId: `${life.id}-c${index + 1}`,
    account: life.id,
    dueOn: term.dueOn,
    value: BigInt(term.value),
    termMonths: BigInt(term.months),
    currency: life.currency,
    renewedOn: term.renewedOn,
    renewedValue: term.renewedValue === undefined ? undefined : BigInt(term.renewedValue),
    renewedTermMonths: term.renewedMonths === undefined ? undefined : BigInt(term.renewedMonths),
    declinedOn: term.declinedOn,
  }));
}

function subscriptionId(life: Life, index: number): string {
  return `${life.id}-s${index + 1}`;
}
