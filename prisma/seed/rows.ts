import { addDays, type Day } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import { contactId } from "./contact-id";
import type { Life, Spell } from "./life";

/** A life as the records an importer would load, kind by kind. */
export function rowsOf(lives: readonly Life[], calendar: Calendar) {
  return {
    accounts: lives.map((life) => accountOf(life, calendar, life.startedOn)),
    contacts: lives.flatMap(contactsOf),
    subscriptions: lives.flatMap((life) => life.spells.map((spell, index) => subscriptionOf(life, spell, index, calendar))),
    discounts: lives.flatMap((life) => life.spells.flatMap((spell, index) => discountsOf(life, spell, index, calendar))),
    pauses: lives.flatMap((life) => life.spells.flatMap((spell, index) => pausesOf(life, spell, index, calendar))),
    contracts: lives.flatMap(contractsOf),
  };
}

/** An account as it was on a day: its owner, its stage and its seats change over time. Its plan is that of its subscription. */
export function accountOf(life: Life, { at }: Calendar, day: Day) {
  const seats = life.spells.filter(({ line, from }) => line === "seats" && from <= day);
  const last = seats.at(-1) ?? life.spells[0];
  return {
    externalId: life.id,
    name: life.name,
    domain: domainOf(life),
    segment: life.segment,
    industry: life.industry,
    region: life.region,
    country: life.country,
    ownerEmail: life.owners.findLast((owner) => !("from" in owner) || owner.from <= day)?.email,
    stage: stageOf(life, day),
    seats: BigInt(last?.quantity ?? 0),
    startedAt: at(life.startedOn),
    attributes: { archetype: life.character.archetype },
  };
}

function stageOf({ spells, startedOn, terms }: Life, day: Day): string {
  const isCustomer = spells.some(({ from, until }) => from <= day && (until === undefined || until > day));
  if (!isCustomer && startedOn <= day) return "churned";
  if (startedOn > addDays(day, -90)) return "onboarding";
  if (terms.some(({ dueOn, renewedOn = dueOn }) => dueOn >= day && dueOn < addDays(day, 90) && renewedOn >= day)) return "renewing";
  return startedOn > addDays(day, -270) ? "adopting" : "established";
}

function domainOf({ name }: Life): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, "-")}.example`;
}

function contactsOf(life: Life) {
  return life.people.map(({ name, title, role, isChampion }, index) => ({
    externalId: contactId(life, index),
    account: life.id,
    name,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@${domainOf(life)}`,
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
    endedAt: spell.until === undefined ? undefined : at(spell.until),
    amount: BigInt(spell.amount),
    currency: life.currency,
    interval: spell.interval,
    intervalCount: 1n,
    quantity: BigInt(spell.quantity),
    plan: spell.plan,
    status: ended ? "canceled" : trialing ? "trialing" : spell.pastDueSince ? "past_due" : "active",
    trialEndsAt: spell.trialUntil === undefined ? undefined : at(spell.trialUntil),
    pastDueSince: spell.pastDueSince === undefined ? undefined : at(spell.pastDueSince),
    canceledAt: spell.canceledOn === undefined ? undefined : at(spell.canceledOn),
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
    endsAt: until === undefined ? undefined : at(until),
  }));
}

function pausesOf(life: Life, spell: Spell, index: number, { at }: Calendar) {
  return (spell.pauses ?? []).map(({ from, until }, place) => ({
    externalId: `${subscriptionId(life, index)}-z${place + 1}`,
    subscription: subscriptionId(life, index),
    from: at(from),
    until: until === undefined ? undefined : at(until),
  }));
}

function contractsOf(life: Life) {
  return life.terms.map((term, index) => ({
    externalId: contractId(life, index),
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

export function contractId(life: Life, index: number): string {
  return `${life.id}-c${index + 1}`;
}

function subscriptionId(life: Life, index: number): string {
  return `${life.id}-s${index + 1}`;
}
