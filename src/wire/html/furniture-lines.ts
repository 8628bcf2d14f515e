// Lines of a saved page that are not a story's words: the names of the blocks around it, tools, notices, invitations. What is
// true of any captured page is the lexicon of `capture/`; added here is what stands in the markup of web pages only.
import { matchKey } from '../../arabic/normal-form.ts';
import { blockNamed } from '../capture/lexicon/blocks.ts';
import { isFurniturePattern, isFurniturePhrase, isNotice } from '../capture/lexicon/furniture.ts';
import { phrases } from '../capture/lexicon/phrases.ts';

export type FurnitureLine = 'related' | 'comments' | 'topics' | 'author' | 'contents' | 'tool';

const author = phrases(`
عن الكاتب|نبذة عن الكاتب|عن المؤلف|كاتب المقال|about the author|about the authors|about author|about the writer|meet the author|author|authors|author bio|view all posts|more from this author|more by this author|see all posts|view bio|view profile
contributors|our experts|article by|reviewed by|medically reviewed by|fact checked by|fact-checked by`);

const contents = phrases(`
المحتويات|محتويات المقال|جدول المحتويات|في هذا المقال|contents|table of contents|in this article|on this page|jump to|jump to section|what's in this article|in this guide|in this post|skip to section|page contents|quick links|toggle table of contents`);

const tools = phrases(`
كلمات مفتاحية|مواضيع متعلقة|مساحة إعلانية|recent articles|recent news|latest articles|latest posts|popular articles|related resources|related videos|featured articles|featured posts|other articles|similar articles|similar posts|similar stories|promoted stories|read next|suggested articles
cancel reply|no comments|write a comment|be the first to comment|reader interactions|share with friends|sharing is caring|like this|like loading|download pdf|print friendly|get short url|share & save|tweet this|email this|share to facebook
filed under|posted in|categories|category|tagged|explore topics|affiliate disclosure|report this ad|scroll to continue with content|article continues below advertisement|story continues below advertisement|article continues after advertisement
subscribe today|join now|join us|get started|learn more|contact us|book a demo|request a demo|free trial|start free trial|try for free|stay connected|stay informed|stay up to date|buy now|shop now|register now|download now|get the app|become a member|donate now|support us|back to blog|view all|show more|click here|get a quote|sign up now|subscribe to our newsletter|sign up for our newsletter|join our newsletter|get the newsletter|check price`);

/** Beginnings of lines no longer than a line or two. */
const BEGINNINGS: Readonly<Record<FurnitureLine, string>> = {
  related: `اقرأ أيضا|إقرأ أيضا|اقرؤوا أيضا|اقرأوا أيضا|شاهد أيضا|طالع أيضا|اقرأ المزيد|للمزيد|قد يهمك|read more|read also|also read|see also|see more|related|read next|more on this|recommended|must read|don't miss|read the full|also on|up next|watch|trending|click here to read|check out our|continue reading|next article|next post|previous post|previous article|click here for|for more on`,
  comments: `لا يوجد تعليقات|لن يتم نشر عنوان بريدك|your email address will not be published|leave a comment|leave a reply|post a comment|comments are closed|comments are off|you must be logged in|log in to comment|please log in to|there are no comments|this site uses akismet`,
  tool: `شارك على|شارك هذا|شارك الخبر|شارك المقال|تابعونا على|تابعنا على|تابعوا|انضم إلى|share this|share on|share via|share with|share to|like this story|follow us on|follow on|click to share|tweet this|email this|opens in a new window|click to print|listen to this|get short url
    |اشترك في|للاشتراك|سجل في|حمل تطبيق|جميع الحقوق محفوظة|حقوق النشر|كافة الحقوق محفوظة|subscribe to|sign up for|sign up to|join our|join over|get the latest|get our|enter your email|by clicking|by signing up|by subscribing|by submitting|thank you for subscribing|all rights reserved|copyright|download our|already a subscriber|already have an account|create a free account|create an account|to continue reading|this content is for|click here to subscribe|support our journalism|we use cookies|this website uses cookies|this site uses cookies|this site is protected by recaptcha|please enable javascript|your browser does not|have a tip|got a tip|send tips|email us at|contact us at|don't have an account|ready to
    |إعلان|advertisement|story continues below|article continues below|article continues after|sponsored by|this post may contain affiliate|this post contains affiliate|this article may contain affiliate|this article contains affiliate|we may earn|we may receive a commission|if you buy through our links|if you purchase|when you buy through|disclosure|as an amazon associate|some of the links in`,
  topics: `وسوم|الوسوم|مواضيع|المواضيع|التسميات|كلمات مفتاحية|كلمات دلالية|tags|tagged with|tagged as|tagged|filed under|posted in|categories|more about|explore more on|topics|related topics|keywords`,
  author: `view all posts by|see all posts by|more posts by|all posts by|more from author|more articles by|follow the author`,
  contents: `jump to|in this article|table of contents`,
};

const byFirstWord = Map.groupBy(
  (Object.entries(BEGINNINGS) as [FurnitureLine, string][]).flatMap(([kind, list]) =>
    list.split('|').map((phrase) => [matchKey(phrase), kind] as const),
  ),
  ([key]) => key.split(' ')[0] ?? '',
);

const LONGEST_WHOLE = 60;
const LONGEST_BEGUN = 220;

/** What kind of furniture a line is when it is nothing else: `اقرأ أيضاً:` → related. Null for lines that may be a story's. */
export function furnitureLine(line: string): FurnitureLine | null {
  const key = matchKey(line.slice(0, 700));
  if (key === '') return null;
  if (line.length > LONGEST_WHOLE) return isNotice(key) && line.length <= LONGEST_BEGUN ? 'tool' : null;
  const named = blockNamed(key);
  if (named !== null && named !== 'correction') return named;
  if (author.has(key)) return 'author';
  if (contents.has(key)) return 'contents';
  return tools.has(key) || isFurniturePhrase(key) || isFurniturePattern(key) || isNotice(key) ? 'tool' : null;
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
