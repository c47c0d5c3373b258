import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/platform/env";
import { SOCKET_HEADER } from "@/lib/platform/socket-address";

/** Where the request came from: the socket's peer, or the hop that so many trusted proxies vouch for. */
export async function clientAddress(): Promise<string> {
  return addressIn(await headers(), env().TRUST_PROXY);
}

/** `proxies` are the balancers in front of us that append to X-Forwarded-For; whatever stands before their entries is anyone's word. */
export function addressIn(headers: Headers, proxies: number): string {
  const socket = headers.get(SOCKET_HEADER) ?? "unknown";
  if (proxies === 0) return socket;
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return hops.at(-proxies) || socket;
}
