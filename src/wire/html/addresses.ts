// Addresses that a page names: only http and https come out, absolute where the page says enough, never anything that runs.

export const HTML_ADDRESS_LIMIT = 2_000;

/**
 * The address made absolute by `base`; null for anything that is not http or https, is too long or cannot be read.
 * Without a base a relative address comes back null: half an address helps nobody.
 */
export function httpAddress(written: string | null | undefined, base: string | null): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers pass over these in addresses, and so do we
  const bare = (written ?? '').replace(/[\u0000-\u001F]+/g, '').trim();
  if (bare === '' || bare.length > HTML_ADDRESS_LIMIT) return null;
  const url = URL.parse(bare, base ?? undefined);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.username = '';
  url.password = '';
  return url.href.length > HTML_ADDRESS_LIMIT ? null : url.href;
}

const TRACKS = /^(?:utm_\w{1,20}|fbclid|gclid|dclid|msclkid|mc_[ce]id|ref|ref_src|cmpid|ocid|smid|amp|outputType)$/i;

/** The address without what only tracks: for telling whether two addresses are the same page. */
export function pageKey(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  if (url === null) return null;
  for (const name of [...url.searchParams.keys()]) if (TRACKS.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  return `${url.host.replace(/^(?:www|m|amp|mobile)\./, '')}${url.pathname.replace(/\/(?:amp\/?)?$/, '')}?${url.searchParams}`.toLowerCase();
}
