// Lines of a page that are never a story's words: headings of the blocks around it, buttons, invitations, in the two
// languages and their usual spellings. Compared by `matchKey`, so that marks, hamzas and punctuation do not matter.
import { matchKey } from '../../arabic/normal-form.ts';

export type FurnitureLine = 'related' | 'comments' | 'sharing' | 'tags' | 'author' | 'invitation' | 'advertisement' | 'contents';

type Phrases = Readonly<Record<FurnitureLine, string>>;

/** Whole lines: nothing but this, give or take a figure or a colon. */
const WHOLE: Phrases = {
  related: `ذات صلة | مقالات ذات صلة | مواضيع ذات صلة | أخبار ذات صلة | مواد ذات صلة | موضوعات ذات صلة | الأخبار ذات الصلة | مقالات متعلقة | مواضيع متعلقة
    | أخبار متعلقة | مواد متعلقة | موضوعات متعلقة | مقالات مشابهة | مواضيع مشابهة | أخبار مشابهة | اقرأ أيضا | اقرأ أيضاً | إقرأ أيضا | اقرأوا أيضاً | واقرأ أيضا | اقرأ المزيد | المزيد
    | المزيد من الأخبار | شاهد أيضاً | طالع أيضاً | تابع أيضاً | قد يعجبك أيضاً | قد يعجبك | قد يهمك | قد يهمك أيضاً | ربما يهمك | اخترنا لكم | اخترنا لك | مختارات | الأكثر قراءة | الأكثر مشاهدة
    | الأكثر تداولاً | الأكثر شيوعاً | الأكثر تعليقاً | آخر الأخبار | أحدث الأخبار | أهم الأخبار | آخر المقالات | أحدث المقالات | أخبار أخرى | مقالات أخرى | المزيد من المقالات | مواضيع أخرى | التالي | السابق | المقال التالي | المقال السابق | الخبر التالي | الخبر السابق
    | related | related articles | related article | related stories | related story | related posts | related news | related content | related topics | related reading | related links | related coverage
    | related resources | related items | related videos | see also | read also | also read | read more | read next | up next | read this next | what to read next | keep reading | more stories | more news | more articles | more to read
    | more like this | you may also like | you might also like | you may like | you might like | you may also be interested in | you might also be interested in | recommended | recommended for you | recommended reading | recommended articles | recommended stories
    | recommended posts | suggested articles | similar articles | similar posts | similar stories | popular | popular posts | popular articles | popular stories | most popular | most read | most viewed | trending | trending now | trending stories | latest | latest news
    | latest stories | latest articles | latest posts | recent posts | recent articles | recent news | recent stories | editors picks | editor s picks | featured articles | featured posts | featured stories | other articles | other news | other stories | next article | previous article
    | next post | previous post | next story | previous story | further reading on this topic | more from this section | explore more | discover more | from our partners | promoted stories | around the web | from the web | don t miss | must read | must reads | in case you missed it | top stories`,
  comments: `التعليقات | تعليقات | أضف تعليق | أضف تعليقاً | اترك تعليقاً | اترك تعليق | اترك رداً | اترك ردا | إضافة تعليق | شاركنا رأيك | لا توجد تعليقات | شارك برأيك | اكتب تعليقك
    | comments | comment | leave a comment | leave a reply | post a comment | add a comment | add comment | write a comment | join the discussion | join the conversation | no comments | no comments yet | be the first to comment | reader comments | show comments | view comments
    | cancel reply | discussion | responses | reader interactions`,
  sharing: `شارك | شاركها | مشاركة | شارك المقال | شارك الخبر | شارك هذا المقال | شارك هذا الموضوع | شارك على | انشر | تابعنا | تابعونا | تابعنا على | طباعة | إرسال | نسخ الرابط | حفظ | استمع | فيسبوك | تويتر | واتساب | تلغرام | تيليغرام | لينكد إن | بريد إلكتروني | رابط مختصر
    | share | share this | share this article | share this story | share this post | share on | share on facebook | share on twitter | share on x | share on linkedin | share via email | share to facebook | tweet | tweet this | email | email this | print | print this | print this page | save | save article | copy link | link copied
    | facebook | twitter | linkedin | pinterest | whatsapp | reddit | telegram | follow us | follow us on | like this | like us on facebook | facebook twitter | share with friends | sharing is caring | listen | listen to this article | get short url | share save | like loading | loading | print friendly | download pdf`,
  tags: `الوسوم | وسوم | كلمات مفتاحية | كلمات دلالية | الكلمات الدلالية | الكلمات المفتاحية | هاشتاغ | تاغ | علامات | تصنيفات | tags | tag | tagged | topics | filed under | categories | category | keywords | related tags | more on | read more about | in this story | posted in | explore topics | related topics`,
  author: `عن الكاتب | نبذة عن الكاتب | about the author | about the authors | about author | about the writer | meet the author | written by | author | authors | author bio | view all posts | more from this author | more by this author | see all posts | view bio | view profile | contributors | our experts | article by | reviewed by | medically reviewed by | fact checked by | edited by`,
  invitation: `اشترك | اشترك الآن | اشترك في النشرة البريدية | النشرة البريدية | اشترك في نشرتنا | سجل الآن | تسجيل الدخول | تحميل التطبيق | حمّل التطبيق | subscribe | subscribe now | subscribe today | sign up | sign up now | sign in | log in | newsletter | newsletters | join now | join us | get started | learn more | contact us | book a demo | request a demo | free trial | start free trial | try for free | try it free
    | subscribe to our newsletter | sign up for our newsletter | join our newsletter | get the newsletter | stay connected | stay informed | stay up to date | buy now | shop now | register now | download now | download | download the app | get the app | become a member | donate | donate now | support us | back to top | back to blog | back | top | close | menu | search | skip to content | view all | see all | show more | load more | view more | see more | continue reading | click here`,
  advertisement: `إعلان | إعلانات | اعلان | مساحة إعلانية | advertisement | advertisements | advertising | sponsored | sponsored content | ad | ads | story continues below advertisement | story continues below | article continues below | continue reading below | article continues after advertisement | article continues after ad | article continues below advertisement | scroll to continue with content | report this ad | affiliate disclosure`,
  contents: `المحتويات | محتويات المقال | جدول المحتويات | contents | table of contents | in this article | on this page | jump to | jump to section | what s in this article | in this guide | in this post | skip to section | page contents | quick links | toggle table of contents`,
};

