// Words of a news page that are no story's text: its tools, its menus, its notices. A soft prior beside the page's shape.
//
// Each list was written down from pages of Arab and English-language papers. What is missing here costs little: an
// unknown short line is reported as unplaced, never taken for text.
import { phrases } from './phrases.ts';

/** Names of places where a story can be shared; also the middle of `شارك على …`. */
const networks = `
فيسبوك|فيس بوك|الفيسبوك|تويتر|تغريد|غرد|واتساب|واتس اب|واتس آب|تلغرام|تليغرام|تيليجرام|تليجرام|إنستغرام|انستغرام|إنستجرام|انستقرام|لينكد إن|لينكدإن|لينكدين|ماسنجر
يوتيوب|تيك توك|سناب شات|بنترست|بينتريست|ريديت|إكس|منصة إكس|منصة اكس|ثريدز|نبض|البريد|البريد الإلكتروني|بريد إلكتروني|بريد|إيميل|رسالة نصية|غوغل نيوز|جوجل نيوز|أخبار غوغل
facebook|twitter|x|x twitter|whatsapp|whats app|telegram|instagram|linkedin|linked in|messenger|youtube|tiktok|tik tok|snapchat|pinterest|pin interest|reddit|tumblr|threads|bluesky|mastodon
flipboard|pocket|email|e mail|mail|sms|google|google news|google plus|google+|rss|rss feed|vk|viber|line|pin it|tweet|nabd`;

/** The row of tools beside a story. */
const tools = `
tt|a a|aa|a+|a-|a+ a-|a- a+|a- a a+|a+ a a-|a|ع ع|أ أ|أ+|أ-|حجم الخط|تكبير الخط|تصغير الخط|تكبير|تصغير|الخط|خط|تغيير حجم الخط|حجم النص
شارك|شاركها|للمشاركة|للنشر|مشاركة|المشاركة|شارك المقال|شارك الخبر|شارك هذا الخبر|شارك هذا المقال|شارك القصة|شارك هذه القصة|شارك الصفحة|شارك مع أصدقائك|شارك الموضوع|شارك عبر|شارك على|مشاركة عبر|مشاركة المقال|مشاركة الخبر|أرسل|أرسل لصديق|أرسل إلى صديق|إرسال|شارك برأيك
حفظ|حفظ المقال|احفظ|احفظ المقال|محفوظ|أضف إلى المفضلة|إضافة إلى المفضلة|المفضلة|قراءة لاحقا|اقرأ لاحقا|احفظ للقراءة لاحقا
طباعة|اطبع|نسخة للطباعة|طباعة المقال|استمع|استمع للمقال|استمع إلى المقال|استمع للخبر|استمع إلى الخبر|الاستماع|استماع|استمع الآن|تشغيل|إيقاف|تشغيل الصوت|إيقاف الصوت
نسخ الرابط|انسخ الرابط|نسخ|تم النسخ|تم نسخ الرابط|رابط مختصر|الرابط المختصر|الرابط|تكبير الصورة|عرض الصورة|معرض الصور|إغلاق|اغلاق|أغلق|إلغاء|خيارات المشاركة|أدوات|أدوات المقال
تعليق|تعليقات|التعليقات|لا تعليق|لا تعليقات|لا توجد تعليقات|أضف تعليق|أضف تعليقا|أضف تعليقك|اترك تعليقا|اترك تعليق|اكتب تعليقا|اكتب تعليقك|شارك بتعليق|إبداء الرأي|أرسل تعليقك|عرض التعليقات
إعجاب|أعجبني|لايك|إبلاغ|إبلاغ عن خطأ|بلغ عن خطأ|تقييم|قيم المقال|ترجم|ترجمة الصفحة|متابعة|تابع|اتبع|تابعنا|تابعونا|تابعنا على|تابعونا على|تابعنا عبر|تابعونا عبر|مشاهدة|مشاهدات|قراءة|قراءات|زيارات
share|shares|share this|share this article|share this story|share this page|share article|share story|share on|share via|share with|share this with|share this post|share full article|share options|sharing options|extra sharing options|close extra sharing options|sharing
save|saved|save article|save for later|save story|bookmark|add to favorites|print|print this article|print this page|listen|listen now|listen to this article|listen to article|listen to story|play|pause|mute|unmute|play video|play audio
copy link|copy|copied|link copied|copy url|copy this link|link|get link|permalink|short link|close|cancel|open|text size|font size|increase font size|decrease font size|resize text|gift this article|gift article|republish this article|republish
comment|comments|no comments|no comments yet|0 comments|add a comment|leave a comment|leave a reply|post a comment|view comments|show comments|join the conversation|join the discussion|start the conversation|comment now|report an error|report a typo|report
like|likes|follow|following|follow us|follow us on|following on|views|view|reads|read aloud|translate|more|more options|options|top|back to top|go to top|scroll to top|toggle|expand|collapse|zoom|enlarge image|enlarge this image|view image|view gallery|image|view image in fullscreen|view fullscreen|open image in gallery|photo|video|loading|loading...|advertising|caption|hide caption|toggle caption`;

