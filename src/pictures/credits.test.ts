// What is read from a picture's own metadata, whoever wrote it and in whatever encoding.
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCredits } from './credits.ts';
import { readLegacyText, repairMojibake, tidyLine } from './legacy-text.ts';
import { windows1256, withIptc, withXmp } from './testing/jpeg-segments.ts';
import { readXmp } from './xmp.ts';

const caption = 'وزير الخارجية في مؤتمر صحافي بالعاصمة (أ.ف.ب)';
let plain: Buffer;

beforeAll(async () => {
  plain = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer();
});

const creditsOf = async (jpeg: Buffer): ReturnType<typeof readCredits> =>
  readCredits(jpeg, await sharp(jpeg).metadata());

const packet = (body: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ps="http://ns.adobe.com/photoshop/1.0/">${body}</rdf:RDF></x:xmpmeta>`;

describe('IPTC', () => {
  it('is read in UTF-8', async () => {
    const jpeg = withIptc(plain, [
      [120, Buffer.from(caption)],
      [110, Buffer.from('أ.ف.ب')],
      [80, Buffer.from('سمير الحلبي')],
      [116, Buffer.from('© 2026')],
    ]);
    expect(await creditsOf(jpeg)).toEqual({ caption, credit: 'أ.ف.ب', byline: 'سمير الحلبي', rights: '© 2026' });
  });

  it('is read in windows-1256', async () => {
    const jpeg = withIptc(plain, [
      [120, windows1256(caption)],
      [110, windows1256('رويترز')],
      [80, windows1256('سمير')],
    ]);
    expect(await creditsOf(jpeg)).toMatchObject({ caption, credit: 'رويترز', byline: 'سمير' });
  });

  it('is read in windows-1256 when it is only the initials of an agency', async () => {
    expect((await creditsOf(withIptc(plain, [[110, windows1256('أ.ف.ب')]]))).credit).toBe('أ.ف.ب');
  });

  it('is read in windows-1252 when it is French', async () => {
    const french = 'Le président à la tribune de l’Assemblée, où il a été ovationné';
    const bytes = Buffer.from(french.replaceAll('’', "'"), 'latin1');
    expect((await creditsOf(withIptc(plain, [[120, bytes]]))).caption).toBe(french.replaceAll('’', "'"));
  });

  it('names every photographer', async () => {
    const jpeg = withIptc(plain, [
      [80, Buffer.from('سمير الحلبي')],
      [80, Buffer.from('Anna Lind')],
    ]);
    expect((await creditsOf(jpeg)).byline).toBe('سمير الحلبي / Anna Lind');
  });

  it('is bounded in length', async () => {
    const jpeg = withIptc(plain, [
      [120, Buffer.from('كلمة '.repeat(3000))],
      [110, Buffer.from('x'.repeat(30_000))],
    ]);
    const credits = await creditsOf(jpeg);
    expect(credits.caption.length).toBeLessThanOrEqual(2000);
    expect(credits.caption.endsWith('كلمة')).toBe(true);
    expect(credits.credit).toHaveLength(300);
  });

  it('does no harm when it is cut off', async () => {
    const jpeg = withIptc(plain, [[120, Buffer.from(caption)]]);
    const torn = Buffer.from(jpeg);
    torn.writeUInt16BE(60_000, torn.indexOf(Buffer.from([0x1c, 2, 120])) + 3);
    await expect(creditsOf(torn)).resolves.toHaveProperty('credit', '');
  });
});

describe('XMP', () => {
  it('is believed before IPTC', async () => {
    const body = `<rdf:Description ps:Credit="د.ب.أ"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">${caption} &amp; غيره</rdf:li><rdf:li xml:lang="en">In English</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>007</rdf:li></rdf:Seq></dc:creator></rdf:Description>`;
    const jpeg = withIptc(withXmp(plain, packet(body)), [
      [120, Buffer.from('old')],
      [110, Buffer.from('old')],
      [116, Buffer.from('©')],
    ]);
    expect(await creditsOf(jpeg)).toEqual({
      caption: `${caption} & غيره`,
      credit: 'د.ب.أ',
      byline: '007',
      rights: '©',
    });
  });

  it('may use any prefix', () => {
    const other =
      '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:q="http://purl.org/dc/elements/1.1/"><r:Description><q:rights>لنا</q:rights></r:Description></r:RDF>';
    expect(readXmp(other)).toEqual({ rights: 'لنا' });
  });

  it.each([
    ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'],
    ['a deep nest', '<a>'.repeat(100_000)],
    ['attributes without end', `<a ${'b="'.repeat(80_000)}`],
    ['a megabyte of brackets', '<'.repeat(1_000_000)],
    ['half a list', packet('<rdf:Description><dc:creator><rdf:Seq>').slice(0, 250)],
    ['nothing', ''],
  ])('survives %s quickly', (_, hostile) => {
    const start = performance.now();
    expect(readXmp(hostile)).toEqual({});
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it('keeps what stood before the place where it broke', () => {
    const broken = packet('<rdf:Description ps:Credit="وكالة"/><<<');
    expect(readXmp(broken)).toEqual({ credit: 'وكالة' });
  });
});

describe('EXIF', () => {
  it('is read from JPEG, PNG, WebP and AVIF', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const file = await sharp(plain)
        .withExif({ IFD0: { ImageDescription: 'A square', Artist: 'Anna Lind', Copyright: 'All rights' } })
        .toFormat(format)
        .toBuffer();
      expect(await readCredits(file, await sharp(file).metadata())).toEqual({
        caption: 'A square',
        credit: '',
        byline: 'Anna Lind',
        rights: 'All rights',
      });
    }
  });

  it.each(['OLYMPUS DIGITAL CAMERA', 'SONY DSC', '??? ??????', '   '])('says nothing with %j', async (noise) => {
    const file = await sharp(plain)
      .withExif({ IFD0: { ImageDescription: noise } })
      .jpeg()
      .toBuffer();
    expect((await creditsOf(file)).caption).toBe('');
  });
});

describe('text that was decoded wrongly', () => {
  it('is repaired when UTF-8 was read as Latin', () => {
    expect(repairMojibake(Buffer.from(caption).toString('latin1'))).toBe(caption);
    expect(repairMojibake(new TextDecoder('windows-1252').decode(Buffer.from(caption)))).toBe(caption);
  });

  it('is repaired when windows-1256 was read as Latin', () => {
    expect(repairMojibake(new TextDecoder('windows-1252').decode(windows1256('القاهرة اليوم')))).toBe('القاهرة اليوم');
  });

  it.each(['Åse Øygård på Røros', 'Crème brûlée', 'naïve café', 'العربية', '한국어', 'ÀÉÎ', ''])(
    'is left alone when it is right: %s',
    (text) => {
      expect(repairMojibake(text)).toBe(text);
      expect(readLegacyText(Buffer.from(text))).toBe(text);
    },
  );
});

describe('a tidy line', () => {
  it('has no control characters, no line breaks and no half characters', () => {
    expect(tidyLine('  سطر\u0000 أول\r\n\tوثانٍ ', 100)).toBe('سطر أول وثانٍ');
    expect(tidyLine(`${'a'.repeat(9)}😀`, 10)).toBe('a'.repeat(9));
  });
});
