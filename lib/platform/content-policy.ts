/** What a page may load and run. Scripts need the page's nonce; inline styles are allowed because charts and menus place themselves with them. */
export function contentPolicy(nonce: string, { isDevelopment, isGuarded }: { isDevelopment: boolean; isGuarded: boolean }): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    ...(isGuarded ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Said with every answer. */
export function securityHeaders(isGuarded: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ...(isGuarded ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
