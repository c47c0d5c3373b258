import { lookup as systemLookup } from "node:dns";
import { request } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

const INNER_4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24"],
  ...["192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
];
const INNER_6 = [
  ...["::/128", "::1/128", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:db8::/32", "2002::/16"],
  ...["fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"],
];

// Two lists: in one, the range of mapped addresses would hold every IPv4 address.
const inner = { 4: listOf(INNER_4, "ipv4"), 6: listOf(INNER_6, "ipv6") };

function listOf(ranges: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = "", bits = ""] = range.split("/");
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}

/** Whether an address is of the open internet, and not of this machine, its network, or a tunnel that leads back into one. */
export function isOuter(address: string): boolean {
  const family = isIP(address);
  if (family === 0 || address.includes("%")) return false;
  return family === 4 ? !inner[4].check(address, "ipv4") : !inner[6].check(address, "ipv6");
}

/** By which way requests leave the house: how names are resolved and which addresses and ports are let through. Only tests go another. */
export type Way = {
  readonly lookup: LookupFunction;
  readonly permits: (address: string) => boolean;
  readonly ports: readonly number[];
  readonly ca?: string;
  readonly within?: number;
};

export const OPEN_INTERNET: Way = { lookup: systemLookup as LookupFunction, permits: isOuter, ports: [443, 8443] };

export type Answer = { readonly status: number; readonly text: string };

const WITHIN = 10_000;
const MOST_READ = 64 * 1024;

/** What is wrong with an address that somebody wants called; null where nothing is. The name is resolved only when it is called. */
export function faultOfAddress(text: string, { ports, permits }: Pick<Way, "ports" | "permits"> = OPEN_INTERNET): string | null {
  if (!URL.canParse(text)) return "This is no address; write one such as https://hooks.example.com/bellwether.";
  const url = new URL(text);
  if (url.protocol !== "https:") return "The address has to begin with https://.";
  if (url.username !== "" || url.password !== "") return "The address must hold no name and no password; the signature says who calls.";
  if (!ports.includes(Number(url.port || 443))) return "Only the ports 443 and 8443 are called.";
  const host = hostOf(url);
  if (isIP(host) ? !permits(host) : !host.includes(".")) return "This address lies inside a network; only the open internet is called.";
  return null;
}

/**
 * Posts to an address somebody typed. Whatever the name resolves to is checked before it is connected to, no redirect is followed, and it is over after
 * 10 seconds or 64 KB. Throws a sentence where no answer came.
 */
export async function post(
  text: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  way: Way = OPEN_INTERNET,
): Promise<Answer> {
  const fault = faultOfAddress(text, way);
  if (fault) throw new Error(fault);
  const signal = AbortSignal.timeout(way.within ?? WITHIN);
  try {
    return await sent(new URL(text), body, headers, { way, signal });
  } catch (error) {
    throw new Error(signal.aborted ? "It did not answer within 10 seconds." : wordsOf(error));
  }
}

function sent(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  { way, signal }: { way: Way; signal: AbortSignal },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, {
      method: "POST",
      agent: false,
      lookup: guarded(way),
      signal,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      ...(way.ca === undefined ? {} : { ca: way.ca }),
    });
    asking.on("error", reject);
    asking.on("response", (answer) => {
      const parts: Buffer[] = [];
      let read = 0;
      const done = () => {
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).subarray(0, MOST_READ).toString("utf8") });
        asking.destroy();
      };
      answer.on("data", (part: Buffer) => {
        parts.push(part);
        read += part.length;
        if (read >= MOST_READ) done();
      });
      answer.on("end", done);
      answer.on("error", reject);
    });
    asking.end(body);
  });
}

// A name that leads to one inner address is refused whole: which of its addresses is taken is not ours to choose.
function guarded({ lookup, permits }: Way): LookupFunction {
  return (host, options, callback) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => permits(address)))
        return callback(new Error("The name leads inside a network; only the open internet is called."), []);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
}

function hostOf({ hostname }: URL): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return "It could not be reached.";
  if (/^[A-Z].*\.$/.test(error.message)) return error.message;
  const code = "code" in error ? String(error.code) : error.message;
  return `It could not be reached (${code.slice(0, 80)}).`;
}
