// Saved pages of the kinds that papers make are read whole and exactly, and nothing hostile in one comes through.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reading } from '../../story/draft.ts';
import { readHtml } from './read-html.ts';

const folder = new URL('./testing/', import.meta.url);
const page = (name: string) => readFileSync(new URL(`${name}.html`, folder), 'utf8');
const expectedReading = reading.extend({ url: z.string().nullable() });

describe('pages of every kind', () => {
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.html') ? [file.slice(0, -5)] : []));

  // What each page must give was read off the page by eye and stands beside it.
  test.each(names)('%s gives exactly its stories, and says what found no place', (name) => {
    const { url, ...expected } = expectedReading.parse(
      JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
    );
    const found = readHtml(page(name), { source: `${name}.html`, url });
    expect(found).toEqual(expected);
    expect(reading.parse(found)).toEqual(found);
  });

  test.each(names)(
    '%s reads the same with CRLF, in capitals where HTML allows it, and behind a byte order mark',
    (name) => {
      const { stories } = readHtml(page(name), { source: name });
      const shouted = page(name).replace(/<\/?[a-z][a-z0-9]*(?=[\s>])/g, (tag) => tag.toUpperCase());
      const other = readHtml(`\u{FEFF}${shouted.replace(/\n/g, '\r\n')}`, { source: name });
      expect(other.stories).toEqual(stories);
    },
  );
});

const prose = [
  'قال المتحدث إن الاجتماع سيعقد في العاصمة غداً، وإن الأطراف كلها وافقت على الحضور بلا شروط مسبقة.',
  'وأضاف أن جدول الأعمال سيقتصر على مسألتين، هما ترسيم المسار ومواعيد التشغيل في موسم الشتاء.',
  'ولم تعلق الأطراف الأخرى على الموعد، واكتفى مصدر فيها بالقول إن المشاورات «تسير كما ينبغي».',
];
const paragraphs = prose.map((text) => `<p>${text}</p>`).join('\n');
const story = (inner: string, head = '') =>
  `<html lang="ar"><head><title>اجتماع العاصمة غداً</title>${head}</head><body><article><h1>اجتماع العاصمة غداً</h1>${inner}</article></body></html>`;
const only = (html: string, url: string | null = 'https://paper.example/news/1') => {
  const { stories } = readHtml(html, { source: 'test', url });
  expect(stories).toHaveLength(1);
  return stories[0] as (typeof stories)[number];
};

