// Whether a text is a web page, told from its beginning: so that a folder of mixed captures is read by the right readers.

const REACH = 8_192;
const TAGS =
  /<(?:\/?(?:head|body|div|p|table|tr|td|article|section|main|header|footer|nav|ul|li|span|font|center|h[1-6]|figure|a)|meta|title|link|script|img|br)(?=[\s/>])/gi;
const NOT_HTML =
  /^<(?:\?xml-stylesheet|rss|feed|rdf|nitf|newsml|newsitem|newsmessage|urlset|sitemapindex|opml|svg|math|catalog|xs:|xsl:)/i;

/**
 * Whether a text is HTML: it begins as a page does, or its first part is made of a page's elements. Feeds, agency files and
 * other XML are not; nor is plain text in which a tag or two were left.
 */
export function recognisesHtml(text: string): boolean {
  const start = withoutPreamble(text.slice(0, REACH));
  if (/^<!doctype\s+html/i.test(start) || /^<html[\s>]/i.test(start)) return true;
  if (NOT_HTML.test(start)) return false;
  const tags = start.match(TAGS) ?? [];
  const kinds = new Set(tags.map((tag) => tag.toLowerCase().replace(/[</]/g, '')));
  const marked = tags.reduce((sum, tag) => sum + tag.length, 0);
  // Capture files quote a tag now and then; a page, or a part of one, begins with one and has many kinds of them.
  return start.startsWith('<')
    ? kinds.size >= 2 && tags.length >= 3
    : kinds.size >= 4 && tags.length >= 10 && marked > start.length / 80;
}

/** Without byte order mark, space, XML declaration and comments; bounded, since each step takes something away. */
function withoutPreamble(text: string): string {
  let rest = text.replace(/^[\s\u{FEFF}]+/u, '');
  for (let steps = 0; steps < 50; steps += 1) {
    const end = rest.startsWith('<!--')
      ? rest.indexOf('-->') + 3
      : /^<\?xml\s/i.test(rest)
        ? rest.indexOf('?>') + 2
        : 0;
    if (end < 3) break;
    rest = rest.slice(end).trimStart();
  }
  return rest;
}
