// How a browser or another program searches the paper by itself: an OpenSearch 1.1 description.
import { searchPath } from '../../story/address.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { excerpt, line } from './excerpt.ts';
import { signVector } from './sign.ts';
import { element, xmlDocument } from './xml.ts';

export const OPEN_SEARCH_FILE = 'opensearch.xml';
export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml';

/** The lengths that the specification allows a name and a description. */
const NAME = 16;
const DESCRIPTION = 1_024;

export function openSearchDocument(ctx: PageContext): string {
  const edition = editionOf(ctx);
  const address = `${ctx.origin}${searchPath(edition)}?q={searchTerms}`;
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', {}, excerpt(edition.name, NAME)),
      element('Description', {}, excerpt(`${wordsOf(ctx).search.field} - ${line(edition.name)}`, DESCRIPTION)),
      element('Url', { type: 'text/html', method: 'get', template: address }),
      element('Image', { type: 'image/svg+xml', width: 64, height: 64 }, ctx.origin + signVector(ctx.assets)),
      element('Language', {}, edition.language),
      element('InputEncoding', {}, 'UTF-8'),
      element('Query', { role: 'example', searchTerms: line(edition.name) }),
    ),
  );
}
