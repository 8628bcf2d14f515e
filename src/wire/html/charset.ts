// The character set that a page's own head declares, looked for in its first bytes before anything is decoded.

/** How far into the page a declaration is looked for: the standard says 1024 bytes, real heads run longer. */
export const CHARSET_REACH = 4096;

const LONGEST_TAG = 1024;

/**
 * The label of the character set that the page declares for itself: `<meta charset>`, `<meta http-equiv=content-type>` or an
 * XML declaration. `bytesHead` is the page's first bytes, one character a byte (latin1); what stands after
 * {@link CHARSET_REACH} characters is not looked at. The answer is in small letters and is what the page claims, not what
 * is true (`windows-1256`, `iso-8859-6`, `utf-8`); null when it claims nothing. A declaration that could be read as bytes
 * is not UTF-16, so that such a label comes back as `utf-8`, as the HTML standard has it.
 */
export function declaredCharset(bytesHead: string): string | null {
  const head = bytesHead.slice(0, CHARSET_REACH);
  const inXml = /^\s{0,16}<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([\w.:-]{1,40})["']/i.exec(head)?.[1];
  const label = inMeta(head) ?? inXml ?? null;
  if (label === null) return null;
  const named = label.toLowerCase();
  return /^utf-?16/.test(named) || named === 'unicode' ? 'utf-8' : named;
}

function inMeta(head: string): string | null {
  let at = 0;
  while (at < head.length) {
    const open = head.indexOf('<', at);
    if (open < 0) return null;
    if (head.startsWith('<!--', open)) {
      const close = head.indexOf('-->', open + 4);
      if (close < 0) return null;
      at = close + 3;
      continue;
    }
    if (!/^<meta[\s/]/i.test(head.slice(open, open + 6))) {
      at = open + 1;
      continue;
    }
    const close = head.indexOf('>', open);
    const tag = head.slice(open, close < 0 ? open + LONGEST_TAG : Math.min(close, open + LONGEST_TAG));
    const label = charsetOfTag(tag);
    if (label !== null) return label;
    at = close < 0 ? head.length : close + 1;
  }
  return null;
}

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function charsetOfTag(tag: string): string | null {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of tag.matchAll(attribute)) {
    attributes.set((name ?? '').toLowerCase(), (double ?? single ?? bare ?? '').trim());
  }
  const own = attributes.get('charset');
  if (own !== undefined) return /^[\w.:-]{1,40}$/.test(own) ? own : null;
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return null;
  return /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(attributes.get('content') ?? '')?.[1] ?? null;
}
