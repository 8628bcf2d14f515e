// A small paper for the tests of this folder: two editions, a story with one of each block, and a story written to do harm.
import { type Body, body } from '../../../story/body.ts';
import type { Card, ShownPicture } from '../../../story/card.ts';
import { card } from '../../../story/card.ts';
import { type Edition, edition } from '../../../story/edition.ts';
import { authorId, editionKey, pictureId, sectionId, storyId, topicId } from '../../../story/ids.ts';
import type { DependencyKey } from '../../../story/listing.ts';
import { picture } from '../../../story/picture.ts';
import { section } from '../../../story/section.ts';
import type { Furniture, StoryView } from '../../../story/views.ts';
import type { PageContext } from '../../page-context.ts';

export const ORIGIN = 'https://paper.example';
export const NOW = Temporal.Instant.from('2026-11-24T12:00:00Z');

const arabicEdition: Edition = edition.parse({
  key: 'ar',
  name: 'الميزان',
  motto: 'صحيفة عربية يومية',
  language: 'ar',
  direction: 'rtl',
  timeZone: 'Asia/Riyadh',
  digits: 'latn',
  monthNaming: 'both',
  calendars: ['gregorian', 'hijri'],
  isDefault: true,
  fallbackSection: 'متفرقات',
});

const englishEdition: Edition = edition.parse({
  ...arabicEdition,
  key: 'en',
  name: 'The Balance',
  motto: 'A daily from the Arab world',
  language: 'en',
  direction: 'ltr',
  timeZone: 'UTC',
  isDefault: false,
});

const world = section.parse({
  id: 1,
  edition: 'ar',
  slug: 'world',
  name: 'العالم',
  parentId: null,
  position: 0,
  palette: 'teal',
});
const asia = section.parse({ ...world, id: 2, slug: 'آسيا', name: 'آسيا', parentId: 1, position: 1 });
const worldInEnglish = section.parse({ ...world, id: 9, edition: 'en', name: 'World' });

const editions = [arabicEdition, englishEdition];
export const arabic: Furniture = { edition: arabicEdition, sections: [world, asia], editions };
export const english: Furniture = { edition: englishEdition, sections: [worldInEnglish], editions };

/** A context, with the keys that pages declared. */
export function contextOf(furniture: Furniture = arabic): PageContext & { readonly declared: Set<DependencyKey> } {
  const declared = new Set<DependencyKey>();
  return {
    furniture,
    elsewhere: furniture === arabic ? [english] : [arabic],
    now: NOW,
    origin: ORIGIN,
    assets: {
      path: (name) => `/assets/${name}`,
      inline: { head: '', headHash: 'sha256-0' },
    },
    depend: (key) => declared.add(key),
    declared,
  };
}

const harbour = picture.parse({
  id: 5,
  hash: 'ab'.repeat(32),
  format: 'jpeg',
  width: 2400,
  height: 1600,
  caption: 'ميناء قديم',
  credit: 'أ.ف.ب',
  alt: 'قوارب راسية',
  focalPoint: { x: 0.5, y: 0.4 },
  placeholder: 'data:image/webp;base64,AAAA',
});

export const lead: ShownPicture = {
  file: { hash: harbour.hash, width: harbour.width, height: harbour.height, placeholder: harbour.placeholder },
  focalPoint: harbour.focalPoint,
  caption: harbour.caption,
  credit: harbour.credit,
  alt: harbour.alt,
};

const text = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });

