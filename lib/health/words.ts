import type { MeasureChange, ScoreChange } from "@/lib/health/change";
import type { MeasureFace } from "@/lib/health/measure";
import { format, formatSigned } from "@/lib/kernel/format";
import type { BandEdges } from "@/lib/kernel/health-score";

/** A measure's figure as people read it: `0.48`, `63%`, `12 days`, `2.5`. */
export function figureWords({ unit }: Pick<MeasureFace, "unit">, value: number): string {
  return format(value, { unit, digits: unit === "ratio" ? 2 : unit === "count" && !Number.isInteger(value) ? 1 : 0 });
}

/** What a measure says of an account: `use is 0.48 of its usual`. */
export function saysWords(face: MeasureFace, value: number): string {
  const figure = figureWords(face, value);
  return face.says === undefined ? `${face.name.toLowerCase()} is ${figure}` : face.says.replace("{}", figure);
}

/** Points with one digit and their sign: `+6.7`, `−32.0`, `0.0`. */
export function pointsWords(by: number): string {
  return formatSigned(by, { unit: "score", digits: 1 });
}

/** The rule by which a score is a band. */
export function ruleWords({ green, yellow }: BandEdges): string {
  return `Healthy from ${green}, Watch from ${yellow}, lower edge included.`;
}

const FEW = 2;
const FEW_NAMES = 3;
const SMALL = 0.05;

/** The parts that did most to change a score, the largest first, in words: `use is 0.48 of its usual, was 0.95: −32.0`. */
export function reasonsOf(change: ScoreChange, faces: readonly MeasureFace[]): string[] {
  const named = (ids: readonly string[]) => ids.map((id) => faces.find((face) => face.id === id)?.name ?? id).join(", ");
  if (change.kind === "unknown") {
    const absent = change.after === null ? change.missing.after : change.missing.before;
    const rest = absent.length - FEW_NAMES;
    const names = `${named(absent.slice(0, FEW_NAMES))}${rest > 0 ? ` and ${rest} more` : ""}`;
    return [`${change.after === null ? "too little is known now" : "too little was known then"}, for want of ${names}`];
  }
  const { configuration, age, lost, gained, customer } = change;
  const parts = [
    ...customer.map((part) => ({ by: part.by, words: measureReason(part, faces) })),
    { by: configuration.by, words: configurationWords(configuration) },
    { by: age.by, words: ageWords(age) },
    { by: lost.by, words: `no longer known: ${named(lost.measures)}` },
    { by: gained.by, words: `now known: ${named(gained.measures)}` },
  ];
  return parts
    .filter(({ by }) => Math.abs(by) >= SMALL && Math.sign(by) === Math.sign(change.by))
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by))
    .slice(0, FEW)
    .map(({ by, words }) => `${words}: ${pointsWords(by)}`);
}

function measureReason({ id, before, after }: MeasureChange, faces: readonly MeasureFace[]): string {
  const face = faces.find((known) => known.id === id);
  if (face === undefined || after.value === null || before.value === null) return id;
  return `${saysWords(face, after.value)}, was ${figureWords(face, before.value)}`;
}

/** What changed about how a score is made: the version, the scorecard, or both. */
export function configurationWords({ version, card }: { version: readonly [number, number]; card: readonly [string, string] }): string {
  if (card[0] !== card[1]) return `scored by another card (${card[1]}, was ${card[0]})`;
  return version[0] === version[1] ? "weights and limits" : `scored by version ${version[1]}, was ${version[0]}`;
}

/** What another age changed: there are limits for young accounts. */
export function ageWords({ days: [then, now] }: { days: readonly [number, number] }): string {
  return `limits for its age, ${now} days (was ${then})`;
}
