// Tells a saved page from a plain-text capture, by how it begins and by its tags.

/** Characters that are looked at. A saved page may begin with comments and white space, not with a newspaper's text. */
const REACH = 16_384;
const opening =
  /^\s*(?:<!--[\s\S]{0,8000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|\?xml[^>]{0,200}\?>\s*<(?:!doctype\s+html|html))\b/i;
const tag =
  /<\/?(?:p|div|span|a|h[1-6]|article|section|main|figure|figcaption|img|ul|li|br|meta|link|script)\b[^<>]{0,500}>/gi;
/** A page of text that talks of tags holds a few; a page of tags has one in fewer characters than this. */
const CHARACTERS_A_TAG = 400;

export function recognisesHtml(text: string): boolean {
  const start = text.slice(0, REACH);
  if (opening.test(start)) return true;
  const tags = start.match(tag)?.length ?? 0;
  return tags >= 4 && start.length / tags < CHARACTERS_A_TAG;
}
