// The paper's standing pages: its corrections, who makes it, and what the reader saved.
import type { CorrectionsPage as CorrectionsList } from '../../newsroom/reading/corrections.ts';
import { correctionsPath } from '../../story/address.ts';
import { correctionsKey, storyKey } from '../../story/listing.ts';
import { Document } from '../components/Document.tsx';
import { Pager } from '../components/Lists.tsx';
import { dirOf, words } from '../components/words.ts';
import { machineInstant, momentText } from '../dates.ts';
import { frontHref, storyHref } from '../links.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';

interface CorrectionsProps {
  readonly ctx: PageContext;
  readonly list: CorrectionsList;
  /** The cursor of the page being shown; null on the first. */
  readonly before: string | null;
}

export function CorrectionsPage({ ctx, list, before }: CorrectionsProps) {
  const text = wordsOf(ctx);
  const edition = editionOf(ctx);
  ctx.depend(correctionsKey(edition.key));
  return (
    <Document ctx={ctx} subject={{ kind: 'corrections', before }}>
      <header class="list-head">
        <h1>{text.corrections}</h1>
        <p class="about">{text.correctionsIntroduction}</p>
      </header>
      {list.corrections.length === 0 && <p class="nothing">{text.noCorrections}</p>}
      <ol class="corrected">
        {list.corrections.map(({ correction, card }) => {
          ctx.depend(storyKey(card.id));
          return (
            <li>
              <p class="when">
                <time datetime={machineInstant(correction.at)}>{momentText(ctx, correction.at)}</time>
              </p>
              <p>{words(ctx, correction.text)}</p>
              <a href={storyHref(ctx, card)} dir={dirOf(ctx, card.headline)}>
                {words(ctx, card.headline)}
              </a>
            </li>
          );
        })}
      </ol>
      <Pager ctx={ctx} path={correctionsPath(edition)} older={list.older} before={before} />
    </Document>
  );
}

/** The edition's own words about itself, a paragraph a line, and the paper's other editions. */
export function AboutPage({ ctx }: { ctx: PageContext }) {
  const edition = editionOf(ctx);
  const text = wordsOf(ctx);
  const paragraphs = edition.about.split(/\n+/).filter((line) => line.trim() !== '');
  return (
    <Document ctx={ctx} subject={{ kind: 'about' }}>
      <article class="story">
        <header class="headline">
          <h1>{text.aboutPaper(edition.name)}</h1>
          {edition.motto !== '' && <p class="standfirst">{words(ctx, edition.motto)}</p>}
        </header>
        <div class="body">
          {paragraphs.map((paragraph) => (
            <p>{words(ctx, paragraph)}</p>
          ))}
          {ctx.elsewhere.length > 0 && (
            <section class="facts" aria-label={text.editions}>
              <h2>{text.editions}</h2>
              <ul>
                {[ctx.furniture, ...ctx.elsewhere].map((furniture) => (
                  <li>
                    <a href={frontHref(furniture)} lang={furniture.edition.language} dir={furniture.edition.direction}>
                      {furniture.edition.name}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </article>
    </Document>
  );
}

/** The list is kept in the reader's browser and filled in there; the page itself is the same for everybody. */
export function SavedPage({ ctx }: { ctx: PageContext }) {
  const text = wordsOf(ctx);
  return (
    <Document ctx={ctx} subject={{ kind: 'saved' }}>
      <header class="list-head">
        <h1>{text.savedStories}</h1>
        <p class="about">{text.savedIntroduction}</p>
      </header>
      <noscript>
        <p class="nothing">{text.savedNeedsScript}</p>
      </noscript>
      <p class="nothing scripted" data-saved-nothing hidden>
        {text.savedNothing}
      </p>
      <ol class="saved-list" data-saved data-remove={text.remove} data-withdrawn={text.noLongerThere}></ol>
    </Document>
  );
}
