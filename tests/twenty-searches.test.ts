// Twenty searches that an editor of an Arabic daily would try, over a small paper written for them: what must come back, what
// first, and what must not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import { openArchive } from '../src/newsroom/archive/archive.ts';
import { find } from '../src/newsroom/archive/found.ts';
import type { LayeredArchive } from '../src/newsroom/archive/layers.ts';
import type { Newsroom } from '../src/newsroom/newsroom.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { takeIn } from '../src/newsroom/take-in.ts';
import { eachEngine } from './engines.ts';
import { cli, setDesk } from './newsroom-desk.ts';

interface Told {
  readonly headline: string;
  readonly text: string;
  readonly section?: string;
  readonly author?: string;
  readonly city?: string;
  readonly agency?: string;
  readonly on?: string;
}

const paper: Readonly<Record<string, Told>> = {
  قمة: {
    headline: 'قمة عربية طارئة في القاهرة لبحث إعمار غزة',
    text: 'دعت الجامعة العربية إلى قمة طارئة في القاهرة لبحث خطة إعادة الإعمار في قطاع غزة، وقال أمينها العام إن القادة سيناقشون تمويلها.',
    section: 'شؤون عربية',
    author: 'سعاد النجار',
    city: 'القاهرة',
    on: '2025-03-02',
  },
  مجلس: {
    headline: 'مجلس الأمن يصوّت على قرار بشأن السودان',
    text: 'يصوت مجلس الأمن الدولي مساءً على مشروع قرار يدعو إلى وقف القتال في السودان ووصول المساعدات.',
    section: 'شؤون دولية',
    city: 'نيويورك',
    agency: 'رويترز',
    on: '2024-11-18',
  },
  أمن: {
    headline: 'الأمن العام يضبط شحنة مهربة',
    text: 'ضبط جهاز الأمن شحنة مهربة، وأشاد رئيس مجلس المدينة بالعملية.',
    section: 'محليات',
    on: '2025-01-09',
  },
  بنك: {
    headline: 'البنك المركزي المصري يثبّت أسعار الفائدة',
    text: 'قرر البنك المركزي المصري تثبيت أسعار الفائدة للمرة الثالثة، وتراجع الجنيه أمام الدولار.',
    section: 'اقتصاد',
    author: 'هالة فوزي',
    city: 'القاهرة',
    on: '2024-10-17',
  },
  نفط: {
    headline: 'النفط يرتفع مع تراجع المخزونات الأميركية',
    text: 'ارتفعت أسعار النفط بعد بيانات أظهرت تراجع المخزونات في الولايات المتحدة، وصعد خام برنت دولارين للبرميل.',
    section: 'اقتصاد',
    agency: 'رويترز',
    on: '2025-02-05',
  },
  مدارس: {
    headline: 'عودة التلاميذ إلى مدارسهم بعد الأمطار',
    text: 'فتحت المدارس أبوابها بعد أيام من الأمطار، وقالت الوزارة إن المعلمين حضروا جميعاً.',
    section: 'محليات',
    on: '2025-01-20',
  },
  ترمب: {
    headline: 'ترمب يعلن رسوماً جمركية جديدة',
    text: 'أعلن الرئيس الأميركي دونالد ترمب رسوماً جمركية جديدة على السيارات.',
    section: 'شؤون دولية',
    city: 'واشنطن',
    on: '2025-04-03',
  },
  ترامب: {
    headline: 'ترامب يلتقي قادة الحلف في لاهاي',
    text: 'التقى الرئيس الأميركي ترامب قادة حلف شمال الأطلسي في لاهاي.',
    section: 'شؤون دولية',
    on: '2025-06-25',
  },
  غوغل: {
    headline: 'غوغل تطلق مساعداً ذكياً بالعربية',
    text: 'أطلقت شركة غوغل مساعداً ذكياً يفهم العربية ولهجاتها.',
    section: 'تقنية',
    on: '2025-05-21',
  },
  جوجل: {
    headline: 'غرامة أوروبية على جوجل',
    text: 'فرضت المفوضية الأوروبية غرامة على شركة جوجل بسبب الإعلانات.',
    section: 'تقنية',
    on: '2024-09-10',
  },
  رمضان: {
    headline: 'أسواق رمضان تنتعش في دمشق',
    text: 'انتعشت أسواق دمشق القديمة مع حلول شهر رمضان، وأقبل الناس على التمور والحلويات.',
    section: 'محليات',
    city: 'دمشق',
    on: '2024-03-14',
  },
  هلال: {
    headline: 'الهلال يهزم النصر بثلاثية',
    text: 'هزم الهلال غريمه النصر بثلاثة أهداف في مباراة حضرها ستون ألف متفرج.',
    section: 'رياضة',
    city: 'الرياض',
    on: '2025-01-31',
  },
  هلالأحمر: {
    headline: 'الهلال الأحمر يوزع مساعدات في الشمال',
    text: 'وزع الهلال الأحمر خياماً وأغذية على النازحين في الشمال.',
    section: 'شؤون عربية',
    on: '2024-12-12',
  },
  لافروف: {
    headline: 'لافروف: مستعدون للحوار',
    text: 'قال وزير الخارجية الروسي سيرغي لافروف: «نحن مستعدون لحوار جاد مع واشنطن من دون شروط مسبقة»، خلال مؤتمر صحافي في موسكو.',
    section: 'شؤون دولية',
    author: 'رائد جبر',
    city: 'موسكو',
    on: '2024-10-30',
  },
  زلزال: {
    headline: 'زلزال يضرب شمال غربي إيران',
    text: 'ضرب زلزال بقوة 5.9 درجة شمال غربي إيران، وأصيب العشرات بحسب وكالة أ.ف.ب.',
    section: 'شؤون إقليمية',
    agency: 'أ.ف.ب',
    on: '2023-10-07',
  },
  عبدالله: {
    headline: 'العاهل الأردني عبد الله الثاني يزور برلين',
    text: 'يزور العاهل الأردني الملك عبد الله الثاني برلين غداً.',
    section: 'شؤون عربية',
    on: '2025-02-11',
  },
  كتاب: {
    headline: 'معرض الكتاب يفتح أبوابه بمشاركة ألف ناشر',
    text: 'افتتح معرض الكتاب دورته الجديدة بمشاركة ألف ناشر، وتكرم الدورة الشاعر محمود درويش.',
    section: 'ثقافة',
    on: '2025-01-23',
  },
  كاتب: {
    headline: 'رحيل الكاتب صاحب «ثلاثية المدينة»',
    text: 'رحل الكاتب عن ثمانين عاماً بعد أن ترك عشرين رواية، أشهرها «ثلاثية المدينة».',
    section: 'ثقافة',
    on: '2024-08-02',
  },
};

