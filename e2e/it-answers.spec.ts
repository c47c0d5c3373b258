import { expect, test } from "@playwright/test";

test("the app says that it lives and that it is ready", async ({ request }) => {
  expect((await request.get("/livez")).status()).toBe(200);
  expect(await (await request.get("/readyz")).json()).toEqual({ ready: true, missing: null });
});

test("a page that does not exist says nothing of what runs here", async ({ request }) => {
  const answer = await request.get("/_next/image?url=%2Ffavicon.ico&w=64&q=75");
  expect(answer.status()).toBe(404);
  expect(answer.headers()).not.toHaveProperty("x-powered-by");
});
