import { type Cut, count, isIn } from "./cut";
import { type Expected, quotient, total } from "./expected";
import type { Life } from "./life";
import { rational, sum } from "./rational";
import { firstSolve, fullSolve, type Told, told } from "./ticket";

type Answer = { readonly kind: string; readonly score: bigint; readonly scale: bigint; readonly contact: string | null; readonly at: Date };

/** What was answered in a period, be it to a question or to a ticket at its solve (metrics.md 8 to 10; interfaces.md, rules 8 and 18). */
export function voice(life: Life, cut: Cut): Record<string, Expected> {
  const answers = answersOf(life, cut);
  const of = (kind: string, scale: number) => answers.filter((answer) => answer.kind === kind && answer.scale === BigInt(scale));
  const [csat, ces] = [of("csat", 5), of("ces", life.rules.ces_scale)];
  const satisfied = csat.filter(({ score }) => score >= 4n);
  const effort = { answers: count(ces) };
  const satisfaction = { satisfied: count(satisfied), answers: count(csat) };
  return {
    "net-promoter-score": promoterScore(of("nps", 10)),
    "customer-satisfaction-score": quotient(count(satisfied), count(csat), satisfaction),
    "customer-satisfaction-mean": quotient(added(csat), count(csat), { satisfied: count(satisfied), answers: count(csat) }),
    "customer-effort-score": quotient(added(ces), count(ces), effort),
    ...(life.rules.ces_scale === 7
      ? { "easy-share": quotient(count(ces.filter(({ score }) => score >= 5n)), count(ces), { answers: count(ces) }) }
      : {}),
    "survey-responses": total(count(answers)),
  };
}

// Of a contact the latest answer counts; answers of nobody are never one another's.
function promoterScore(answers: readonly Answer[]): Expected {
  const latest = answers.filter(
    (answer) => answer.contact === null || !answers.some((other) => other.contact === answer.contact && other.at > answer.at),
  );
  const promoters = latest.filter(({ score }) => score >= 9n);
  const detractors = latest.filter(({ score }) => score <= 6n);
  const passives = latest.filter(({ score }) => score === 7n || score === 8n);
  return quotient(rational(100n * BigInt(promoters.length - detractors.length)), count(latest), {
    promoters: count(promoters),
    passives: count(passives),
    detractors: count(detractors),
    answers: count(latest),
  });
}

function answersOf(life: Life, cut: Cut): Answer[] {
  const asked = life.responses
    .filter(({ answeredAt }) => isIn(answeredAt, cut))
    .flatMap(({ kind, score, scale, contact, answeredAt: at }) => (score === null ? [] : [{ kind, score, scale, contact, at }]));
  const solved = life.tickets.map((ticket) => told(life, ticket, cut)).flatMap((one) => satisfactionOf(one, cut));
  return [...asked, ...solved];
}

// Of several solves it is the one for good.
function satisfactionOf(one: Told, cut: Cut): Answer[] {
  const at = fullSolve(one) ?? firstSolve(one);
  const score = one.ticket.satisfaction;
  return score === null || at === null || !isIn(at, cut) ? [] : [{ kind: "csat", score, scale: 5n, contact: null, at }];
}

function added(answers: readonly Answer[]) {
  return sum(answers.map(({ score }) => rational(score)));
}
