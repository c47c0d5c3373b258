import { expect, test } from "vitest";
import { faultOfAddress, isOuter, post } from "@/lib/platform/egress";

// The first and the last address of each range that leads inside.
const INNER = [
  ...["0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255"],
  ...["169.254.0.0", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.255", "192.168.0.0", "192.168.255.255"],
  ...["198.18.0.0", "198.19.255.255", "224.0.0.0", "239.255.255.255", "240.0.0.0", "255.255.255.255"],
  ...["::", "::1", "fc00::", "fdff:ffff::1", "fe80::1", "febf::1", "ff00::", "ffff::1", "::ffff:8.8.8.8", "::ffff:127.0.0.1"],
  ...["64:ff9b::", "64:ff9b::7f00:1", "2002::", "2002:7f00:1::", "2001::", "2001:0:ffff::1"],
];

const OUTER = [
  ...["1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255"],
  ...["172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255"],
  ...["2606:4700::1111", "2a00:1450::1", "2001:4860:4860::8888"],
];

test.each(INNER)("%s lies inside and is never called", (address) => {
  expect(isOuter(address)).toBe(false);
  const host = address.includes(":") ? `[${address}]` : address;
  expect(faultOfAddress(`https://${host}/`)).toContain("inside a network");
});

test.each(OUTER)("%s is of the open internet", (address) => expect(isOuter(address)).toBe(true));

test("what is no address is not outer", () => expect(isOuter("localhost")).toBe(false));

test.each([
  ["http://example.com/", /begin with https/],
  ["file:///etc/passwd", /begin with https/],
  ["https://example.com:22/", /443 and 8443/],
  ["https://me:secret@example.com/", /no password/],
  ["https://localhost/", /inside a network/],
  ["https://2130706433/", /inside a network/],
  ["https://0x7f.1/", /inside a network/],
  ["https://[::ffff:127.0.0.1]/", /inside a network/],
  ["not an address", /no address/],
])("%s is refused before anything is called", async (address, sentence) => {
  expect(faultOfAddress(address)).toMatch(sentence);
  await expect(post(address, "", {})).rejects.toThrow(sentence);
});

test.each([[["127.0.0.1"]], [["1.1.1.1", "10.0.0.1"]], [["::1"]], [["169.254.169.254"]]])(
  "a name that leads to %j is not connected to",
  async (found) => {
    const answer = found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const way = {
      lookup: (_: string, __: object, done: (error: null, all: typeof answer) => void) => done(null, answer),
      permits: isOuter,
      ports: [443],
    };
    await expect(post("https://hooks.example.com/", "{}", {}, way)).rejects.toThrow("leads inside a network");
  },
);