/** Menus, corners and bars of a page. */
const corners = `
الرئيسية|الصفحة الرئيسية|الرئيسة|القائمة|قائمة|القائمة الرئيسية|بحث|ابحث|البحث|ابحث هنا|ابحث في الموقع|دخول|تسجيل الدخول|تسجيل|تسجيل دخول|سجل دخولك|حسابي|إنشاء حساب|خروج|تسجيل الخروج|التسجيل|الدخول|مستخدم جديد|نسيت كلمة المرور|كلمة المرور|اسم المستخدم
من نحن|عن الموقع|عن الصحيفة|عن الجريدة|اتصل بنا|اتصلوا بنا|تواصل معنا|للتواصل|للتواصل معنا|أعلن معنا|للإعلان|أعلن لدينا|إعلانات|الإعلانات|وظائف|الوظائف|خريطة الموقع|سياسة الخصوصية|الخصوصية|سياسة ملفات الارتباط|شروط الاستخدام|شروط الخدمة|الشروط والأحكام|اتفاقية الاستخدام|حقوق النشر|هيئة التحرير|الأرشيف|أرشيف|خدمة rss|المساعدة|مساعدة|الأسئلة الشائعة|تطبيقاتنا|تطبيق|حمل التطبيق|حمل تطبيقنا|النسخة الورقية|النسخة الرقمية|العدد الورقي|عدد اليوم|pdf|عربي|العربية|english|français|فارسي|türkçe|اردو|اللغة|اختر اللغة|الطبعة العربية|الوضع الليلي|الوضع الداكن|الوضع المظلم|تخطى إلى المحتوى|انتقل إلى المحتوى|الطقس|مواقيت الصلاة|أسعار العملات|البث المباشر|بث مباشر|مباشر|بودكاست|النشرة البريدية|النشرات البريدية|نشرتنا البريدية|الاشتراك|اشترك|اشترك الآن|اشتراك|المزيد|المزيد من|عرض المزيد|عرض الكل|شاهد المزيد|كل الأخبار|التالي|السابق|الخبر التالي|الخبر السابق|المقال التالي|المقال السابق|الصفحة التالية|العودة إلى الأعلى|أعلى|إلى الأعلى|إعلان|إعلان ممول|محتوى ممول|محتوى برعاية|برعاية|انتهى الإعلان|تابع القراءة|تابع القراءة بعد الإعلان|أكمل القراءة|اقرأ المزيد|للمزيد|انقر هنا|اضغط هنا|يوم|أسبوع|شهر|اليوم|الأسبوع|الشهر
home|homepage|home page|menu|main menu|search|search this site|sign in|log in|login|log out|sign out|register|sign up|my account|account|create account|forgot password|password|username|subscribe|subscribe now|subscriptions|newsletters|newsletter|e paper|epaper|digital edition|skip to content|skip to main content|skip to navigation|accessibility links|accessibility help|site navigation|navigation|toggle navigation|open menu|close menu|sections|all sections|site index|site map|sitemap
about|about us|contact|contact us|advertise|advertise with us|careers|jobs|work for us|privacy|privacy policy|privacy notice|cookie policy|cookies|cookie settings|manage cookies|terms|terms of use|terms of service|terms conditions|terms and conditions|legal|copyright|accessibility|help|help center|faq|faqs|feedback|support|support us|donate|archives|archive|apps|mobile apps|download the app|get the app|our apps|podcasts|podcast|live|watch live|live tv|newsroom|editorial guidelines|code of ethics|corrections policy|press|media kit|my profile|settings|dark mode|night mode|language|edition|us edition|uk edition|international edition|do not sell my personal information|ad choices|adchoices
next|previous|prev|next story|previous story|next article|previous article|next post|previous post|older posts|newer posts|view all|see all|see more|show more|load more|more stories|view more|read more|continue reading|continue reading the main story|story continues below advertisement|article continues below advertisement|story continues below|article continues after ad|advertisement|advertisements|ad|ads|sponsored|sponsored content|promoted|promoted content|paid content|paid post|skip advertisement|skip ad|scroll to continue|click here|learn more|ok|accept|accept all|accept cookies|i accept|i agree|agree|reject all|got it|no thanks|yes|no|submit|send|go|required`;

