// The site's own words in Arabic.
import { counted, TIME_UNITS } from '../../arabic/plurals.ts';
import type { Text } from './text.ts';

const STORIES = { one: 'مادة واحدة', two: 'مادتان', few: 'مواد', many: 'مادة', other: 'مادة' };

export const ar: Text = {
  language: 'ar',
  skipToContent: 'انتقل إلى المحتوى',
  home: 'الرئيسية',
  sections: 'الأقسام',
  subsections: 'أقسام فرعية',
  guide: 'دليل الصحيفة',
  editions: 'الطبعات',
  latest: 'آخر الأخبار',
  archive: 'الأرشيف',
  savedStories: 'المحفوظات',
  corrections: 'تصويبات',
  aboutPaper: (name) => `عن «${name}»`,

  theme: 'المظهر',
  themes: { auto: 'تلقائي', light: 'فاتح', dark: 'داكن' },

  tools: 'أدوات القراءة',
  share: 'مشاركة',
  shareBy: { whatsapp: 'واتساب', x: 'إكس', telegram: 'تلغرام', mail: 'البريد الإلكتروني' },
  shareElsewhere: 'تطبيق آخر',
  copyLink: 'نسخ الرابط',
  linkCopied: 'نُسخ الرابط',
  save: 'حفظ',
  listen: 'استماع',
  stopListening: 'إيقاف الاستماع',
  print: 'طباعة',
  textSize: 'حجم الخط',
  textSizes: ['صغير جداً', 'صغير', 'متوسط', 'كبير', 'كبير جداً'],
  specimen: 'أ',

  roles: { writer: '', reporter: '', editor: 'تحرير', translator: 'ترجمة', photographer: 'تصوير', interviewer: 'حوار' },
  and: ' و',
  comma: '، ',
  published: 'نُشر',
  updated: 'آخر تحديث',
  readingTime: (minutes, digits) => `مدة القراءة: ${counted(minutes, TIME_UNITS.minute.nominative, { digits })}`,
  kinds: { news: '', analysis: 'تحليل', opinion: 'رأي', interview: 'حوار', live: 'مباشر', gallery: 'صور' },

  topics: 'موضوعات',
  topicKinds: { subject: 'موضوع', person: 'شخصية', place: 'مكان', organisation: 'مؤسسة' },
  quotations: 'أقوال وتصريحات',
  moreQuotations: 'أقوال أخرى',
  newestOfTopic: 'أحدث المواد',
  byMonth: 'شهراً بشهر',
  stories: (count, digits) =>
    counted(count, { one: 'مادة واحدة', two: 'مادتان', few: 'مواد', many: 'مادة', other: 'مادة' }, { digits }),
  correctionNotes: 'تصويب',
  timeline: 'تسلسل الأحداث',
  eventFrom: (stories, from, digits) => `${counted(stories, STORIES, { digits })}، أولاها في ${from}`,
  eventSpan: (stories, from, to, digits) => {
    const published = `${counted(stories, STORIES, { digits })} ${stories === 2 ? 'نُشرتا' : 'نُشرت'}`;
    return from === to ? `${published} في ${from}` : `${published} بين ${from} و${to}`;
  },
  related: 'مقالات ذات صلة',
  readAlso: 'اقرأ أيضاً',
  nextStory: 'المادة التالية',
  openAt: (provider) => `يُفتح في «${provider}»`,
  providers: {
    youtube: 'يوتيوب',
    vimeo: 'فيميو',
    x: 'إكس',
    facebook: 'فيسبوك',
    instagram: 'إنستغرام',
    telegram: 'تلغرام',
    soundcloud: 'ساوندكلاود',
    datawrapper: 'داتارابر',
  },
  gallery: (pictures, digits) =>
    counted(pictures, { one: 'صورة واحدة', two: 'صورتان', few: 'صور', many: 'صورة', other: 'صورة' }, { digits }),
  table: 'جدول',

  older: 'الأقدم',
  backToNewest: 'العودة إلى الأحدث',
  pages: 'صفحات القائمة',
  nothingYet: 'لم يُنشر شيء هنا بعد.',
  allOf: (section) => `كل أخبار «${section}»`,
  author: 'بقلم',
  storiesOf: (day) => `عدد ${day}`,
  days: 'الأيام',
  previousDay: 'اليوم السابق',
  nextDay: 'اليوم التالي',
  noStoriesThatDay: 'لم يُنشر شيء في هذا اليوم.',
  correctionsIntroduction: 'نصوّب أخطاءنا علناً: ما كان خطأً، وما الصواب، ومتى صوّبناه.',
  noCorrections: 'لا تصويبات حتى الآن.',
  savedIntroduction: 'ما حفظتَه لتقرأه لاحقاً. تبقى القائمة في متصفّحك وحده، ولا يطّلع عليها سواك.',
  savedNothing: 'لم تحفظ شيئاً بعد. افتح مادة واضغط «حفظ» تحت عنوانها.',
  savedNeedsScript: 'تُحفظ هذه القائمة في متصفّحك، ولا تظهر إلا بتفعيل «جافاسكريبت».',
  remove: 'إزالة',
  noLongerThere: 'سُحبت هذه المادة',

  notFound: 'الصفحة غير موجودة',
  notFoundExplained: 'لعلّ في العنوان خطأً، أو لعلّ الصفحة نُقلت. في الصفحة الأولى أحدث ما لدينا، وفي الأرشيف ما سبق.',
  withdrawn: 'سُحبت هذه المادة',
  withdrawnExplained:
    'كانت هنا مادة منشورة، ثم قررت هيئة التحرير سحبها، ولم تعد متاحة للقراءة. أما الأخطاء التي نصوّبها فنعلنها في صفحة «تصويبات».',
  failed: 'تعذّر عرض الصفحة',
  failedExplained: 'الخلل عندنا لا عندك، ونعمل على إصلاحه. أعد المحاولة بعد قليل.',
  toFront: 'إلى الصفحة الأولى',
  backToStory: 'العودة إلى المادة',
  address: 'الرابط',
};
