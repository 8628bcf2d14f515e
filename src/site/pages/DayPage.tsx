// One day of the paper, by either calendar: all that was published on it, and the way to the days beside it.
import { fromHijri, hijriDate } from '../../arabic/dates.ts';
import { dayPath, hijriDayPath } from '../../story/address.ts';
import type { DependencyKey } from '../../story/listing.ts';
import type { DayView } from '../../story/views.ts';
import { monthOf } from '../archive-calendar.ts';
import { Document } from '../components/Document.tsx';
import { TimeLine } from '../components/Lists.tsx';
import { dayInCalendars, dayText } from '../dates.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { ArchiveTrail } from './ArchivePages.tsx';

interface DayProps {
  readonly ctx: PageContext;
  readonly day: Temporal.PlainDate;
  /** The calendar of the address by which the reader came; the days beside it keep to it. */
  readonly calendar: 'gregorian' | 'hijri';
  readonly view: DayView;
}

export function DayPage({ ctx, day, calendar, view }: DayProps) {
  const edition = editionOf(ctx);
  const text = wordsOf(ctx);
  const key: DependencyKey = `day:${edition.key}:${day}`;
  ctx.depend(key);
  const hrefOf = (date: Temporal.PlainDate) =>
    calendar === 'hijri' ? hijriDayPath(edition, hijriDate(date)) : dayPath(edition, date);
  const [first, ...others] = dayInCalendars(ctx, day);
  return (
    <Document ctx={ctx} subject={{ kind: 'day', day, calendar, view }}>
      <header class="list-head">
        <ArchiveTrail ctx={ctx} part={monthOf(calendar, day)} isDay />
        <h1>{first}</h1>
        {others.map((other) => (
          <p class="about">{other}</p>
        ))}
      </header>
      <DayNav ctx={ctx} view={view} hrefOf={hrefOf} calendar={calendar} />
      {view.cards.length === 0 && <p class="nothing">{text.noStoriesThatDay}</p>}
      <TimeLine ctx={ctx} cards={view.cards} hasLabels />
    </Document>
  );
}

function DayNav({
  ctx,
  view,
  hrefOf,
  calendar,
}: Pick<DayProps, 'ctx' | 'view' | 'calendar'> & { hrefOf: (day: Temporal.PlainDate) => string }) {
  const text = wordsOf(ctx);
  const beside = [
    [view.earlier, 'prev', text.previousDay],
    [view.later, 'next', text.nextDay],
  ] as const;
  return (
    <nav class="days" aria-label={text.days}>
      {beside.map(([date, rel, name]) => {
        if (date === null) return null;
        const day = Temporal.PlainDate.from(date);
        return (
          <a href={hrefOf(day)} rel={rel}>
            <span>{name}</span>
            <time datetime={date}>{dayText(ctx, day, calendar)}</time>
          </a>
        );
      })}
    </nav>
  );
}

/** The day that an archive address names, or null when there is no such day. */
export function dayOfAddress(
  calendar: 'gregorian' | 'hijri',
  year: number,
  month: number,
  day: number,
): Temporal.PlainDate | null {
  try {
    if (calendar === 'hijri') return fromHijri({ year, month, day });
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
