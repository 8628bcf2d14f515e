// The form in which addresses from elsewhere are compared: host and path, without what differs between two links to one page.

/** Parameters that say where a reader came from or how the page is shown, never which page it is. */
const tracking =
  /^(utm_|fbclid$|gclid$|dclid$|msclkid$|yclid$|igshid$|mc_|ref$|ref_|cmpid$|ocid$|at_|amp$|outputtype$|_ga$|share$|taid$|__twitter)/i;

const longest = 1000;

/**
 * `https://www.Example.com/news/12/?utm_source=x#top` → `example.com/news/12`. What may tell pages apart stays:
 * `example.com/read.php?id=12`. Words are decoded, so that a percent-encoded address and a readable one meet.
 * A path alone gives the key of a path alone. Null for an address that names no page of a site: not http(s), no path,
 * or longer than 1000 characters.
 */
export function addressKey(address: string): string | null {
  if (/^\/(?!\/)/.test(address)) return pathOnlyKey(address);
  const url = parse(address);
  if (url === null) return null;
  const path = pathKey(url);
  if (path === '') return null;
  const key = `${url.host.replace(/^(www|m|amp)\./, '')}${path}`;
  return key.length > longest ? null : key;
}

/**
 * The same without the host, `/news/12`: by this a paper that has moved to Warraq answers for its old addresses under
 * whatever name it is reached. Takes an address or a path.
 */
export function pathOnlyKey(address: string): string | null {
  const url = parse(address.startsWith('/') ? `http://paper.invalid${address}` : address);
  if (url === null) return null;
  const path = pathKey(url);
  return path === '' || path.length > longest ? null : path;
}

function parse(address: string): URL | null {
  if (address.length > 2 * longest) return null;
  const url = URL.parse(withScheme(address));
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.host !== '' ? url : null;
}

function withScheme(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return address.startsWith('//') ? `https:${address}` : `https://${address}`;
}

function pathKey(url: URL): string {
  const path = decoded(url.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/(index\.(html?|php))?$/i, '');
  const telling = [...url.searchParams]
    .filter(([name]) => !tracking.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = telling.map(([name, value]) => `${name}=${value}`).join('&');
  if (path === '' && query === '') return '';
  return (query === '' ? path : `${path || '/'}?${query}`).normalize('NFC');
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
