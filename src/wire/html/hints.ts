// What the names that a page's makers gave to its parts say about them: classes, ids, roles and the elements themselves.
// A name is only a hint: whoever asks must also look at how much text is at stake.
import type { PageElement } from './tree.ts';

export type Hint =
  | 'furniture'
  | 'sharing'
  | 'comments'
  | 'teasers'
  | 'notice'
  | 'tags'
  | 'byline'
  | 'meta'
  | 'date'
  | 'biography'
  | 'caption'
  | 'credit'
  | 'standfirst'
  | 'kicker'
  | 'headline'
  | 'correction'
  | 'section'
  | 'trail'
  | 'body';

const words = (list: string) => list.trim().split(/\s+/);

/** Words of a name, or two words that follow each other in one (`most+read`), with what they hint at. */
const VOCABULARY: readonly (readonly [Hint, readonly string[]])[] = [
  [
    'furniture',
    words(`nav navbar navigation menu submenu megamenu footer masthead sidebar rail pagination
    pager paginate paging pagenavi search searchform searchbox login signin register modal popup lightbox dialog drawer offcanvas
    toolbar topbar cookie cookies consent gdpr onetrust skip hamburger dropdown tooltip copyright colophon table+of+contents ez+toc toc+container toc+list toc+wrapper toc+nav toc+box toc+widget toc+item lwptoc
    contents+table jump+links site+header page+header+nav language+switcher accessibility screen+reader+text sr+only visually+hidden
    visuallyhidden assistive noprint no+print fontsize font+size text+size prev+next previous+next post+navigation nav+links
    nextprev next+prev article+nav secondary+column right+column right+col left+col colright`),
  ],
  [
    'sharing',
    words(`share sharing shares sharebar sharer shareaholic sharethis addthis addtoany a2a sharedaddy social socials sociable follow
    followus follow+us whatsapp telegram tweet+button fb+like like+button facebook+share print+link tools article+tools actions
    article+actions post+actions clap claps reaction reactions rating ratings vote votes`),
  ],
  [
    'comments',
    words(
      'comment comments commentlist disqus respond discussion livefyre spotim viafoura coral reply talkback reader+comments',
    ),
  ],
  [
    'teasers',
    words(`related recommended recommendation recommendations recommends recirc recirculation popular trending mostread most+read
    most+viewed most+popular mostviewed latest+posts latest+news recent+posts recentposts more+stories morestories more+news more+from more+posts
    readmore read+more read+also readalso also+read see+also seealso also+like might+like upnext up+next next+article next+post prev+post
    previous+post other+news other+articles other+stories outbrain taboola zergnet mgid revcontent dable yarpp jp+relatedposts
    similar+posts similar+articles articlelist article+list postlist post+list teaser teasers carousel slider ticker swiper
    promo promos promobox promotion tout crosslinks cross+links interlinks inread suggested suggestions bottom+content`),
  ],
  [
    'notice',
    words(`newsletter newsletters subscribe subscription subscriptions subscriber signup sign+up optin opt+in mailchimp paywall regwall ad ads
    adv advert adverts advertisement advertising adsbygoogle adslot adunit ad+slot ad+unit adbox adwrap dfp gpt sponsor sponsored sponsors
    sponsorship banner banners affiliate donate donation cta callout+cta push+notification notification disclaimer disclosure
    alert toast announcement`),
  ],
  [
    'tags',
    words(
      'tags taglist tagcloud tag+list tag+links tagged labels posttags post+tags entry+tags article+tags topics keywords cat+links',
    ),
  ],
  [
    'byline',
    words(
      'byline bylines author authors authored writer reporter contributor contributors creator authorname authorlink authorwrapper authorblock vcard posted+by written+by attribution',
    ),
  ],
  [
    'meta',
    words(`meta postmeta post+meta entry+meta article+meta metadata story+meta post+info article+info entry+info postinfo dateline
    readtime read+time reading+time`),
  ],
  [
    'date',
    words(
      'date datetime pubdate timestamp published publishdate publish+date published+at updated created submitted time post+date entry+date',
    ),
  ],
  [
    'biography',
    words(
      'bio biography authorbox author+box author+bio author+info author+profile about+author aboutauthor author+card author+description',
    ),
  ],
  [
    'caption',
    words(
      'caption captions figcaption wp+caption imgcaption image+caption photo+caption cutline picture+caption media+caption',
    ),
  ],
  ['credit', words('credit credits copyright+holder photo+credit image+credit photographer image+source photo+source')],
  [
    'standfirst',
    words(`standfirst dek deck subtitle sub+title subheadline sub+headline subhead strapline sub+heading article+summary story+summary
    news+summary post+summary article+lead articlelead lead+text leadtext lede chapo teaser+text excerpt entry+summary brief article+brief
    article+intro story+intro article+description`),
  ],
  [
    'kicker',
    words(
      'kicker overline eyebrow pretitle pre+title supertitle sup+title suptitle overtitle shoulder rubric section+label article+kicker uptitle',
    ),
  ],
  ['headline', words('headline headlines article+title story+title post+title entry+title news+title page+title')],
  [
    'section',
    words(`category categories cat+name cat+label section+name section+title article+section story+section post+category entry+category article+category
    news+category post+cat section+link category+link cat+link sectionname categoryname story+category rubrique`),
  ],
  ['trail', words('breadcrumb breadcrumbs crumbs breadcrumbs+item breadcrumblist')],
  ['correction', words('correction corrections clarification erratum')],
  [
    'body',
    words(`articlebody article+body article+content article+text articletext articlecontent story+body storybody story+content story+text
    storytext post+content postcontent post+body postbody entry+content entrycontent body+content body+text bodytext content+body main+content
    maincontent news+text newstext news+body news+content newsbody text+body field+body field+name+body rich+text richtext prose detail+text article+copy`),
  ],
];

