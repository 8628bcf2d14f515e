// Reads a part of the archive as its page shows it.
import { publicActor } from '../newsroom/actor.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { countsBetween, publishedDays } from '../newsroom/reading/calendar.ts';
import { type ArchivePart, startsIn } from './archive-calendar.ts';
import { todayOf } from './dates.ts';
import { editionOf, type PageContext } from './page-context.ts';
import type { ArchiveView } from './pages/ArchivePages.tsx';

/** Null for a part that lies before the first story or after today, since anybody can name a year. */
export async function archiveView(
  newsroom: Newsroom,
  ctx: PageContext,
  part: ArchivePart,
): Promise<ArchiveView | null> {
  const { key } = editionOf(ctx);
  const today = todayOf(ctx);
  const published = (await publishedDays(newsroom, publicActor, key)) ?? { first: today, last: today };
  const starts = startsIn(part, published);
  const [start, end] = [starts[0], starts.at(-1)];
  if (start === undefined || end === undefined) return null;
  const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) < 0;
  const hasBefore = isBefore(published.first, start);
  const hasAfter = !isBefore(today, end);
  if (part.year !== null && (isBefore(today, start) || !isBefore(published.first, end))) return null;
  const counts = await countsBetween(newsroom, publicActor, key, starts);
  const parts = counts.map((count, at) => ({ start: starts[at] ?? start, count }));
  return { parts, start, end, hasBefore, hasAfter };
}