describe('what is not the story stays out', () => {
  test('scripts, styles, frames, fields and handlers never pass', () => {
    const html = story(`<script>alert(1)</script><style>p{}</style>${paragraphs}
      <iframe src="https://evil.example"><p>${prose[0]?.replace('قال', 'إطار')}</p></iframe>
      <form action="https://evil.example"><textarea>${prose[1]}</textarea><input value="سر"></form>
      <p onclick="steal()">وختم <a href="javascript:alert(2)" onmouseover="x()">المتحدث</a> بأن النتائج ستعلن في بيان مشترك مساء اليوم نفسه.</p>
      <img src="data:image/png;base64,AAAA"><img src="javascript:alert(3)"><object data="x.swf">قطعة</object>`);
    const found = only(html);
    expect(found.paragraphs).toEqual([...prose, 'وختم المتحدث بأن النتائج ستعلن في بيان مشترك مساء اليوم نفسه.']);
    expect(JSON.stringify(found)).not.toMatch(/javascript:|data:|alert|evil|onclick|إطار|قطعة|سر"/);
  });

  test('only http and https addresses come out, absolute, without names and passwords', () => {
    const head = '<link rel="canonical" href="//user:secret@paper.example/news/1#top">';
    const related = `<div class="related"><h3>مقالات ذات صلة</h3><ul><li><a href="javascript:void(0)">خبر أول لا عنوان له يوصل إليه</a></li>
      <li><a href="../2?utm_source=x">خبر ثان له عنوان نسبي يوصل إليه</a></li></ul></div>`;
    const found = only(
      story(
        `<figure><img src="../img/a.jpg"><figcaption>تعليق على الصورة</figcaption></figure>${paragraphs}${related}`,
        head,
      ),
    );
    expect(found.canonical).toBe('https://paper.example/news/1#top');
    expect(found.pictures).toEqual([
      { src: 'https://paper.example/img/a.jpg', caption: 'تعليق على الصورة', credit: null },
    ]);
    expect(found.related.map(({ href }) => href)).toEqual([null, 'https://paper.example/2?utm_source=x']);
  });

  test('a page of cards, an empty page and a page of links have no story', () => {
    const links = `<ul>${'<li><a href="/x">عنوان خبر من أخبار اليوم في القسم</a></li>'.repeat(40)}</ul>`;
    for (const html of ['', '<html></html>', '   \0  ', `<body><h1>قسم الأخبار</h1>${links}</body>`]) {
      expect(readHtml(html, { source: 'test' })).toEqual({ source: 'test', stories: [], unplaced: [] });
    }
  });
});

describe('fields', () => {
  test('structured data that is broken or hostile changes nothing', () => {
    const broken = [
      '{"@type":"NewsArticle",',
      '[[[[',
      '{"@type":"NewsArticle","headline":{"a":[1]},"author":[[[]]],"image":5,"__proto__":{"x":1}}',
      'null',
      '"x"',
    ];
    const head = broken.map((text) => `<script type="application/ld+json">${text}</script>`).join('');
    expect(only(story(paragraphs, head)).paragraphs).toEqual(prose);
  });

  test('line breaks inside the strings of structured data are forgiven', () => {
    const head = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"اجتماع\nالعاصمة غداً","author":{"name":"منى\nخليل"},"datePublished":"2026-03-01T09:00:00+03:00",}</script>`;
    const found = only(story(paragraphs, head));
    expect(found.byline.authors).toEqual([{ name: 'منى خليل', role: 'writer' }]);
    expect(found.publishedAt).toBe('2026-03-01T06:00:00Z');
  });

  test('a page that a script fills is read from its data, and one that shows only the beginning is completed from them', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'اجتماع العاصمة غداً',
      author: { '@type': 'Person', name: 'منى خليل' },
      articleBody: prose.join('\n\n'),
    });
    const head = `<script type="application/ld+json">${data}</script>`;
    expect(only(`<html><head>${head}</head><body><div id="app"></div></body></html>`)).toMatchObject({
      headline: 'اجتماع العاصمة غداً',
      byline: { authors: [{ name: 'منى خليل', role: 'writer' }] },
      paragraphs: prose,
    });
    expect(
      only(story(`<p>${prose[0]}</p><div class="paywall"><p>للمتابعة، اشترك الآن</p></div>`, head)).paragraphs,
    ).toEqual(prose);
  });

  test('several stories in one part of a page are told apart by its data', () => {
    const one = (n: number) => ({
      '@type': 'NewsArticle',
      headline: `اجتماع العاصمة رقم ${n}`,
      url: `https://paper.example/news/${n}`,
      datePublished: `2026-03-0${n}T09:00:00Z`,
    });
    const head = `<script type="application/ld+json">${JSON.stringify([one(1), one(2)])}</script>`;
    const flat = [1, 2].map((n) => `<h2>اجتماع العاصمة رقم ${n}</h2><img src="/${n}.jpg">${paragraphs}`).join('<hr>');
    const { stories } = readHtml(
      `<html><head><title>أخبار</title>${head}</head><body><main>${flat}</main></body></html>`,
      { source: 'test', url: 'https://paper.example/' },
    );
    expect(
      stories.map(({ headline, canonical, publishedAt, pictures }) => [
        headline,
        canonical,
        publishedAt,
        pictures.map(({ src }) => src),
      ]),
    ).toEqual([
      ['اجتماع العاصمة رقم 1', 'https://paper.example/news/1', '2026-03-01T09:00:00Z', ['https://paper.example/1.jpg']],
      ['اجتماع العاصمة رقم 2', 'https://paper.example/news/2', '2026-03-02T09:00:00Z', ['https://paper.example/2.jpg']],
    ]);
    expect(stories.every((draft) => draft.paragraphs.length === 3)).toBe(true);
  });

  test('a time without a zone is taken in the zone of the paper', () => {
    const html = story(`<div class="date">نُشر: 11:40-9 يونيو 2026 م</div>${paragraphs}`);
    const { stories } = readHtml(html, { source: 'test', timeZone: 'Asia/Riyadh' });
    expect(stories[0]?.publishedAt).toBe('2026-06-09T08:40:00Z');
  });

  test.each([
    ['<p class="byline">كتب: سامي حداد</p>', [{ name: 'سامي حداد', role: 'writer' }], [], null],
    ['<div class="author">سعيد عبد الرازق (أنقرة)</div>', [{ name: 'سعيد عبد الرازق', role: 'writer' }], [], 'أنقرة'],
    ['<div class="author">«المرفأ» (نيويورك)</div>', [{ name: '«المرفأ»', role: 'writer' }], [], 'نيويورك'],
    ['<span class="source">باريس - رويترز</span>', [], ['رويترز'], 'باريس'],
    ['<div class="byline">ترجمة: هالة نجم</div>', [{ name: 'هالة نجم', role: 'translator' }], [], null],
    [
      '<p class="by">By Ann Lee and Tom Ray in Cairo</p>',
      [
        { name: 'Ann Lee', role: 'writer' },
        { name: 'Tom Ray', role: 'writer' },
      ],
      [],
      'Cairo',
    ],
  ])('the byline %s', (line, authors, agencies, dateline) => {
    expect(only(story(`${line}${paragraphs}`)).byline).toEqual({ authors, agencies, dateline });
  });

  test('a caption is stored once, without its credit, wherever the credit stands', () => {
    const figures = [
      '<figure><img src="/a.jpg"><figcaption>جانب من الاجتماع السابق (أ.ف.ب)</figcaption></figure>',
      '<figure><img src="/b.jpg"><figcaption>قاعة الاجتماع <span class="credit">رويترز</span></figcaption></figure>',
      '<div class="img"><img src="/c.jpg"><div>صورة أرشيفية للوفود لدى وصولها</div></div>',
      '<figure><img src="/d.jpg"><figcaption><span>مدخل القاعة (أرشيفية - رويترز)</span><span>مدخل القاعة (أرشيفية - رويترز)</span></figcaption></figure>',
    ];
    const body = prose.map((text, at) => `${figures[at] ?? ''}<p>${text}</p>`).join('');
    const found = only(story(`${body}${figures[3]}<p>${prose[0]?.replace('قال', 'وختم')}</p>`));
    expect(found.pictures).toEqual([
      { src: 'https://paper.example/a.jpg', caption: 'جانب من الاجتماع السابق', credit: 'أ.ف.ب' },
      { src: 'https://paper.example/b.jpg', caption: 'قاعة الاجتماع', credit: 'رويترز' },
      { src: 'https://paper.example/c.jpg', caption: 'صورة أرشيفية للوفود لدى وصولها', credit: null },
      { src: 'https://paper.example/d.jpg', caption: 'مدخل القاعة', credit: 'أرشيفية - رويترز' },
    ]);
    expect(found.paragraphs).toHaveLength(4);
  });

  test('presentation forms, tatweel and invisible marks are repaired in every field', () => {
    const html = story(
      `<div class="author">ﻣﻨﻰ ﺧﻠﻴﻞ (ﺑﻴﺮﻭﺕ)</div>${paragraphs.replace('المتحدث', 'المـــتحدث\u{200F}')}`,
    );
    const found = only(html);
    expect(found.byline).toEqual({ authors: [{ name: 'منى خليل', role: 'writer' }], agencies: [], dateline: 'بيروت' });
    expect(found.paragraphs).toEqual(prose);
  });

  test('text of the story that finds no place is reported with its line', () => {
    const box = `\n<aside class="facts">\n<p>تأسست اللجنة قبل عشر سنوات، وعقدت منذ ذلك الحين سبعة اجتماعات في أربع مدن من دول المنطقة.</p></aside>\n`;
    const { unplaced } = readHtml(story(`<p>${prose[0]}</p>${box}<p>${prose[1]}</p><p>${prose[2]}</p>`), {
      source: 'test',
    });
    expect(unplaced).toEqual([
      { line: 3, text: 'تأسست اللجنة قبل عشر سنوات، وعقدت منذ ذلك الحين سبعة اجتماعات في أربع مدن من دول المنطقة.' },
    ]);
  });

  test('text between the stories of a page is reported', () => {
    const one = (name: string) =>
      `<article><h1>${name}</h1><time>2026-01-01</time>${paragraphs}${paragraphs}</article>`;
    const between = `<div><p>${prose[0]?.replace('قال', 'كتب')}</p></div>`;
    const { stories, unplaced } = readHtml(
      `${one('اجتماع العاصمة غداً')}\n${between}\n${one('عودة الوفود مساء اليوم')}`,
      { source: 'test' },
    );
    expect(stories).toHaveLength(2);
    expect(unplaced.map(({ text }) => text)).toEqual([prose[0]?.replace('قال', 'كتب')]);
  });

  test('text that the page hides until a button is pressed is read', () => {
    const hidden = `<div style="display:none">${paragraphs}<p>${prose[0]?.replace('قال', 'وكرر')}</p><p>${prose[1]?.replace('وأضاف', 'وأوضح')}</p></div>`;
    expect(only(story(`<p>${prose[2]?.replace('ولم', 'كما لم')}</p>${hidden}`)).paragraphs).toHaveLength(6);
  });
});