const meaning = new Map<string, Hint>(VOCABULARY.flatMap(([hint, list]) => list.map((word) => [word, hint] as const)));

/** Classes that speak of the whole page's state (`has-sidebar`) or of filing (`category-comment`), not of this part. */
const ABOUT_ELSEWHERE =
  /^(?:has|no|not|with|without|is|show|hide|js|sm|md|lg|xl|xxl|category|tag|term|postid|type|status|format|page|theme|wp|toggle|hover|focus|group|col)$/;
const NOT_A_FIRST_WORD = /^(?:tag|term|postid|type|status|format)$/;

const roles: Readonly<Record<string, Hint>> = {
  navigation: 'furniture',
  banner: 'furniture',
  contentinfo: 'furniture',
  search: 'furniture',
  dialog: 'furniture',
  alertdialog: 'furniture',
  menu: 'furniture',
  menubar: 'furniture',
  toolbar: 'furniture',
  complementary: 'furniture',
};

const properties: Readonly<Record<string, Hint>> = {
  articlebody: 'body',
  headline: 'headline',
  author: 'byline',
  datepublished: 'date',
  datemodified: 'date',
  comment: 'comments',
  caption: 'caption',
};

const known = new WeakMap<PageElement, ReadonlySet<Hint>>();
const none: ReadonlySet<Hint> = new Set();

/** What an element's names hint at; empty for most. Remembered. */
export function hintsOf(element: PageElement): ReadonlySet<Hint> {
  const found = known.get(element);
  if (found !== undefined) return found;
  const hints = readHints(element);
  known.set(element, hints);
  return hints;
}

export function hasHint(element: PageElement, ...wanted: readonly Hint[]): boolean {
  const hints = hintsOf(element);
  return hints.size > 0 && wanted.some((hint) => hints.has(hint));
}

function readHints(element: PageElement): ReadonlySet<Hint> {
  const { tag, attributes } = element;
  if (tag === 'html' || tag === 'body') return none;
  const hints = new Set<Hint>();
  if (tag === 'nav' || tag === 'menu') hints.add('furniture');
  if (tag === 'figcaption') hints.add('caption');
  if (tag === 'time') hints.add('date');
  const role = roles[attributes.role?.toLowerCase() ?? ''];
  if (role !== undefined) hints.add(role);
  if (/breadcrumb/i.test(attributes.itemtype ?? '') || /breadcrumb|مسار/i.test(attributes['aria-label'] ?? ''))
    hints.add('trail');
  const property = properties[attributes.itemprop?.toLowerCase() ?? ''];
  if (property !== undefined) hints.add(property);
  for (const name of namesOf(element)) for (const hint of hintsOfName(name)) hints.add(hint);
  return hints.size === 0 ? none : hints;
}

function namesOf({ attributes }: PageElement): string[] {
  const classes = (attributes.class ?? '').slice(0, 600).split(/\s+/);
  const others = [
    attributes.id,
    attributes['data-testid'],
    attributes['data-component'],
    attributes['data-component-name'],
    attributes['data-module'],
    attributes['data-qa'],
    attributes['data-type'],
  ];
  return [...classes, ...others.map((name) => (name ?? '').slice(0, 80))].filter((name) => name !== '');
}

const remembered = new Map<string, readonly Hint[]>();
const MOST_REMEMBERED = 20_000;

function hintsOfName(name: string): readonly Hint[] {
  const before = remembered.get(name);
  if (before !== undefined) return before;
  const hints = readName(name);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, hints);
  return hints;
}

function readName(name: string): Hint[] {
  const parts = name
    .slice(0, 80)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  const [first] = parts;
  if (name.toLowerCase() === 'toc') return ['furniture'];
  if (
    first === undefined ||
    NOT_A_FIRST_WORD.test(first) ||
    (parts.length > 1 && ABOUT_ELSEWHERE.test(first) && first !== 'page' && first !== 'wp')
  )
    return [];
  const hints: Hint[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    for (let length = Math.min(3, parts.length - at); length > 0; length -= 1) {
      const hint = meaning.get(parts.slice(at, at + length).join('+'));
      if (hint === undefined) continue;
      hints.push(hint);
      at += length - 1;
      break;
    }
  }
  return hints;
}
