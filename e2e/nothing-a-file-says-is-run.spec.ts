import { expect, test } from "@playwright/test";
import { asAdministrator, memberOf, populate } from "./support/places";
import { signIn } from "./support/sign-in";

const DO = "window.__x=1";
const PARTS = [
  `<script>${DO}</script>`,
  `<img src=x onerror=${DO}>`,
  `<svg onload=${DO}>`,
  `<svg><script>${DO}</script></svg>`,
  `<iframe srcdoc="<script>parent.${DO}</script>">`,
  `<body onload=${DO}>`,
  `<a href="javascript:${DO}">a</a>`,
  `<math><mtext></mtext><mglyph><style><img src=x onerror=${DO}>`,
  `<details open ontoggle=${DO}>`,
  `<input autofocus onfocus=${DO}>`,
  `<style>@import 'data:,*{}'</style>`,
  `javascript:${DO}`,
  `data:text/html,<script>${DO}</script>`,
  `{{constructor.constructor('${DO}')()}}`,
  `\${${DO}}`,
  `<!--<img src="--><img src=x onerror=${DO}//">`,
  `<object data="javascript:${DO}">`,
  `<form action="javascript:${DO}"><button>b</button></form>`,
  `<video><source onerror=${DO}></video>`,
  `<template><script>${DO}</script></template>`,
];
const AROUND = [
  (words: string) => words,
  (words: string) => `"'>${words}`,
  (words: string) => `</textarea></title>${words}`,
  (words: string) => `]]>${words}<!--`,
  (words: string) => `%3C${words}&lt;`,
];
const PAYLOADS = AROUND.flatMap((around) => PARTS.map(around));

test("a hundred ways to smuggle a script into a name or a word end as text on every page", async ({ page }) => {
  const place = await populate("hostile");
  await asAdministrator(
    `WITH told AS (SELECT * FROM unnest($2::text[]) WITH ORDINALITY AS t(words, n)),
     made AS (INSERT INTO app.account (workspace_id, source, external_id, name, domain, segment, plan, stage, owner_email)
       SELECT $1::uuid, 'hostile', 'h' || n || words, words, words, left(words, 80), left(words, 80), words, words FROM told RETURNING id, name)
     INSERT INTO app.ticket (workspace_id, source, external_id, account_id, opened_at, subject, channel, priority, status)
     SELECT $1::uuid, 'hostile', 't' || id, id, now() - interval '1 day', name, name, name, 'open' FROM made`,
    [place.workspaceId, PAYLOADS],
  );
  await asAdministrator(
    `INSERT INTO app.survey_response (workspace_id, source, external_id, account_id, kind, score, scale, comment, answered_at, status)
     SELECT a.workspace_id, 'hostile', 's' || a.id, a.id, 'nps', 3, 10, a.name, now() - interval '1 hour', a.name FROM app.account a WHERE a.workspace_id = $1::uuid AND a.source = 'hostile'`,
    [place.workspaceId],
  );
  const run: string[] = [];
  page.on("dialog", (dialog) => {
    run.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => message.text().includes("Content Security Policy") && run.push(message.text()));
  await signIn(page, memberOf(place, "owner"));
  const [account] = await asAdministrator<{ id: string }>(
    "SELECT id::text FROM app.account WHERE workspace_id = $1::uuid AND source = 'hostile' LIMIT 1",
    [place.workspaceId],
  );
  for (const path of [
    "overview",
    "accounts?sort=name",
    `accounts/${account?.id}`,
    "metrics/net-promoter-score",
    "metrics/tickets?by=channel",
    "metrics/tickets?by=segment",
    "usage",
    "data",
  ]) {
    await page.goto(`/w/${place.slug}/${path}`);
    await expect(page.getByRole("heading").first()).toBeVisible();
    if (await page.evaluate(() => "__x" in window)) run.push(`${path} ran something`);
    const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? ""));
    run.push(...links.filter((href) => /^(?:javascript|data|vbscript):/i.test(href)).map((href) => `${path} links to ${href}`));
  }
  expect(run).toEqual([]);
});
