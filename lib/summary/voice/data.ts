import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { themeOf } from "@/lib/summary/voice/words";
import { countFeedback, type Feedback, listFeedback } from "@/lib/surveys/data";

/** A word that happy or unhappy answers share: in how many of them it stands, in how many of the others, and the newest of them. */
export type Theme = {
  of: "good" | "bad";
  word: string;
  answers: number;
  all: number;
  others: { answers: number; all: number };
  quote: Feedback | null;
};

/** Of so many answers of each kind, the newest, the word is chosen; it is counted in all. */
const READ = 400;

/** What unhappy and happy answers of a period speak of. One that has no such word is left out. */
export async function readThemes(sql: Sql, scope: Scope, { period }: { period: string }, asOf: Date): Promise<Theme[]> {
  const all = { period, where: {}, kind: null, words: true, search: "" };
  const list = async (of: Theme["of"], search: string, limit: number) =>
    (await listFeedback(sql, scope, { ...all, class: of, search, after: null, limit }, asOf)).rows;
  const count = async (of: Theme["of"], search: string) => (await countFeedback(sql, scope, { ...all, class: of, search }, asOf)).answers;
  const texts = {
    bad: (await list("bad", "", READ)).map(({ comment }) => comment ?? ""),
    good: (await list("good", "", READ)).map(({ comment }) => comment ?? ""),
  };
  const themes: Theme[] = [];
  for (const side of ["bad", "good"] as const) {
    const other = side === "bad" ? "good" : "bad";
    const word = themeOf(texts[side], texts[other]);
    if (word === null) continue;
    const [quote = null] = await list(side, word, 1);
    const others = { answers: await count(other, word), all: await count(other, "") };
    themes.push({ of: side, word, answers: await count(side, word), all: await count(side, ""), others, quote });
  }
  return themes;
}
