/**
 * Whether a state-changing request comes from one of our own pages. Browsers set both headers and pages cannot;
 * a request with neither is refused. X-Forwarded-Host is never looked at.
 */
export function isOwnOrigin(headers: Headers, appUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === null && origin === null) return false;
  if (site !== null && site !== "same-origin") return false;
  if (origin === null || origin === new URL(appUrl).origin) return true;
  return site === "same-origin" && URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
