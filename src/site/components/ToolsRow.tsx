// The tools row: share, save, listen, print, and TT. What needs a script is in the page but takes no room without one.
import { printPath } from '../../story/address.ts';
import type { StoryView } from '../../story/views.ts';
import { storyHref } from '../links.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';

export function ToolsRow({ ctx, view }: { ctx: PageContext; view: StoryView }) {
  const text = wordsOf(ctx);
  const { card } = view;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups what is filled in, and these are pressed
    <div class="tools" role="group" aria-label={text.tools}>
      <Share ctx={ctx} view={view} />
      <button type="button" class="tool scripted" data-tool="save" aria-pressed="false">
        <span class="icon icon-save"></span>
        <span class="tool-name">{text.save}</span>
      </button>
      <button type="button" class="tool scripted listen" data-tool="listen">
        <span class="icon icon-listen"></span>
        <span class="tool-name" data-off={text.listen} data-on={text.stopListening}>
          {text.listen}
        </span>
      </button>
      <a class="tool print-tool" data-tool="print" href={printPath(editionOf(ctx), card)} rel="nofollow">
        <span class="icon icon-print"></span>
        <span class="tool-name">{text.print}</span>
      </a>
      <TextSize ctx={ctx} view={view} />
    </div>
  );
}

function Share({ ctx, view }: { ctx: PageContext; view: StoryView }) {
  const text = wordsOf(ctx);
  const address = ctx.origin + storyHref(ctx, view.card);
  const to = encodeURIComponent(decodeURI(address));
  // Half a surrogate pair, which a cut capture may end in, cannot be encoded.
  const headline = encodeURIComponent(view.card.headline.toWellFormed());
  const ways = [
    ['whatsapp', `https://wa.me/?text=${headline}%20${to}`],
    ['x', `https://x.com/intent/post?text=${headline}&url=${to}`],
    ['telegram', `https://t.me/share/url?url=${to}&text=${headline}`],
    ['mail', `mailto:?subject=${headline}&body=${to}`],
  ] as const;
  return (
    <details class="tool-menu" name={`tools-${view.card.id}`}>
      <summary class="tool">
        <span class="icon icon-share"></span>
        <span class="tool-name">{text.share}</span>
      </summary>
      <ul class="panel share">
        {ways.map(([way, href]) => (
          <li>
            <a href={href} rel="nofollow noopener">
              <span class={`icon icon-${way}`}></span>
              {text.shareBy[way]}
            </a>
          </li>
        ))}
        <li class="scripted">
          <button type="button" data-tool="copy" data-done={text.linkCopied}>
            <span class="icon icon-link"></span>
            <span>{text.copyLink}</span>
          </button>
        </li>
        <li class="scripted" data-needs="share">
          <button type="button" data-tool="share">
            <span class="icon icon-share"></span>
            {text.shareElsewhere}
          </button>
        </li>
      </ul>
    </details>
  );
}

/** Five steps as radio buttons: the stylesheet reads which is chosen, the script remembers it. */
function TextSize({ ctx, view }: { ctx: PageContext; view: StoryView }) {
  const text = wordsOf(ctx);
  return (
    <details class="tool-menu text-size" name={`tools-${view.card.id}`}>
      <summary class="tool">
        <span class="icon icon-tt"></span>
        <span class="tool-name">{text.textSize}</span>
      </summary>
      <fieldset class="panel">
        <legend class="unseen">{text.textSize}</legend>
        {text.textSizes.map((name, index) => (
          <label>
            <input
              type="radio"
              class={`tt-${index + 1}`}
              name={`tt-${view.card.id}`}
              value={String(index + 1)}
              checked={index === 2}
            />
            <span aria-hidden="true">{text.specimen}</span>
            <span class="unseen">{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
