// What a page's head says: meta elements by name, canonical address, title, language, base address.
import { httpAddress } from './addresses.ts';
import { elementsIn, oneSpaced, type Page, type PageElement, textOf } from './tree.ts';

export interface Head {
  readonly title: string | null;
  /** The first value of a meta element by its name, property or itemprop in small letters; null when absent or empty. */
  meta(...names: readonly string[]): string | null;
  metas(...names: readonly string[]): readonly string[];
  readonly canonical: string | null;
  /** Where the page was saved from, when whoever saved it says so. */
  readonly savedFrom: string | null;
  /** What relative addresses are relative to; null when nothing says. */
  readonly base: string | null;
  /** The declared language (`ar`, `en`), two or three letters. */
  readonly language: string | null;
}

const MOST_METAS = 500;

export function headOf(page: Page, url: string | null): Head {
  const metas = new Map<string, string[]>();
  let title: string | null = null;
  let canonical: string | null = null;
  let base: string | null = null;
  let count = 0;
  for (const element of elementsIn(page.root, isForeign)) {
    const { attributes } = element;
    if (element.tag === 'title') title ??= textOf(element, 1_000) || null;
    else if (element.tag === 'base') base ??= httpAddress(attributes.href, url);
    else if (element.tag === 'link') {
      const relations = (attributes.rel ?? '').toLowerCase().split(/\s+/);
      if (relations.includes('canonical')) canonical ??= attributes.href ?? null;
    } else if (element.tag === 'meta' && count < MOST_METAS) {
      count += 1;
      addMeta(metas, element);
    }
  }
  const all = (...names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? []);
  const first = all('og:url')[0] ?? null;
  const relativeTo = base ?? url ?? httpAddress(canonical, null) ?? httpAddress(first, null);
  return {
    title,
    meta: (...names) => all(...names)[0] ?? null,
    metas: all,
    canonical: httpAddress(canonical, relativeTo) ?? httpAddress(first, relativeTo),
    savedFrom: httpAddress(url, null),
    base: relativeTo,
    language: languageOf(page.root, all('og:locale', 'language', 'content-language')),
  };
}

const isForeign = (element: PageElement) => element.tag === 'svg' || element.tag === 'math';

function addMeta(metas: Map<string, string[]>, { attributes }: PageElement): void {
  const content = oneSpaced((attributes.content ?? '').slice(0, 20_000));
  if (content === '') return;
  for (const name of new Set([attributes.property, attributes.name, attributes.itemprop, attributes['http-equiv']])) {
    if (name === undefined || name === '') continue;
    const key = name.trim().toLowerCase().slice(0, 100);
    const values = metas.get(key);
    if (values === undefined) metas.set(key, [content]);
    else if (values.length < 100) values.push(content);
  }
}

function languageOf(root: PageElement, others: readonly string[]): string | null {
  const body = root.children.find((child) => child.kind === 'element' && child.tag === 'body');
  const declared = [root.attributes.lang, body?.kind === 'element' ? body.attributes.lang : undefined, ...others];
  for (const value of declared) {
    const code = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(value ?? '')?.[1];
    if (code !== undefined) return code.toLowerCase();
  }
  return null;
}
