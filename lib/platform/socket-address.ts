import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

export const SOCKET_HEADER = "x-bellwether-peer";

/**
 * Tells every request where its socket comes from, over whatever the client wrote there. Next passes a client's own
 * X-Forwarded-For on as it is and hides the socket, so this is the only address that cannot be forged. Called once, in instrumentation.ts.
 */
export function tellSocketAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[SOCKET_HEADER] = request.socket.remoteAddress ?? "unknown";
  });
}
