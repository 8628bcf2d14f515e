// The site's own words in English.
import { counted } from '../../arabic/plurals.ts';
import type { Text } from './text.ts';

const english = { digits: 'latn', language: 'en' } as const;
const STORIES = { one: 'story', other: 'stories' };

export const en: Text = {
  language: 'en',
  skipToContent: 'Skip to content',
  home: 'Home',
  sections: 'Sections',
  subsections: 'In this section',
  guide: 'Guide to the paper',
  editions: 'Editions',
  latest: 'Latest',
  archive: 'Archive',
  savedStories: 'Saved',
  corrections: 'Corrections',
  aboutPaper: (name) => `About ${name}`,

  theme: 'Appearance',
  themes: { auto: 'Automatic', light: 'Light', dark: 'Dark' },

  tools: 'Reading tools',
  share: 'Share',
  shareBy: { whatsapp: 'WhatsApp', x: 'X', telegram: 'Telegram', mail: 'Email' },
  shareElsewhere: 'Another app',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  save: 'Save',
  listen: 'Listen',
  stopListening: 'Stop listening',
  print: 'Print',
  textSize: 'Text size',
  textSizes: ['Very small', 'Small', 'Medium', 'Large', 'Very large'],
  specimen: 'A',

  roles: {
    writer: '',
    reporter: '',
    editor: 'Edited by',
    translator: 'Translated by',
    photographer: 'Photographs by',
    interviewer: 'Interview by',
  },
  and: ' and ',
  comma: ', ',
  published: 'Published',
  updated: 'Updated',
  readingTime: (minutes) =>
    `Reading time: ${counted(minutes, { one: 'minute', other: 'minutes' }, { digits: 'latn', language: 'en' })}`,
  kinds: {
    news: '',
    analysis: 'Analysis',
    opinion: 'Opinion',
    interview: 'Interview',
    live: 'Live',
    gallery: 'Pictures',
  },

  topics: 'Topics',
  topicKinds: { subject: 'Topic', person: 'Person', place: 'Place', organisation: 'Organisation' },
  quotations: 'In their own words',
  moreQuotations: 'More quotations',
  newestOfTopic: 'Latest stories',
  byMonth: 'Month by month',
  stories: (count) => counted(count, { one: 'story', other: 'stories' }, { digits: 'latn', language: 'en' }),
  correctionNotes: 'Correction',
  timeline: 'Timeline',
  eventFrom: (stories, from) => `${counted(stories, STORIES, english)}, the first on ${from}`,
  eventSpan: (stories, from, to) =>
    from === to
      ? `${counted(stories, STORIES, english)}, published on ${from}`
      : `${counted(stories, STORIES, english)}, published between ${from} and ${to}`,
  related: 'Related stories',
  readAlso: 'Read also',
  nextStory: 'Next story',
  openAt: (provider) => `Opens at ${provider}`,
  providers: {
    youtube: 'YouTube',
    vimeo: 'Vimeo',
    x: 'X',
    facebook: 'Facebook',
    instagram: 'Instagram',
    telegram: 'Telegram',
    soundcloud: 'SoundCloud',
    datawrapper: 'Datawrapper',
  },
  gallery: (pictures) => counted(pictures, { one: 'picture', other: 'pictures' }, { digits: 'latn', language: 'en' }),
  table: 'Table',

  older: 'Older stories',
  backToNewest: 'Back to the newest',
  pages: 'Pages of this list',
  nothingYet: 'Nothing has been published here yet.',
  allOf: (section) => `More from ${section}`,
  author: 'By',
  storiesOf: (day) => `The paper of ${day}`,
  days: 'Days',
  previousDay: 'Previous day',
  nextDay: 'Next day',
  noStoriesThatDay: 'Nothing was published on this day.',
  correctionsIntroduction:
    'We correct our mistakes in public: what was wrong, what is right, and when we put it right.',
  noCorrections: 'No corrections so far.',
  savedIntroduction: 'What you kept to read later. The list stays in your browser; nobody else can see it.',
  savedNothing: 'You have not saved anything yet. Open a story and choose “Save” under its headline.',
  savedNeedsScript: 'This list is kept in your browser and needs JavaScript to be shown.',
  remove: 'Remove',
  noLongerThere: 'This story has been withdrawn',

  notFound: 'Page not found',
  notFoundExplained:
    'There may be a mistake in the address, or the page may have moved. The front page has the latest; the archive has the rest.',
  withdrawn: 'This story has been withdrawn',
  withdrawnExplained:
    'A story was published here. The editors have since decided to withdraw it, and it can no longer be read. Mistakes that we correct are listed on our corrections page.',
  failed: 'This page could not be shown',
  failedExplained: 'The fault is ours, not yours, and we are working on it. Please try again in a moment.',
  toFront: 'To the front page',
  backToStory: 'Back to the story',
  address: 'Address',
};
