import { expect, test } from "@playwright/test";
import { type Answer, act, builtActions, cookieOf } from "./support/doorway";
import { installation } from "./support/installation";
import { memberOf, type Place, populate } from "./support/places";

let place: Place;
let cookie: string;

test.beforeAll(async () => {
  place = await populate("commanded");
  cookie = await cookieOf(memberOf(place, "owner"));
});

const { url } = { url: `http://localhost:${process.env.BELLWETHER_E2E_PORT}` };
const host = new URL(url).host;

const HOSTILE: Record<string, string>[] = [
  "https://evil.example",
  "null",
  undefined,
  "http://localhost:1",
  `https://${host}`,
  `http://${host}.evil.example`,
].flatMap((origin) =>
  [undefined, "evil.example", host].map((forwarded) => ({
    ...(origin === undefined ? {} : { origin }),
    ...(forwarded === undefined ? {} : { "x-forwarded-host": forwarded }),
  })),
);
HOSTILE.push(
  { origin: url, "sec-fetch-site": "cross-site" },
  { origin: url, "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "none" },
  { referer: `${url}/` },
);

/** Whether the action's own code was reached: it then answers, if only that the input is wrong. */
function wasExecuted({ code }: Answer): boolean {
  return !["origin", "none"].includes(code);
}

test("no action runs for a page that is not ours, whatever the request says of itself", async () => {
  const reached: string[] = [];
  for (const action of builtActions()) {
    const input = { workspace: place.slug, "not a field": true };
    expect(wasExecuted(await act(action, input, { cookie }))).toBe(true);
    for (const headers of HOSTILE) {
      const plain = await act(action, input, { cookie, headers });
      const form = new FormData();
      form.set("1_workspace", place.slug);
      form.set("0", JSON.stringify([input]));
      const multipart = await act(action, input, { cookie, headers, body: form });
      if (wasExecuted(plain) || wasExecuted(multipart))
        reached.push(`${action.name} ${JSON.stringify(headers)} ${plain.code} ${multipart.code}`);
    }
  }
  expect(reached).toEqual([]);
});

test("a form of another page signs nobody in or out", async () => {
  for (const path of ["signout", "callback/credentials", "session", "signin/credentials"]) {
    for (const headers of HOSTILE) {
      const answer = await fetch(`${installation().url}/api/auth/${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, ...headers },
        body: new URLSearchParams({ csrfToken: "x", json: "true" }),
      });
      expect([path, JSON.stringify(headers), answer.status]).toEqual([path, JSON.stringify(headers), 403]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  }
});
