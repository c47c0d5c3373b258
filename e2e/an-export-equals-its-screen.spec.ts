import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

test.beforeEach(async ({ page }) => signIn(page));

async function fileOf(page: Page, press: () => Promise<void>): Promise<{ head: string[]; rows: string[][]; notes: string }> {
  const waiting = page.waitForEvent("download");
  await press();
  const text = await readFile(await (await waiting).path(), "utf8");
  const [table = "", ...notes] = text.replace("\uFEFF", "").split("\r\n\r\n");
  const [head = [], ...rows] = table
    .trimEnd()
    .split("\r\n")
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)|(?<=^|,)(?=,|$)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ""));
  return { head, rows, notes: notes.join() };
}

test("the file of the accounts has the rows, the sum, the columns and the order that are seen, and says what it was narrowed to", async ({
  page,
}) => {
  await page.goto("/w/demo/accounts?band=red&sort=name&columns=mrr,health,nps");
  const total = (await page.getByTestId("accounts-total").textContent()) ?? "";
  const [, all, mrr] = /^([\d,]+) accounts?, .*?([\d,.]+) MRR$/.exec(total) ?? [];
  const { head, rows, notes } = await fileOf(page, () => page.getByRole("link", { name: "CSV" }).click());
  expect(head).toEqual(["Account", "State", "MRR (USD)", "Health", "Score", "NPS"]);
  expect(rows).toHaveLength(Number(all?.replaceAll(",", "")));
  expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(Number(mrr?.replaceAll(",", "")), 2);
  expect(rows.slice(0, 5).map(([name]) => name)).toEqual((await page.getByRole("row").getByRole("link").allInnerTexts()).slice(0, 5));
  expect(notes).toContain("Filters: Health: At risk");
  expect(notes).toContain("As of ");
});

test("the file of a chart is its table, and the file of a table reads as it does", async ({ page }) => {
  await page.goto("/w/demo/overview?segment=SMB");
  const chart = page.getByRole("figure").filter({ hasText: "MRR bridge" });
  const bridge = await fileOf(page, async () => {
    await chart.getByRole("button", { name: "Download MRR bridge" }).click();
    await page.getByRole("menuitem", { name: "Table (CSV)" }).click();
  });
  await chart.getByRole("button", { name: "Show as a table" }).click();
  const shown = await chart.getByRole("row").getByRole("cell").allInnerTexts();
  expect(bridge.rows.map(([, value]) => Number(value))).toEqual(
    shown.filter((_, index) => index % 2 === 1).map((words) => Number(words.replace(/[$,]/g, "").replace("−", "-"))),
  );
  expect(bridge.notes).toContain("segment SMB");

  await page.goto("/w/demo/portfolio");
  const table = page.getByRole("region", { name: "Owners" });
  const owners = await fileOf(page, () => page.getByRole("button", { name: "Download Owners as CSV" }).click());
  expect(owners.rows).toHaveLength((await table.getByRole("row").count()) - 1);
  expect(owners.head.slice(0, 5)).toEqual(["Owner", "Accounts", "MRR (USD)", "At risk", "At risk (USD)"]);
  const [mrr] = owners.rows.slice(0, -1).map((row) => row[2]);
  await expect(table.locator("tbody").getByRole("row").first()).toContainText(
    Number(mrr).toLocaleString("en-US", { style: "currency", currency: "USD" }),
  );
  expect(owners.rows.map(([name]) => name)).toEqual([...(await table.locator("tbody").getByRole("button").allInnerTexts()), "All of them"]);
});

test("the tiles of health are a table, and a picture", async ({ page }) => {
  await page.goto("/w/demo/health");
  const tiles = page.getByRole("figure").filter({ has: page.getByTestId("band-red") });
  const red = Number((await page.getByTestId("band-red").locator(".headline").innerText()).replaceAll(",", ""));
  const open = () => tiles.getByRole("button", { name: /^Download/ }).click();
  const { head, rows } = await fileOf(page, async () => {
    await open();
    await page.getByRole("menuitem", { name: "Table (CSV)" }).click();
  });
  expect(head).toEqual(["Health", "Accounts", "Share of accounts", "MRR (USD)", "Share of MRR"]);
  expect(rows.find(([band]) => band === "At risk")?.[1]).toBe(String(red));
  expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(1, 9);
  const waiting = page.waitForEvent("download");
  await open();
  await page.getByRole("menuitem", { name: "Picture (PNG)" }).click();
  expect((await readFile(await (await waiting).path())).subarray(1, 4).toString()).toBe("PNG");
});

test("a chart is a picture, light whatever the theme, with its words under it", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/w/demo/metrics/mrr");
  const chart = page.getByRole("figure").first();
  const waiting = page.waitForEvent("download");
  await chart.getByRole("button", { name: /^Download/ }).click();
  await page.getByRole("menuitem", { name: "Picture (PNG)" }).click();
  const picture = await readFile(await (await waiting).path());
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
  const corner = await page.evaluate(
    async (data) => {
      const image = new Image();
      image.src = data;
      await image.decode();
      const canvas = document.createElement("canvas");
      const pen = canvas.getContext("2d");
      pen?.drawImage(image, 0, 0);
      return [...(pen?.getImageData(2, 2, 1, 1).data ?? [])].slice(0, 3);
    },
    `data:image/png;base64,${picture.toString("base64")}`,
  );
  expect(Math.min(...corner)).toBeGreaterThan(240);
});
