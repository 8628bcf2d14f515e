// The pages that are not a story and not the front: what each promises.
import { expect, test } from 'vitest';
import { authorId, topicId } from '../../story/ids.ts';
import {
  arabic,
  asia,
  cards,
  contextOf,
  documentOf,
  english,
  list,
  seen,
  storyCard,
  storyWithAll,
  world,
} from '../testing/fixtures.ts';
import { ArchivePage } from './ArchivePages.tsx';
import { DayPage, dayOfAddress } from './DayPage.tsx';
import { failedPage, NotFoundPage, WithdrawnPage } from './ErrorPages.tsx';
import { AuthorPage, SectionPage } from './ListPages.tsx';
import { PrintPage } from './PrintPage.tsx';
import { AboutPage, CorrectionsPage, SavedPage } from './StandingPages.tsx';
import { TopicPage } from './TopicPage.tsx';

test('a section shows its name, what lies under it, and where it lies itself', () => {
  const top = documentOf(<SectionPage ctx={contextOf()} section={world} list={list(8)} before={null} />);
  expect(seen(top.querySelector('h1'))).toBe('العالم');
  expect([...top.querySelectorAll('.sub-sections a')].map(seen)).toEqual(['آسيا']);
  expect(top.querySelector('.sections a[aria-current]')?.getAttribute('aria-current')).toBe('page');
  const under = documentOf(<SectionPage ctx={contextOf()} section={asia} list={list(8)} before={null} />);
  expect(seen(under.querySelector('.list-head .label'))).toBe('العالم');
  expect(under.querySelector('.sections a[aria-current]')?.getAttribute('aria-current')).toBe('true');
});

test('every story of a list is on its page once, whether it opens with a large one or not', () => {
  for (const before of [null, '1764000000000-1']) {
    const document = documentOf(<SectionPage ctx={contextOf()} section={world} list={list(8)} before={before} />);
    const headlines = [...document.querySelectorAll('main .card h2')].map(seen);
    expect(headlines).toEqual(cards(8).map((card) => card.headline));
  }
});

