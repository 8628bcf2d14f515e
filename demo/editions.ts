// The two editions of the demo newspaper: their settings, sections in order, people, topics, stories and curated fronts.
import { stories as arabWorld } from './ar/arab-world.ts';
import { stories as culture } from './ar/culture.ts';
import { stories as economy } from './ar/economy.ts';
import { stories as health } from './ar/health.ts';
import { stories as opinion } from './ar/opinion.ts';
import { authors, topics } from './ar/people.ts';
import { stories as science } from './ar/science.ts';
import { stories as sports } from './ar/sports.ts';
import { stories as world } from './ar/world.ts';
import { authors as englishAuthors, topics as englishTopics } from './en/people.ts';
import { stories as englishStories } from './en/stories.ts';
import type { DemoAuthor, DemoStory, DemoTopic } from './format.ts';

export interface DemoSection {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  readonly palette: 'indigo' | 'teal' | 'ochre' | 'madder' | 'olive' | 'plum' | 'slate' | 'sienna' | 'azure';
}

export interface DemoEdition {
  readonly key: string;
  readonly name: string;
  readonly motto: string;
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
  readonly timeZone: string;
  readonly monthNaming: 'both' | 'gregorian';
  readonly calendars: ('gregorian' | 'hijri')[];
  readonly isDefault: boolean;
  readonly fallbackSection: string;
  readonly about: string;
  readonly sections: readonly DemoSection[];
  readonly authors: readonly DemoAuthor[];
  readonly topics: readonly DemoTopic[];
  readonly stories: readonly DemoStory[];
  /** Keys of the stories that the editors put on the front, the lead first. */
  readonly front: readonly string[];
}

const arabic: DemoEdition = {
  key: 'ar',
  name: 'ورّاق',
  motto: 'صحيفة العرب المستقلة',
  language: 'ar',
  direction: 'rtl',
  timeZone: 'Asia/Riyadh',
  monthNaming: 'both',
  calendars: ['gregorian', 'hijri'],
  isDefault: true,
  fallbackSection: 'أخبار',
  about: [
    '«ورّاق» صحيفة عربية تجريبية، كُتبت موادها لتُري القارئ والمحرر كيف تبدو صحيفة تُدار بهذا البرنامج.',
    'كل ما فيها متخيَّل: الأشخاص والمؤسسات والوقائع. أما المدن والأنهار ومن سلف من العلماء فحقيقيون.',
    'الصور زخارف هندسية على نهج الفن الإسلامي، رسمها البرنامج نفسه، ولكل قسم ألوانه.',
    'نصحّح أخطاءنا علناً، وننشر كل تصويب تحت مادته وفي صفحة التصويبات.',
  ].join('\n\n'),
  sections: [
    { slug: 'arab-world', name: 'العالم العربي', about: 'أخبار المشرق والخليج ووادي النيل والمغرب العربي.', palette: 'indigo' },
    { slug: 'world', name: 'العالم', about: 'ما يجري وراء الحدود، وما يعنيه لنا.', palette: 'slate' },
    { slug: 'economy', name: 'اقتصاد', about: 'الأسواق والأعمال والعمل والموارد.', palette: 'ochre' },
    { slug: 'culture', name: 'ثقافة', about: 'الكتب والفنون والتراث واللغة.', palette: 'madder' },
    { slug: 'science', name: 'علوم وتقنية', about: 'المختبرات والمراصد والآلات، بلغة واضحة.', palette: 'azure' },
    { slug: 'health', name: 'صحة', about: 'الطب والغذاء والوقاية.', palette: 'olive' },
    { slug: 'sports', name: 'رياضة', about: 'الملاعب والبطولات ومن يصنعها.', palette: 'teal' },
    { slug: 'opinion', name: 'رأي', about: 'مقالات كتّابنا، وهي تعبّر عن آرائهم.', palette: 'plum' },
  ],
  authors,
  topics,
  stories: [...arabWorld, ...world, ...economy, ...culture, ...science, ...health, ...sports, ...opinion],
  front: ['tripoli-old-channels', 'dust-telescope-first-light', 'river-cities-flood-alert', 'salt-in-bread', 'gulf-freight-rates', 'andalusi-binding-workshop', 'oases-final-live'],
}; // biome-ignore format: short rows to scan

const english: DemoEdition = {
  key: 'en',
  name: 'Warraq',
  motto: 'The English edition of the Arab daily',
  language: 'en',
  direction: 'ltr',
  timeZone: 'Europe/London',
  monthNaming: 'gregorian',
  calendars: ['gregorian', 'hijri'],
  isDefault: false,
  fallbackSection: 'News',
  about: [
    'Warraq is a demonstration newspaper. Its stories were written to show readers and editors what a paper run on this program looks like.',
    'Everything in it is invented: people, institutions and events. Cities, rivers and the scholars of the past are real.',
    'The pictures are geometric patterns in the Islamic tradition, drawn by the program itself.',
  ].join('\n\n'),
  sections: [
    { slug: 'world', name: 'World', about: 'What happens beyond the border, and why it matters here.', palette: 'slate' },
    { slug: 'economy', name: 'Economy', about: 'Markets, work and resources.', palette: 'ochre' },
    { slug: 'culture', name: 'Culture', about: 'Books, arts, heritage and language.', palette: 'madder' },
    { slug: 'science', name: 'Science', about: 'Laboratories, observatories and machines, in plain words.', palette: 'azure' },
  ],
  authors: englishAuthors,
  topics: englishTopics,
  stories: englishStories,
  front: ['en-dust-telescope-first-light', 'ferry-that-waits', 'en-andalusi-binding-workshop'],
}; // biome-ignore format: short rows to scan

export const editions: readonly DemoEdition[] = [arabic, english];
