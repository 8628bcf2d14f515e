// A record's text as paragraphs. Plain text stays plain text; what is written in HTML is parsed, and only its words come out.
import { cleanText } from '../../arabic/normal-form.ts';
import { blocksOf } from '../html/blocks.ts';
import { parsePage } from '../html/parse.ts';
import { Deadline, HTML_LIMITS } from '../html/refused.ts';

/** Tags that text is marked up with, closed by their `>`. `<` in `3 < 5` and `<< >>` about a name are none. */
const tag =
  /<(?:\/?(?:p|br|div|span|a|b|i|u|s|em|strong|small|big|font|center|sub|sup|ul|ol|li|dl|dt|dd|h[1-6]|img|hr|table|thead|tbody|tr|td|th|blockquote|pre|code|figure|figcaption|section|article|header|footer|aside|main|script|style|iframe|embed|object|video|audio|source|svg|math|form|input|button|label|select|textarea|link|meta|base|noscript|html|head|body|title)(?:[\s/][^<>]*)?>|\/[a-z][\w:-]{0,30}\s*>|!--|!doctype\s)/iu;
const blockTag = /<\/?(?:p|br|div|ul|ol|li|h[1-6]|table|tr|blockquote|pre|section|article)(?:[\s/][^<>]*)?>/iu;
/** A text in which a reference stands was written for HTML, whether or not tags are left in it. */
const reference =
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|nbsp|amp|lt|gt|quot|apos|laquo|raquo|[lr]squo|[lr]dquo|hellip|ndash|mdash|rlm|lrm|zwnj);/iu;

const limits = { ...HTML_LIMITS, text: 1_000_000, nodes: 50_000, depth: 256 };

/** In order, none empty. Throws `HtmlRefused` for markup beyond all bounds or time. */
export function paragraphsOf(text: string, milliseconds: number): string[] {
  return plain(text, milliseconds)
    .split(/\r\n?|[\n\u{85}\u{2028}\u{2029}]/u)
    .map(paragraphText)
    .filter((paragraph) => paragraph !== '');
}

/** The same as one line. */
export const oneLineOf = (text: string, milliseconds: number): string => paragraphsOf(text, milliseconds).join(' ');

const hasTags = (text: string): boolean => text.includes('<') && tag.test(text);

function plain(text: string, milliseconds: number): string {
  if (hasTags(text)) return textOfHtml(text, milliseconds);
  if (!text.includes('&') || !reference.test(text)) return text;
  const unescaped = textOfHtml(text, milliseconds);
  // Markup that was escaped once more on its way, as feeds do.
  return hasTags(unescaped) ? textOfHtml(unescaped, milliseconds) : unescaped;
}

function textOfHtml(html: string, milliseconds: number): string {
  // Where nothing else parts paragraphs the line ends do; in HTML proper they are spaces.
  const parted = blockTag.test(html) ? html : html.replace(/\r\n?|\n/gu, '<br><br>');
  const page = parsePage(`<body><div>${parted}</div>`, limits, new Deadline(milliseconds));
  return blocksOf(page.root, () => false)
    .map((block) => block.text)
    .join('\n');
}

/** As the other readers keep text: tashkeel stays, presentation forms become letters, spaces one. */
const paragraphText = (line: string): string => cleanText(line.toWellFormed()).replace(/\s+/gu, ' ').trim();
