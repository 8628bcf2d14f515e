// From the path of a machine's address to the edition that it belongs to, and to the context in which it is written.
import { publicActor } from '../../newsroom/actor.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { editions, furniture } from '../../newsroom/reading/furniture.ts';
import type { Edition } from '../../story/edition.ts';
import { type DependencyKey, furnitureKey } from '../../story/listing.ts';
import type { Assets } from '../assets.ts';
import type { PageContext } from '../page-context.ts';
import { placeOf as placeAmong } from '../requested.ts';

/** What the machine pages are made from. */
export interface Source {
  readonly newsroom: Newsroom;
  /** `https://paper.example`, without a slash at the end. */
  readonly origin: string;
  readonly assets: Assets;
  /** Addresses in one sitemap, at most; a fifth of what the protocol allows when it is left out. */
  readonly sitemapLength?: number;
}

/** A request: where it leads, and to whom its answer says what it is made of. */
export interface Asked {
  /** The path's parts, decoded; the last is the file. */
  readonly segments: readonly string[];
  readonly depend: (key: DependencyKey) => void;
}

/** The document of an address, or null when the address is none of the machines'. */
export type Answering = (source: Source, asked: Asked) => Promise<Response | null>;

/** An edition, and the segments that follow its own part of the path. */
export interface Place {
  readonly edition: Edition;
  readonly rest: readonly string[];
}

/** Null in a paper without editions, and for the default edition under its key: a document has one address. */
export async function placeOf({ newsroom }: Source, segments: readonly string[]): Promise<Place | null> {
  const { edition, parts } = placeAmong(await editions(newsroom, publicActor), segments);
  const isElsewhere = edition?.isDefault === true && parts.length < segments.length;
  return edition === undefined || isElsewhere ? null : { edition, rest: parts };
}

/** Declares the edition's furniture, which says the names and addresses of all that is written. */
export async function contextOf(source: Source, edition: Edition, depend: Asked['depend']): Promise<PageContext> {
  const { newsroom, origin, assets } = source;
  depend(furnitureKey(edition.key));
  const own = await furniture(newsroom, publicActor, edition.key);
  const others = own.editions.filter((other) => other.key !== edition.key);
  const elsewhere = await Promise.all(others.map((other) => furniture(newsroom, publicActor, other.key)));
  return { furniture: own, elsewhere, now: newsroom.clock(), origin, assets, depend };
}

/** An answer of a type. How long it may be kept is the server's affair. */
export function documentOf(text: string, type: string): Response {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
}