const everyBlock: Body = body.parse({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'قال الوزير إن ' },
        { type: 'text', text: 'الاتفاق', marks: [{ type: 'strong' }] },
        { type: 'text', text: ' نُشر', marks: [{ type: 'link', attrs: { href: '/world' } }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'F-16', marks: [{ type: 'run', attrs: { language: 'en', direction: 'ltr' } }] },
        { type: 'text', text: 'الهامش', marks: [{ type: 'link', attrs: { href: '#notes' } }] },
        {
          type: 'text',
          text: 'الوكالة',
          marks: [{ type: 'link', attrs: { href: 'https://agency.example/?a=1&b=2' } }],
        },
      ],
    },
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'خلفية' }] },
    { type: 'quote', attrs: { attribution: 'الوزير' }, content: [text('لن نتراجع')] },
    { type: 'pullQuote', attrs: {}, content: [{ type: 'text', text: 'لن نتراجع' }] },
    { type: 'list', attrs: { ordered: true }, content: [{ type: 'listItem', content: [text('أولاً'), text('ثانياً')] }] },
    { type: 'picture', attrs: { pictureId: 5, caption: 'من الجو' } },
    { type: 'gallery', content: [{ type: 'picture', attrs: { pictureId: null, caption: 'صورة لم تصل' } }] },
    { type: 'embed', attrs: { provider: 'youtube', href: 'https://youtube.example/v' } },
    { type: 'relatedInline', attrs: { storyId: 12 } },
    { type: 'relatedInline', attrs: { storyId: 13 } },
    {
      type: 'table',
      attrs: { caption: 'الأسعار' },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', attrs: { header: true }, content: [{ type: 'text', text: 'السلعة' }] },
            { type: 'tableCell', attrs: { header: false } },
          ],
        },
      ],
    },
    { type: 'facts', attrs: { title: 'أرقام' }, content: [{ type: 'listItem', content: [text('10 سفن')] }] },
    { type: 'separator' },
  ],
});

export const storyCard: Card = card.parse({
  id: 11,
  edition: 'ar',
  sectionId: 2,
  kind: 'news',
  slug: 'اتفاق-على-فتح-الميناء',
  headline: 'اتفاق على فتح الميناء',
  kicker: 'بعد عامين من الإغلاق',
  standfirst: 'الوزير: الملاحة تعود الأسبوع المقبل',
  byline: {
    authors: [
      { id: 3, slug: 'سعاد-الحلبي', name: 'سعاد الحلبي', role: 'writer' },
      { id: 4, slug: 'نديم', name: 'نديم', role: 'photographer' },
    ],
    agencies: ['أ.ف.ب'],
    dateline: 'بيروت',
  },
  picture: lead,
  publishedAt: Date.parse('2026-11-24T07:33:05Z'),
  updatedAt: Date.parse('2026-11-24T09:00:00Z'),
});

export const otherCard: Card = { ...storyCard, id: storyId.parse(12), slug: 'مادة-أخرى', headline: 'مادة أخرى' };

export const translation: Card = {
  ...storyCard,
  id: storyId.parse(31),
  edition: editionKey.parse('en'),
  sectionId: sectionId.parse(9),
  slug: 'port-to-reopen',
  headline: 'Port to reopen',
};

export const story: StoryView = {
  card: storyCard,
  section: asia,
  body: everyBlock,
  revision: 2,
  pictures: new Map([[pictureId.parse(5), harbour]]),
  inline: new Map([[otherCard.id, otherCard]]),
  topics: [{ id: topicId.parse(6), slug: 'الموانئ', name: 'الموانئ', kind: 'subject', about: '' }],
  corrections: [{ id: 1, storyId: storyCard.id, at: storyCard.updatedAt, text: 'ورد خطأً أن العدد 12 سفينة.' }],
  related: [],
  event: null,
  next: null,
  translations: [],
};

/** Ends scripts, comments and sections of character data, and holds what XML forbids. */
export const HARM = `</script><script>alert("1")</script> <!-- ]]> & &amp; 'x' \u0000\u0008\u001f\ufffe\ud800 \u2028 نهاية`;

/** Every text of a story that somebody may fill in, as harmful as it can be. */
export const harmful: StoryView = {
  ...story,
  card: {
    ...storyCard,
    headline: HARM,
    kicker: HARM,
    standfirst: HARM,
    byline: {
      authors: [{ id: authorId.parse(3), slug: 'x"y', name: HARM, role: 'writer' }],
      agencies: [HARM],
      dateline: HARM,
    },
    picture: { ...lead, caption: HARM, credit: HARM, alt: HARM },
  },
  section: { ...asia, name: HARM },
  body: {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: HARM }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'رابط', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          { type: 'text', text: 'رابط', marks: [{ type: 'link', attrs: { href: '//other.example/' } }] },
        ],
      },
      { type: 'embed', attrs: { provider: 'x', href: 'javascript:alert(2)', title: HARM } },
      { type: 'quote', attrs: { attribution: HARM }, content: [{ type: 'paragraph' }] },
      { type: 'facts', attrs: { title: HARM }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
    ],
  },
  topics: [{ id: topicId.parse(6), slug: 'x', name: HARM, kind: 'subject', about: HARM }],
  corrections: [{ id: 1, storyId: storyCard.id, at: storyCard.updatedAt, text: HARM }],
};
