// Names of the blocks that stand around a story: related stories, most read, topics, comments, corrections.
import { matchKey } from '../../../arabic/normal-form.ts';
import { remembered } from '../known-names.ts';
import { phrases } from './phrases.ts';

/** What a block's name opens. */
export type BlockName = 'related' | 'topics' | 'correction' | 'comments';

const related = phrases(`
مقالات ذات صلة|مواضيع ذات صلة|أخبار ذات صلة|موضوعات ذات صلة|مواد ذات صلة|قصص ذات صلة|ذات صلة|ذو صلة|محتوى ذو صلة|أخبار متعلقة|مواضيع متعلقة|موضوعات متعلقة|مقالات متعلقة|متعلقات|مواضيع ذات علاقة|أخبار ذات علاقة|مقالات مرتبطة|مواضيع مرتبطة|أخبار مرتبطة|روابط ذات صلة
اقرأ أيضا|إقرأ أيضا|اقرأ أيضا في|اقرأ ايضا على|اقرأوا أيضا|اقرؤوا أيضا|تقرؤون أيضا|يمكنك أيضا قراءة|يمكنك قراءة|طالع أيضا|طالعوا أيضا|شاهد أيضا|شاهدوا أيضا|انظر أيضا|اقرأ أكثر|اقرأ المزيد عن|اقرأ المزيد حول|للمزيد اقرأ|قد يهمك|قد يهمك أيضا|قد يعجبك|قد يعجبك أيضا|ربما يهمك|ربما يعجبك|ربما تود قراءته|قد يهمك أيضا قراءة|مقترحات|قصص مقترحة|مقالات مقترحة|مواضيع مقترحة|مقترح لك|مقترحة لك|مختارات|مختارات لك|اخترنا لك|اخترنا لكم|اخترت لك|نرشح لك|نرشح لكم|نوصي بقراءة|ننصح بقراءة|موصى به|موصى به لك|مواضيع ساخنة|مواضيع ساخنة أخرى
الأكثر قراءة|الأكثر مشاهدة|الأكثر تعليقا|الأكثر تداولا|الأكثر انتشارا|الأكثر شيوعا|الأعلى قراءة|أكثر قراءة|أكثر المواضيع قراءة|الأكثر قراءة اليوم|الأكثر قراءة هذا الأسبوع|الأكثر زيارة|الأكثر رواجا|رائج|رائج الآن|آخر الأخبار|أحدث الأخبار|أهم الأخبار|أحدث المقالات|آخر المقالات|أخبار أخرى|مقالات أخرى|المزيد من الأخبار|مزيد من الأخبار|المزيد من المقالات|المزيد في هذا القسم|من القسم نفسه|من نفس القسم|في القسم نفسه|مقالات أخرى للكاتب|مقالات الكاتب|المزيد من مقالات الكاتب|المزيد للكاتب|تابعوا أيضا|في هذا الملف|ملفات ذات صلة|تغطية خاصة|تغطية ذات صلة|تحليل ذو صلة|أخبار قد تهمك|مواضيع قد تهمك|مقالات قد تهمك|مواد قد تهمك|مواضيع تهمك|قصص قد تهمك|قصص أخرى|اقرأ في هذا السياق|اقرأ للكاتب|لا يفوتك|لا تفوتك|لا تفوت
related|related stories|related articles|related news|related content|related topics stories|related coverage|related posts|related reading|related links|related items|more related|more on this story|more on this|more on this topic|more like this|more in this section|more stories|more news|more from|more to read|also read|also see|see also|read also|read also:|read next|read this next|up next|next up|read more|read more on this|read more on|you may also like|you might also like|you may like|you may be interested in|you may have missed|in case you missed it|recommended|recommended for you|recommended stories|recommended reading|suggested for you|suggested stories|selected for you|dont miss|don't miss|most read|most popular|most viewed|most shared|most commented|most watched|popular|popular now|popular stories|popular posts|trending|trending now|trending stories|top stories|latest|latest news|latest stories|latest headlines|recent posts|recent stories|editors picks|editor's picks|editors' picks|our picks|what to read next|elsewhere|explore more|keep reading|further reading|around the web|from around the web|from the web|other stories|other news|in other news|from our partners|featured|featured stories|must read|must reads|in this section|in pictures related
aussi|à lire aussi|lire aussi|sur le même sujet|مطالب مرتبط|اخبار مرتبط|ilgili haberler`);

const topics = phrases(`
الوسوم|وسوم|وسم|كلمات دلالية|الكلمات الدلالية|كلمات مفتاحية|الكلمات المفتاحية|تاغات|التاغات|تاج|تاجات|هاشتاغ|مواضيع المقال|موضوعات المقال|مواضيع|الموضوع|موضوعات|الموضوعات|في هذا الموضوع|العلامات|علامات|دلالات|tags|tag|topics|topic|filed under|keywords|key words|related topics|in this article|explore more on these topics|more about|subjects|hashtags|labels`);

const corrections = phrases(
  'تصويب|تصحيح|توضيح|تنويه وتصحيح|تصحيح خطأ|تصويب خطأ|استدراك|تصحيح وتوضيح|correction|corrections|clarification|corrections and clarifications|editors note correction|correction notice',
);

const comments = phrases(
  'التعليقات|تعليقات|تعليقات القراء|آراء القراء|تعليقات الزوار|ردود القراء|شارك برأيك|comments|reader comments|readers comments|responses|discussion|leave a reply|leave a comment|join the conversation|view comments|post a comment|اترك تعليقا|أضف تعليقا|أضف تعليقك',
);

/** What the block is that a line with this match key names; null when it names none. */
export function blockNamed(key: string): BlockName | null {
  if (key.length > 60) return null;
  const bare = key.replace(/ \d+$/u, '');
  if (related.has(key) || related.has(bare)) return 'related';
  if (topics.has(key)) return 'topics';
  if (corrections.has(key)) return 'correction';
  if (comments.has(key) || comments.has(bare)) return 'comments';
  return null;
}

/** A block's name with what follows on its line, parted by a colon or a dash: `اقرأ أيضاً: عنوان`. Both as printed. */
export interface LabelledLine {
  readonly name: BlockName;
  readonly rest: string;
}

const beginsName = remembered((word) => firstWords.has(matchKey(word)), 24, 1);

/** Words with which the names of blocks begin; most labels before a colon begin with none of them. */
const firstWords = new Set([related, topics, corrections, comments].flatMap((book) => book.firstWords()));

export function labelOf(text: string, keyOf: (text: string) => string): LabelledLine | null {
  // Only the line's beginning may be a name, so that no long line is searched to its end.
  const at = text.slice(0, 48).search(/[:：]|\s[-–—|]\s|\.{2,}|…/u);
  if (at < 2 || at > 40 || !beginsName(text.slice(0, at).trimStart().split(' ', 1)[0] ?? '')) return null;
  const name = blockNamed(keyOf(text.slice(0, at)));
  const rest = text.slice(at).replace(/^[\s:：\-–—|.…]+/u, '');
  return name === null || name === 'comments' || rest === '' ? null : { name, rest };
}