/** Beginnings of lines that are no longer than a line or two. */
const BEGINNING: Phrases = {
  related: `اقرأ أيضا | إقرأ أيضا | اقرأ ايضا | اقرؤوا أيضا | اقرأوا أيضا | شاهد أيضا | شاهد ايضا | طالع أيضا | اقرأ المزيد | للمزيد | قد يهمك | read more | read also | also read | see also | see more | related | read next | more on this | recommended | must read | don t miss | read the full | also on | up next | watch | trending | click here to read | check out our | continue reading | next article | next post | previous post | previous article | click here for | for more on`,
  comments: `لا يوجد تعليقات | لن يتم نشر عنوان بريدك | your email address will not be published | leave a comment | leave a reply | post a comment | comments are closed | comments are off | you must be logged in | log in to comment | please log in to | there are no comments | this site uses akismet`,
  sharing: `شارك على | شارك هذا | شارك الخبر | شارك المقال | تابعونا على | تابعنا على | تابعوا | انضم إلى | share this | share on | share via | share with | share to | like this story | follow us on | follow on | click to share | tweet this | email this | opens in a new window | click to print | listen to this | get short url`,
  tags: `وسوم | الوسوم | كلمات مفتاحية | كلمات دلالية | tags | tagged with | tagged as | tagged | filed under | posted in | categories | more about | explore more on | topics | related topics | keywords`,
  author: `view all posts by | see all posts by | more posts by | all posts by | more from author | more articles by | follow the author`,
  invitation: `اشترك في | للاشتراك | سجل في | حمل تطبيق | حمّل تطبيق | جميع الحقوق محفوظة | حقوق النشر | كافة الحقوق محفوظة | subscribe to | sign up for | sign up to | join our | join over | get the latest | get our | enter your email | by clicking | by signing up | by subscribing | by submitting | thank you for subscribing | all rights reserved | copyright | download our | already a subscriber | already have an account | create a free account | create an account | to continue reading | this content is for | click here to subscribe | support our journalism | we use cookies | this website uses cookies | this site uses cookies | this site is protected by recaptcha | please enable javascript | your browser does not | receive | have a tip | got a tip | send tips | email us at | contact us at | don t have an account | ready to`,
  advertisement: `إعلان | advertisement | story continues below | article continues below | article continues after | sponsored by | this post may contain affiliate | this post contains affiliate | this article may contain affiliate | this article contains affiliate | we may earn | we may receive a commission | if you buy through our links | if you purchase | when you buy through | disclosure | as an amazon associate | some of the links in`,
  contents: `jump to | in this article | table of contents`,
};

const whole = byKey(WHOLE);
const beginnings = [...byKey(BEGINNING)].sort(([one], [other]) => other.length - one.length);
const byFirstWord = Map.groupBy(beginnings, ([key]) => key.split(' ')[0] ?? '');

function byKey(phrases: Phrases): Map<string, FurnitureLine> {
  const keys = new Map<string, FurnitureLine>();
  for (const [kind, list] of Object.entries(phrases) as [FurnitureLine, string][]) {
    for (const phrase of list.split('|')) keys.set(matchKey(phrase), kind);
  }
  return keys;
}

const LONGEST_WHOLE = 60;
const LONGEST_BEGUN = 220;

/** What kind of furniture a line is when it is nothing else: `اقرأ أيضاً:` → related. Null for lines that may be a story's. */
export function furnitureLine(line: string): FurnitureLine | null {
  if (line.length > LONGEST_WHOLE) return null;
  const key = matchKey(line)
    .replace(/^\d+ | \d+$/g, '')
    .trim();
  return key === '' ? null : (whole.get(key) ?? null);
}

/** What kind of furniture a line begins as: `اقرأ أيضاً: …`, `Follow us on …`. A hint that needs more beside it to be believed. */
export function furnitureBeginning(line: string): FurnitureLine | null {
  if (line.length > LONGEST_BEGUN) return null;
  const key = matchKey(line.slice(0, 80));
  for (const [phrase, kind] of byFirstWord.get(key.split(' ')[0] ?? '') ?? []) {
    if (key === phrase || key.startsWith(`${phrase} `)) return kind;
  }
  return null;
}