async function fill(newsroom: Newsroom): Promise<void> {
  const absent = { kicker: null, standfirst: null, updatedAt: null, canonical: null };
  const lists = { pictures: [], corrections: [], topics: [], related: [] };
  const readings = Object.entries(paper).map(([id, { headline, text, section, author, city, agency, on }], at) => {
    const byline = {
      authors: author === undefined ? [] : [{ name: author, role: 'reporter' as const }],
      agencies: agency === undefined ? [] : [agency],
      dateline: city ?? null,
    };
    const publishedAt = on === undefined ? null : `${on}T09:00:00Z`;
    const story = {
      ...absent,
      ...lists,
      headline,
      section: section ?? null,
      publishedAt,
      byline,
      language: 'ar',
      paragraphs: [text],
    };
    const reading = { source: 'paper.jsonl', stories: [story], unplaced: [] };
    return { reading, hash: id, record: { id, line: at + 1, outlet: '', isFirst: true } };
  });
  orThrow(await takeIn(newsroom, cli, { readings, publish: true }));
}

/** What is asked, what must be first, what else must be there, and what must not. */
const searches: readonly {
  readonly asked: string;
  readonly first?: string;
  readonly has?: readonly string[];
  readonly never?: readonly string[];
}[] = [
  { asked: 'قمة القاهره لاعمار غزه', first: 'قمة' },
  { asked: '"مجلس الأمن"', first: 'مجلس', never: ['أمن'] },
  { asked: 'مجلس الامن السودان', first: 'مجلس' },
  { asked: 'أسعار الفائدة', first: 'بنك' },
  { asked: 'اسعار قسم:اقتصاد', has: ['بنك', 'نفط'], never: ['رمضان', 'قمة'] },
  { asked: 'أسعار -الفائدة', has: ['نفط'], never: ['بنك'] },
  { asked: 'مدرسة', first: 'مدارس' },
  { asked: 'ترامب', has: ['ترامب', 'ترمب'] },
  { asked: 'جوجل', has: ['جوجل', 'غوغل'] },
  { asked: 'وكالة أ.ف.ب', first: 'زلزال' },
  { asked: 'الهلال النصر', first: 'هلال' },
  { asked: 'مساعدات الهلال الأحمر', first: 'هلالأحمر' },
  { asked: 'كاتب:رائد_جبر', has: ['لافروف'], never: ['مجلس', 'ترمب'] },
  { asked: 'مدينة:القاهرة', has: ['قمة', 'بنك'], never: ['رمضان', 'هلال'] },
  { asked: 'الزلزلال', first: 'زلزال' },
  { asked: 'عبدالله الثاني', first: 'عبدالله' },
  { asked: 'شؤون بعد:2025-03-01 الأميركي', has: ['ترمب', 'ترامب'], never: ['لافروف'] },
  { asked: 'أسواق قبل:2024-06-01', has: ['رمضان'], never: ['نفط', 'بنك'] },
  { asked: 'مُحَمَّد دَرويش أو محمود درويش', first: 'كتاب' },
  { asked: 'ثلاثيه المدينه', first: 'كاتب' },
];

eachEngine('a search', (open) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'warraq-searches-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('that an editor would try finds what it must, and never what it must not', async () => {
    const { newsroom } = await setDesk(await open());
    await fill(newsroom);
    const archive: LayeredArchive = await openArchive(newsroom, publicActor, folder);
    for (const { asked, first, has = [], never = [] } of searches) {
      const found = await find(newsroom, publicActor, archive, { task: 'search', query: asked, limit: 10 });
      const ids = found?.hits.map((hit) => hit.sourceId) ?? [];
      if (first !== undefined) expect(ids[0], asked).toBe(first);
      for (const id of has) expect(ids, asked).toContain(id);
      for (const id of never) expect(ids, asked).not.toContain(id);
    }
  });
});