test('older pages are reached by the cursor of where they begin, and lead back to the newest', () => {
  const first = documentOf(<SectionPage ctx={contextOf()} section={world} list={list(8, '17-3')} before={null} />);
  expect([...first.querySelectorAll('.pager a')].map((link) => [seen(link), link.getAttribute('href')])).toEqual([
    ['الأقدم', '/world?before=17-3'],
  ]);
  const last = documentOf(<SectionPage ctx={contextOf()} section={world} list={list(3)} before="17-3" />);
  expect([...last.querySelectorAll('.pager a')].map((link) => [seen(link), link.getAttribute('href')])).toEqual([
    ['العودة إلى الأحدث', '/world'],
  ]);
  expect(last.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
});

test('lists declare the list and the stories that they show', () => {
  const ctx = contextOf();
  documentOf(<SectionPage ctx={ctx} section={asia} list={list(2)} before={null} />);
  expect([...ctx.declared].sort()).toEqual(['furniture:ar', 'section:2', 'story:100', 'story:101']);
  const author = { id: authorId.parse(7), slug: 'هند', name: 'هند السويدان', about: 'محررة أسواق.' };
  const topic = { id: topicId.parse(8), slug: 'المياه', name: 'المياه', kind: 'subject' as const, about: '' };
  const people = contextOf();
  documentOf(<AuthorPage ctx={people} author={author} list={list(1)} before={null} />);
  expect(people.declared).toContain('author:7');
  const subjects = contextOf();
  const page = documentOf(<TopicPage ctx={subjects} topic={topic} list={list(0)} around={null} before={null} />);
  expect(subjects.declared).toContain('topic:8');
  expect(seen(page.querySelector('.nothing'))).toBe('لم يُنشر شيء هنا بعد.');
});

test('a day of the archive keeps to the calendar by which the reader came', () => {
  const day = Temporal.PlainDate.from('2026-11-24');
  const view = { cards: cards(3), earlier: '2026-11-20', later: '2026-11-25' };
  const links = (calendar: 'gregorian' | 'hijri') => {
    const ctx = contextOf();
    const document = documentOf(<DayPage ctx={ctx} day={day} calendar={calendar} view={view} />);
    expect(ctx.declared).toContain('day:ar:2026-11-24');
    expect(seen(document.querySelector('h1'))).toBe('الثلاثاء، 24 نوفمبر (تشرين الثاني) 2026');
    expect(seen(document.querySelector('.list-head .about'))).toBe('14 جمادى الآخرة 1448هـ');
    return [...document.querySelectorAll('.days a')].map(
      (link) => `${link.getAttribute('rel')} ${link.getAttribute('href')}`,
    );
  };
  expect(links('gregorian')).toEqual(['prev /archive/2026/11/20', 'next /archive/2026/11/25']);
  expect(links('hijri')).toEqual(['prev /archive/hijri/1448/06/10', 'next /archive/hijri/1448/06/15']);
});

test('a day that is not in the calendar is no day', () => {
  expect(dayOfAddress('gregorian', 2026, 2, 30)).toBeNull();
  expect(dayOfAddress('hijri', 1448, 13, 1)).toBeNull();
  expect(dayOfAddress('hijri', 1448, 6, 14)?.toString()).toBe('2026-11-24');
});

test('a correction says what and when, and leads to the story that it corrects', () => {
  const ctx = contextOf();
  const correction = {
    id: 1,
    storyId: storyCard.id,
    at: Date.parse('2026-11-24T09:00:00Z'),
    text: 'ورد خطأً أن العدد 12.',
  };
  const page = documentOf(
    <CorrectionsPage ctx={ctx} list={{ corrections: [{ correction, card: storyCard }], older: null }} before={null} />,
  );
  expect(seen(page.querySelector('.corrected li'))).toBe(
    '24 نوفمبر (تشرين الثاني) 2026 - 12:00 بتوقيت الرياض ورد خطأً أن العدد 12. اتفاق على فتح الميناء'
      .replace('الرياض ', 'الرياض')
      .replace('12. ', '12.'),
  );
  expect([...ctx.declared].sort()).toEqual(['corrections:ar', 'furniture:ar', 'story:11']);
});

test('the imprint prints the edition’s own words, a paragraph a line, and every edition', () => {
  const furniture = { ...arabic, edition: { ...arabic.edition, about: 'صحيفة يومية.\n\nتصدر من بيروت.' } };
  const page = documentOf(<AboutPage ctx={contextOf(furniture)} />);
  expect([...page.querySelectorAll('.body > p')].map(seen)).toEqual(['صحيفة يومية.', 'تصدر من بيروت.']);
  expect(page.querySelector('.facts a[lang=en], .facts a[lang=ar]')).not.toBeNull();
});

test('the page of saved stories says what it needs to those without a script', () => {
  expect(seen(documentOf(<SavedPage ctx={contextOf()} />).querySelector('noscript'))).toContain('جافاسكريبت');
});

test('a printed story has nothing to press, and says where it can be read again', () => {
  const page = documentOf(<PrintPage ctx={contextOf()} view={storyWithAll} />);
  expect(page.querySelectorAll('button, details, input, nav, .related-block')).toHaveLength(0);
  expect(seen(page.querySelector('.source-address'))).toBe('الرابط https://paper.example/11');
  expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
});

test('a withdrawn story is announced without a word of it', () => {
  const page = documentOf(<WithdrawnPage ctx={contextOf()} />);
  expect(seen(page.querySelector('h1'))).toBe('سُحبت هذه المادة');
  expect(page.documentElement.outerHTML).not.toContain(storyCard.headline);
});

test('a page that is not there offers the front and the archive', () => {
  const page = documentOf(<NotFoundPage ctx={contextOf(english)} />);
  expect([...page.querySelectorAll('.ways a')].map((link) => link.getAttribute('href'))).toEqual([
    '/en/',
    '/en/archive',
  ]);
});

test('the page for our own failures is made of nothing that can fail, in both languages', () => {
  const html = failedPage(contextOf().assets);
  expect(html).toContain('تعذّر عرض الصفحة');
  expect(html).toContain('This page could not be shown');
  expect(html).not.toContain('<script');
});

test('the English edition speaks English throughout', () => {
  const page = documentOf(
    <SectionPage
      ctx={contextOf(english)}
      section={{ ...world, edition: english.edition.key, name: 'World' }}
      list={list(1)}
      before={null}
    />,
  );
  const furniture = [...page.querySelectorAll('header, nav, footer')]
    .map(seen)
    .join(' ')
    .replaceAll('العربية', '')
    .replace('العالم', '')
    .replace('آسيا', '');
  expect(furniture).not.toMatch(/\p{Script=Arabic}/u);
});

test('a month hangs as a calendar: each day under its weekday, with a link where there is something', () => {
  const start = Temporal.PlainDate.from('2026-11-01');
  const parts = Array.from({ length: 30 }, (_, at) => ({ start: start.add({ days: at }), count: at === 23 ? 11 : 0 }));
  const view = { parts, start, end: start.add({ months: 1 }), hasBefore: true, hasAfter: false };
  const part = { calendar: 'gregorian', year: 2026, month: 11 } as const;
  const cells = (page: Parameters<typeof documentOf>[0]) =>
    [...documentOf(page).querySelectorAll('.calendar tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map(seen),
    );
  // The first of November 2026 is a Sunday: the second day of an Arabic week, the first of an English one.
  const arabicWeeks = cells(<ArchivePage ctx={contextOf()} part={part} view={view} />);
  expect(arabicWeeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
  expect(arabicWeeks[0]).toEqual(['', '1', '2', '3', '4', '5', '6']);
  expect(arabicWeeks[3]?.[3]).toBe('2411 مادة11');
  expect(cells(<ArchivePage ctx={contextOf(english)} part={part} view={view} />)[0]?.[0]).toBe('1');

  const document = documentOf(<ArchivePage ctx={contextOf()} part={part} view={view} />);
  expect([...document.querySelectorAll('.calendar a')].map((link) => link.getAttribute('href'))).toEqual([
    '/archive/2026/11/24',
  ]);
  expect([...document.querySelectorAll('.days a')].map((link) => link.getAttribute('href'))).toEqual([
    '/archive/2026/10',
  ]);
  expect([...document.querySelectorAll('.trail a')].map((link) => link.getAttribute('href'))).toEqual([
    '/archive',
    '/archive/2026',
  ]);
  expect(document.querySelector('.calendars a')?.getAttribute('href')).toBe('/archive/hijri/1448/06');
});

test('a Hijri month declares both Gregorian months that it touches, and is left out of search engines', () => {
  const ctx = contextOf();
  const start = Temporal.PlainDate.from('2026-11-11').withCalendar('islamic-umalqura');
  const end = start.add({ months: 1 });
  const part = { calendar: 'hijri', year: 1448, month: 6 } as const;
  const parts = [{ start, count: 1 }];
  const document = documentOf(
    <ArchivePage ctx={ctx} part={part} view={{ parts, start, end, hasBefore: false, hasAfter: false }} />,
  );
  expect([...ctx.declared]).toEqual(expect.arrayContaining(['month:ar:2026-11', 'month:ar:2026-12']));
  expect(document.querySelector('.calendar a')?.getAttribute('href')).toBe('/archive/hijri/1448/06/01');
  expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  expect(document.querySelector('nav.days')).toBeNull();
});
