// Promises of the file beside it, each as a test.
import { describe, expect, it } from 'vitest';
import { type Decoded, decodeText, type NotText } from './encoding.ts';

const arabic = 'قالت رئيسة البلدية إن المحطة «ثمرة ثلاث سنوات من العمل»، وإنها ستدار من تعاونية محلية.\n';
const inPage = (text: string, page: string): Uint8Array => {
  const decoder = new TextDecoder(page);
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (character) => bytes.get(character) ?? 0x3f);
};
const read = (bytes: Uint8Array, declared?: string): Decoded => {
  const decoded = decodeText(bytes, { declared });
  if (!('text' in decoded)) throw new Error(decoded.reason);
  return decoded;
};
const refused = (bytes: Uint8Array): NotText => {
  const decoded = decodeText(bytes);
  if ('text' in decoded) throw new Error(`read as ${decoded.encoding}`);
  return decoded;
};
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

describe('decodeText', () => {
  it('reads UTF-8 with and without its mark and leaves the mark out', () => {
    expect(read(Buffer.from(arabic))).toEqual({ text: arabic, encoding: 'utf-8', repaired: 0 });
    expect(read(Buffer.from(`\u{FEFF}${arabic}`)).text).toBe(arabic);
  });

  it.each([
    ['utf-16le', Buffer.from(`\u{FEFF}${arabic}`, 'utf16le')],
    ['utf-16le', Buffer.from(arabic, 'utf16le')],
    ['utf-16be', utf16be(`\u{FEFF}${arabic}`)],
    ['utf-16be', utf16be(arabic)],
  ])('reads %s with and without its mark', (encoding, bytes) => {
    expect(read(bytes)).toEqual({ text: arabic, encoding, repaired: 0 });
  });

  it('tells windows-1256 from ISO-8859-6 by which of them gives Arabic', () => {
    expect(read(inPage(arabic, 'windows-1256'))).toMatchObject({ text: arabic, encoding: 'windows-1256' });
    const plain = arabic.replace(/[«»]/gu, '');
    expect(read(inPage(plain, 'iso-8859-6'))).toMatchObject({ text: plain, encoding: 'iso-8859-6' });
  });

  it('tells them apart in a single headline too', () => {
    const headline = 'مجلس الجامعة يقر لائحة جديدة';
    expect(read(inPage(headline, 'windows-1256')).encoding).toBe('windows-1256');
    expect(read(inPage(headline, 'iso-8859-6')).encoding).toBe('iso-8859-6');
  });

  it('reads the quotes and accents of windows-1252 in an English page', () => {
    const english = '“It’s a café,” she said — and paid £5.';
    expect(read(inPage(english, 'windows-1252'))).toMatchObject({ text: english, encoding: 'windows-1252' });
  });

  it('believes what was declared when the bytes can be that, and not when they cannot', () => {
    expect(read(inPage('شؤون', 'iso-8859-6'), 'ISO-8859-6').encoding).toBe('iso-8859-6');
    expect(read(Buffer.from(arabic), 'windows-1256').encoding).toBe('utf-8');
  });

  it('repairs one broken place in a text that is otherwise UTF-8 and counts it', () => {
    const bytes = Buffer.from(arabic.repeat(20));
    bytes[400] = 0xff;
    const decoded = read(bytes);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.repaired).toBeGreaterThan(0);
    expect(decoded.text).toContain('\u{FFFD}');
  });

  it('refuses text in no known encoding and names the first byte that is wrong', () => {
    const bytes = Buffer.concat([
      Buffer.from('abc '),
      Buffer.from(Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 7) % 32))),
    ]);
    expect(refused(bytes)).toMatchObject({ kind: 'encoding', place: 'byte 4' });
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['a JPEG picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
    ['a ZIP archive', Buffer.from('PK\u{3}\u{4}rest of it')],
  ])('refuses %s by its first bytes and says what it is', (name, bytes) => {
    const answer = refused(bytes);
    expect(answer.kind).toBe('binary');
    expect(answer.reason).toContain(name);
  });

  it('refuses zero bytes and a crowd of control characters as binary', () => {
    expect(refused(Buffer.from(`${arabic}${arabic}\0${arabic}`)).kind).toBe('binary');
    expect(refused(Buffer.from('a\u{1}b\u{2}c\u{3}d\u{4}'.repeat(20))).kind).toBe('binary');
  });

  it('refuses nothing and nothing but blanks as empty', () => {
    expect(refused(Buffer.alloc(0)).kind).toBe('empty');
    expect(refused(Buffer.from(' \r\n\t\n')).kind).toBe('empty');
  });

  it('refuses UTF-16 that ends in the middle of a character', () => {
    expect(refused(Buffer.from(`\u{FEFF}${arabic}`, 'utf16le').subarray(0, 41)).kind).toBe('encoding');
  });
});
