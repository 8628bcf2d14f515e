// What the reader needs to know of HTML's elements: which stand alone, which break a line of text, which end others.

const names = (list: string) => new Set(list.trim().split(/\s+/));

export const VOID = names(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr',
);

/** Elements that stand on lines of their own. Unknown ones with a hyphen in their name are custom and count as well. */
const BLOCK = names(`
  address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
  frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav noscript ol optgroup option p pre
  search section select summary table tbody td tfoot th thead tr ul plaintext xmp template iframe object video audio canvas`);

const INLINE_HOLDERS = names('p h1 h2 h3 h4 h5 h6 span a li td b strong em i');

export function isBlock(tag: string, parent: string): boolean {
  if (BLOCK.has(tag)) return true;
  return tag.includes('-') && !INLINE_HOLDERS.has(parent);
}

/** Opening one of these ends an open paragraph. */
export const ENDS_PARAGRAPH = names(`
  address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul dd dt xmp`);

/** No end tag and no implied end reaches out of one of these. */
export const SCOPE_WALLS = names('table td th caption template html button object svg math');

/** Inside `head` only these stand; anything else opens the body. */
export const OF_HEAD = names('meta link title script style base noscript template object bgsound basefont');

export const HEADINGS = names('h1 h2 h3 h4 h5 h6');

/** Elements whose inside is never a story's text. */
export const NEVER_TEXT = names(`
  script style template iframe object embed svg math canvas video audio select option optgroup datalist textarea input
  noembed noframes head map button dialog progress meter amp-iframe amp-ad amp-embed amp-sticky-ad amp-sidebar amp-consent amp-analytics
  amp-auto-ads amp-user-notification amp-video amp-youtube`);

/** Attributes that are kept; every other is dropped while parsing, handlers among them. */
export const KEPT_ATTRIBUTES = names(`
  id class href src srcset alt title rel itemprop itemtype itemscope property name content datetime lang dir hidden role style
  type width height size typeof pubdate aria-hidden aria-label http-equiv
  data-src data-original data-lazy-src data-srcset data-lazy-srcset data-original-src data-url data-image data-full
  data-testid data-component data-component-name data-type data-module data-qa data-role data-caption data-credit data-datetime
  data-timestamp data-sizes`);

export const HEAVY_ATTRIBUTES = names('content srcset data-srcset data-lazy-srcset');
