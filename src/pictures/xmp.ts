// Reads the few XMP fields that a newspaper needs. A real XML parser is used because the file is a stranger's: exifr's
// own XMP reader is nested regular expressions, and neither decodes entities nor keeps `007` a text.
import { SaxesParser } from 'saxes';

export interface XmpFields {
  readonly description?: string;
  readonly credit?: string;
  readonly source?: string;
  readonly creator?: string;
  readonly rights?: string;
}

/** Right in every language, unlike a comma. */
export const betweenNames = ' / ';

type FieldName = keyof XmpFields;

/** Properties by namespace and local name; prefixes are the writer's choice. Source: XMP specification part 1, IPTC Photo Metadata. */
const properties: ReadonlyMap<string, FieldName> = new Map([
  ['http://purl.org/dc/elements/1.1/ description', 'description'],
  ['http://purl.org/dc/elements/1.1/ creator', 'creator'],
  ['http://purl.org/dc/elements/1.1/ rights', 'rights'],
  ['http://ns.adobe.com/photoshop/1.0/ Credit', 'credit'],
  ['http://ns.adobe.com/photoshop/1.0/ Source', 'source'],
]);

/** Longer packets are editing histories; what we want stands in the first of it, and a cut packet is still read so far. */
const longestPacket = 256 * 1024;
const longestValue = 8000;
const deepest = 40;

/** The fields that are there; an unreadable packet has none, or those before the place where it broke. */
export function readXmp(packet: string): XmpFields {
  const values: Partial<Record<FieldName, string[]>> = {};
  const path: (FieldName | null)[] = [];
  let text = '';
  const keep = (field: FieldName): void => {
    const value = text.trim().slice(0, longestValue);
    text = '';
    if (value === '') return;
    const list = values[field] ?? [];
    values[field] = list;
    // Alternatives in other languages follow the default one; only creators are a real list.
    if (list.length < (field === 'creator' ? 10 : 1)) list.push(value);
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    if (path.length >= deepest) throw new Error('nested too deeply');
    for (const attribute of Object.values(tag.attributes)) {
      const field = properties.get(`${attribute.uri} ${attribute.local}`);
      if (field === undefined) continue;
      text = attribute.value;
      keep(field);
    }
    text = '';
    path.push(properties.get(`${tag.uri} ${tag.local}`) ?? path.at(-1) ?? null);
  });
  parser.on('text', (piece) => {
    if (text.length < longestValue) text += piece;
  });
  parser.on('closetag', () => {
    const field = path.pop();
    if (field) keep(field);
    text = '';
  });
  parser.on('doctype', () => {
    throw new Error('a packet has no document type');
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(packet.slice(0, longestPacket)).close();
  } catch {
    // What was read before it broke is still what the photographer wrote.
  }
  return Object.fromEntries(Object.entries(values).map(([field, list]) => [field, list.join(betweenNames)]));
}
