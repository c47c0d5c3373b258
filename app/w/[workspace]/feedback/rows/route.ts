import { filterOf } from "@/app/w/[workspace]/view";
import { FeedbackFileRequest } from "@/lib/feedback/schema";
import { CSV_START, csvRow } from "@/lib/kernel/csv";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import type { Page } from "@/lib/platform/keyset";
import { defineRoute } from "@/lib/platform/route";
import { streamed } from "@/lib/platform/streamed";
import { type Feedback, listFeedback } from "@/lib/surveys/data";
import { answerClass, CLASS_WORDS, FEEDBACK_DIMENSIONS } from "@/lib/surveys/rules";

const CHUNK = 2_000;

/** All the answers a screen lists as a file, page by page, so that its length costs no memory. The filters it was made with are its name. */
export const GET = defineRoute(
  { name: "/w/[workspace]/feedback/rows", input: FeedbackFileRequest, limit: "30/m" },
  async ({ scope }, { workspace, segment, owner, ...narrowed }) => {
    const where = filterOf({ segment, owner }, FEEDBACK_DIMENSIONS);
    const asOf = now();
    const read = (after: string | null) =>
      withTenant(scope, ({ sql }) => listFeedback(sql, scope, { ...narrowed, where, after, limit: CHUNK }, asOf), "read");
    const { period, kind, class: of, words, search } = narrowed;
    const name = [
      workspace,
      "feedback",
      period,
      kind,
      of,
      segment,
      owner,
      words ? "with-words" : null,
      search,
      "as-of",
      asOf.toISOString().slice(0, 10),
    ];
    return new Response(streamed(lines(await read(null), read)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName(name)}"`,
        "cache-control": "private, no-store",
      },
    });
  },
);

async function* lines(first: Page<Feedback>, read: (after: string) => Promise<Page<Feedback>>): AsyncGenerator<string> {
  yield CSV_START +
    csvRow(["answeredOn", "kind", "score", "scale", "class", "words", "account", "name", "contact", "source", "externalId"]);
  for (let page: Page<Feedback> | null = first; page; page = page.next === null ? null : await read(page.next)) {
    yield page.rows.map(line).join("");
  }
}

function line(answer: Feedback): string {
  const { answeredOn, kind, score, scale, comment, account, by, source, externalId } = answer;
  const of = answerClass(answer);
  return csvRow([
    ...[answeredOn, kind, score, scale, of && CLASS_WORDS[kind][of].one],
    ...[comment, account?.externalId ?? null, account?.name ?? null, by, source, externalId],
  ]);
}

// Made of letters, digits and dashes alone, whatever was asked for.
function fileName(parts: readonly (string | null | undefined)[]): string {
  return parts
    .filter(Boolean)
    .join("-")
    .replace(/[^A-Za-z0-9.-]+/g, "-")
    .slice(0, 150)
    .concat(".csv");
}
