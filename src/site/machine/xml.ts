// Writes XML that every parser reads: names are ours, everything else is escaped and rid of what XML forbids.

/** A piece of a document that is already XML. Only the functions of this file make one. */
export interface Xml {
  readonly xml: string;
}

export type Child = Xml | string | number | null | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | null>>;

/** All but `Char` of XML 1.0 §2.2: control characters, U+FFFE and U+FFFF, and halves of surrogate pairs. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Whatever may hold one of these: a test by code units is several times as fast, and most texts have neither. */
const suspicious = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/;

/** The text without the characters that no XML document may hold, however they are written. */
export function withoutForbidden(text: string): string {
  return suspicious.test(text) ? text.replace(forbidden, '') : text;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would turn these into line feeds and spaces.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};
const entityOf = (character: string): string => entities[character] ?? character;

/** `>` as well: a bare `]]>` is forbidden in text. */
const escapedText = (text: string): string => withoutForbidden(text).replace(/[&<>\r]/g, entityOf);
const escapedAttribute = (text: string): string => withoutForbidden(text).replace(/[&<>"\r\n\t]/g, entityOf);

function childXml(child: Child): string {
  if (child === null) return '';
  if (typeof child === 'string') return escapedText(child);
  if (typeof child === 'number') return String(child);
  return 'xml' in child ? child.xml : child.map(childXml).join('');
}

/** An element. Attributes that are null are left out; children that are strings are text. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Xml {
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null) tag += ` ${attribute}="${escapedAttribute(String(value))}"`;
  }
  const content = childXml(children);
  return { xml: content === '' ? `${tag}/>` : `${tag}>${content}</${name}>` };
}

/** Text as a character data section: shorter than escaping where the text is HTML. */
export function characterData(text: string): Xml {
  const safe = withoutForbidden(text).replaceAll(']]>', ']]]]><![CDATA[>');
  return { xml: `<![CDATA[${safe}]]>` };
}

/** A whole document in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
