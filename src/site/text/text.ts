// What the site says in its own voice: one catalogue a language, all of one type, so that none can lack a line.
import type { QueryProblem } from '../../archive/query/parsed-query.ts';
import type { FacetKind } from '../../newsroom/archive/facet-lists.ts';
import type { AuthorRole } from '../../story/byline.ts';
import type { Edition } from '../../story/edition.ts';
import type { StoryKind } from '../../story/story.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';

export interface Text {
  readonly language: 'ar' | 'en';
  readonly skipToContent: string;
  readonly home: string;
  readonly sections: string;
  readonly subsections: string;
  /** The sections again, at the foot of the page. */
  readonly guide: string;
  readonly editions: string;
  readonly latest: string;
  readonly archive: string;
  readonly savedStories: string;
  readonly corrections: string;
  readonly aboutPaper: (name: string) => string;

  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>;

  readonly tools: string;
  readonly share: string;
  readonly shareBy: Readonly<Record<'whatsapp' | 'x' | 'telegram' | 'mail', string>>;
  readonly shareElsewhere: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly save: string;
  readonly listen: string;
  readonly stopListening: string;
  readonly print: string;
  readonly textSize: string;
  /** From the smallest to the largest; the third is the paper's own size. */
  readonly textSizes: readonly [string, string, string, string, string];
  /** The letter that shows the sizes. */
  readonly specimen: string;

  /** Stands before a name: `ترجمة: فلان`. Empty for those who simply wrote. */
  readonly roles: Readonly<Record<AuthorRole, string>>;
  /** Between the names of a byline, and between its last two. */
  readonly and: string;
  readonly comma: string;
  readonly published: string;
  readonly updated: string;
  readonly readingTime: (minutes: number, digits: Edition['digits']) => string;
  readonly kinds: Readonly<Record<StoryKind, string>>;

  readonly topics: string;
  readonly topicKinds: Readonly<Record<'subject' | 'person' | 'place' | 'organisation', string>>;
  /** What a person or a body is said to have said, and the way to more of it. */
  readonly quotations: string;
  readonly moreQuotations: string;
  readonly newestOfTopic: string;
  /** The months in which the paper wrote of it. */
  readonly byMonth: string;
  readonly stories: (count: number, digits: Edition['digits']) => string;
  readonly correctionNotes: string;
  /** Over an event's page, and on the way there. */
  readonly timeline: string;
  /** How many stories an event has, with the day of the first or the days between which they stand; the days are printed. */
  readonly eventFrom: (stories: number, from: string, digits: Edition['digits']) => string;
  readonly eventSpan: (stories: number, from: string, to: string, digits: Edition['digits']) => string;
  readonly related: string;
  readonly readAlso: string;
  readonly nextStory: string;
  readonly openAt: (provider: string) => string;
  readonly providers: Readonly<
    Record<'youtube' | 'vimeo' | 'x' | 'facebook' | 'instagram' | 'telegram' | 'soundcloud' | 'datawrapper', string>
  >;
  readonly gallery: (pictures: number, digits: Edition['digits']) => string;
  readonly table: string;

  readonly older: string;
  readonly backToNewest: string;
  readonly pages: string;
  readonly nothingYet: string;
  readonly allOf: (section: string) => string;
  readonly author: string;
  readonly archiveIntroduction: string;
  readonly archiveOf: (span: string) => string;
  readonly calendars: Readonly<Record<'gregorian' | 'hijri', string>>;
  /** Links to what lies beside. */
  readonly years: Readonly<Record<'all' | 'before' | 'after', string>>;
  readonly months: Readonly<Record<'all' | 'before' | 'after', string>>;
  /** The day on which a week begins in print, 1 (Monday) to 7. */
  readonly weekStart: number;
  readonly storiesOf: (day: string) => string;
  readonly days: string;
  readonly previousDay: string;
  readonly nextDay: string;
  readonly noStoriesThatDay: string;
  readonly correctionsIntroduction: string;
  readonly noCorrections: string;
  readonly savedIntroduction: string;
  readonly savedNothing: string;
  readonly savedNeedsScript: string;
  readonly remove: string;
  readonly noLongerThere: string;

  readonly search: SearchText;

  readonly notFound: string;
  readonly notFoundExplained: string;
  readonly withdrawn: string;
  readonly withdrawnExplained: string;
  readonly failed: string;
  readonly failedExplained: string;
  readonly toFront: string;
  readonly backToStory: string;
  readonly address: string;
}

/** What the search says. */
export interface SearchText {
  readonly name: string;
  /** What the field is for. */
  readonly field: string;
  readonly submit: string;
  readonly resultsFor: (query: string) => string;
  readonly results: (count: number, digits: Edition['digits']) => string;
  readonly order: string;
  readonly orders: Readonly<Record<'relevance' | 'date', string>>;
  readonly more: string;
  readonly toFirst: string;

  readonly narrow: string;
  readonly close: string;
  readonly facets: Readonly<Record<FacetKind, string>>;
  readonly chosen: string;
  readonly drop: (name: string) => string;
  readonly dropAll: string;

  readonly nothing: string;
  readonly nothingExplained: string;
  readonly nearest: string;
  readonly didYouMean: string;
  readonly question: string;
  /** `days` by one of the spans that follow. */
  readonly named: (days: string) => string;
  readonly spans: {
    readonly day: (day: string) => string;
    /** A month or a year. */
    readonly within: (span: string) => string;
    readonly between: (first: string, last: string) => string;
    readonly until: (last: string) => string;
    readonly since: (first: string) => string;
  };
  readonly problems: Readonly<Record<QueryProblem['kind'], (value: string) => string>>;

  readonly guide: string;
  /** What can be typed, and what it does. */
  readonly guideLines: readonly (readonly [typed: string, meaning: string])[];

  readonly suggestions: string;
  readonly suggested: Readonly<Record<'stories' | 'topics' | 'authors', string>>;

  readonly down: string;
  readonly downExplained: string;
  readonly tooMany: string;
  readonly tooManyExplained: string;
}

const catalogues = { ar, en };

/** The catalogue of a language; English for one that has none of its own. */
export function textOf(language: string): Text {
  return language.startsWith('ar') ? catalogues.ar : catalogues.en;
}