/** Whether a match key is a tool, a corner of the page, or a row of them. */
const rows = phrases(`${networks}\n${tools}\n${corners}`);
export const isFurniturePhrase = (key: string): boolean => rows.covers(key);

const toolRows = phrases(`${networks}\n${tools}`);
/** Whether a match key is the tools row of a story, such as stands between its headlines. */
export const isToolsRow = (key: string): boolean => toolRows.covers(key);

// Patterns over match keys: alef without hamza, ه for ة, ي for ى, small letters, no quotes. Each is anchored and bounded.
const patterns: readonly RegExp[] = [
  /^(?:(?:مده|وقت|زمن) )?(?:ال)?(?:قراءه|قراه|مده القراه)?[: ]*\d{0,4} ?(?:دقيقه|دقيقتان|دقيقتين|دقايق|ثانيه|ثوان)(?: واحده)?(?: (?:للقراه|قراه|من القراه|مده القراه))?$/u,
  /^(?:مده|وقت|زمن) (?:ال)?قراه(?: .{0,30})?$/u,
  /^(?:عدد )?(?:ال)?(?:مشاهدات|مشاهده|قراات|قراه|زيارات|تعليقات|تعليق|مشاركات|مشاركه|اعجاب|متابع|متابعين)[ :]*\d[\d.]*k?$/u,
  /^\d[\d.]*k? (?:مشاهدات|مشاهده|قراات|قراه|زياره|زيارات|تعليقات|تعليق|تعليقا|مشاركات|مشاركه|اعجاب|متابع)$/u,
  /^(?:(?:reading|read) time )?\d{1,3}(?: \d{1,3})? ?(?:min|mins|minute|minutes)(?: read| to read| reading time)?$/u,
  /^(?:reading|read) time.{0,25}$/u,
  /^\d[\d.]*k? (?:comments?|shares?|views?|likes?|reads?|followers?|reactions?|replies|retweets?)$/u,
  /^(?:comments?|shares?|views?|reads?|likes?) \d[\d.]*k?$/u,
  /^(?:شارك|شاركنا|مشاركه|شارك المقال|شارك الخبر)(?: \S+){0,2} (?:علي|عبر|مع) (?:فيسبوك|فيس بوك|تويتر|واتساب|منصات|وسايل|مواقع|اصدقا|البريد).{0,40}$/u,
  /^(?:تابعوا|تابعونا|تابعنا|تابع|لمتابعه|انضم|انضموا|اشترك|اشتركوا)(?: \S+){0,6} (?:قناتنا|صفحتنا|حسابنا|حساباتنا|نشرتنا|غوغل نيوز|جوجل نيوز|تلغرام|تيليجرام|تليجرام|واتساب|الواتساب|فيسبوك|تويتر|يوتيوب|انستغرام|تطبيقنا|تطبيق|النشره البريديه|نشره)(?: .{0,60})?$/u,
  /^(?:تابعوا|تابع) (?:اخر )?اخبار .{2,40} (?:عبر|علي) .{2,30}$/u,
  /^(?:حمل|حملوا|نزل|لتحميل) (?:ال)?تطبيق.{0,60}$/u,
  /^(?:سجل|اشترك|اشتركوا) (?:ب|في |للحصول|لتصلك|ليصلك|لتلقي|الان).{0,80}$/u,
  /^(?:share|tweet|pin|post|email|send)(?: this| it| article| story)? (?:on|via|with|to|by|this on|this via|this with|this to) .{1,40}$/u,
  /^(?:follow|join|like) (?:us|me|our|the author|[\w ]{2,30}) (?:on|at|in) .{2,40}$/u,
  /^(?:sign up|subscribe|register|log in|sign in|become a member|join our|join the)\b.{0,90}$/u,
  /^(?:download|get) (?:our|the|your)(?: \w+){0,3} (?:app|newsletter|newsletters|emails?)\b.{0,40}$/u,
  /^(?:skip|jump|go|back|return) to .{2,30}$/u,
  /^(?:click|tap) (?:here|to|on)\b.{0,60}$/u,
  /^(?:story|article|post) continues (?:below|after).{0,30}$/u,
  /^(?:share )?(?:all|close|extra|more)? ?sharing options(?: for .{0,150})?$/u,
  /^list (?:of \d+ items|\d+ of \d+)$|^end of list$|^item \d+ of \d+$/u,
  /^تخطي .{2,50} وواصل القراه$|^نهايه .{3,40}$|^skip .{2,50} and continue reading$|^end of [a-z ]{3,40}$/u,
  /^role [\p{L} ]{3,60}$|^author role|^article information$/u,
  /^these are external links.{0,50}$/u,
  /^read more about sharing$/u,
  /^(?:powered|hosted|designed|developed|managed) by .{2,40}$/u,
  /^(?:page|صفحه) \d+ (?:of|من) \d+$/u,
];

