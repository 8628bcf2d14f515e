// The headers that keep a reader's browser from doing what the paper never asked it to do.
import type { HeaderPairs } from './answer.ts';

/** `scriptHash` is the `sha256-…` of the one inline script, which sets text size and theme before the first paint. */
export function pageSecurity(scriptHashes: readonly string[]): HeaderPairs {
  const policy = [
    "default-src 'none'",
    `script-src 'self'${scriptHashes.map((hash) => ` '${hash}'`).join('')}`,
    // Blurred placeholders and focal points are style attributes; there is no way to hash those.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
  return ['Content-Security-Policy', policy, 'Referrer-Policy', 'strict-origin-when-cross-origin', ...everywhere];
}

export const everywhere: HeaderPairs = ['X-Content-Type-Options', 'nosniff'];