// How each of them begins: most lines are told by this alone.
const patternStart =
  /^(?:\d|مد|وقت|زمن|عدد|مشا|قر|زيا|تعل|اعج|متا|دقي|ثان|الد|للقر|شار|تاب|لمتا|انضم|اشتر|حم|نز|لتح|سجل|تخط|نها|صفح|القر|الم|الت|[a-z])/u;

/** Whether a match key has the pattern of a counter, a share line, a call to follow or a link to somewhere else on the page. */
export function isFurniturePattern(key: string): boolean {
  return key.length <= 140 && patternStart.test(key) && patterns.some((pattern) => pattern.test(key));
}

const notices: readonly RegExp[] = [
  /(?:^| )cookies?(?: |$).{0,200}(?: |^)(?:use|accept|consent|agree|policy|preferences|experience|manage)(?: |$)/u,
  /(?:^| )(?:use|uses|using|accept|consent to|our) (?:of )?cookies(?: |$)/u,
  /ملفات (?:تعريف )?(?:ال)?(?:ارتباط|كوكيز)|(?:ال)?كوكيز/u,
  /(?:^| )(?:سياسه|لسياسه|بسياسه|وسياسه|علي سياسه) الخصوصيه|privacy policy/u,
  /(?:جميع|كل|كافه) (?:ال)?حقوق.{0,40} ?محفوظه|حقوق (?:النشر|الطبع|الملكيه).{0,60}محفوظه|الحقوق محفوظه/u,
  /all rights reserved|^copyright |^©/u,
  /(?:النشره|نشرتنا|النشرات) (?:الاخباريه|البريديه|اليوميه)|قايمتنا البريديه|بريدك الالكتروني/u,
  /(?:our|daily|weekly|free|the) (?:\w+ ){0,2}newsletters?(?: |$)|in(?:to)? your inbox|your email address|enter your email/u,
  /(?:لن يتم نشر|لن ينشر) (?:عنوان )?بريدك|الحقول الالزاميه|جميع التعليقات|التعليقات (?:المنشوره|الوارده)|(?:الاراء|التعليقات|المقالات) (?:المنشوره|الوارده)?.{0,60} لا تعبر/u,
  /your email address will not be published|required fields are marked|comments are (?:closed|moderated|subject)|please (?:enable|turn on) javascript|enable javascript/u,
  /لا مانع من الاقتباس|يحظر (?:النسخ|النقل|اعاده نشر)|تفعيل (?:ال)?جافا ?سكريبت/u,
  /terms of (?:use|service)(?: |$).{0,80}(?:agree|accept|privacy)|by (?:signing up|continuing|subscribing|clicking|using this)/u,
];

/** Whether a match key of any length up to a few lines is a notice: cookies, rights, newsletter, rules for comments. */
export function isNotice(key: string): boolean {
  return key.length <= 700 && notices.some((pattern) => pattern.test(key));
}

const nextStory = phrases(
  'الخبر التالي|المقال التالي|المادة التالية|القصة التالية|الموضوع التالي|next story|next article|next post|next up|up next',
);

/** Whether a match key announces the story under it. */
export const isNextStory = (key: string): boolean => nextStory.has(key);
