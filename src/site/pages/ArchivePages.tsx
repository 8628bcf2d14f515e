// The way through all that was published: years, the months of a year, and a month as a calendar, in either calendar, each
// with how much there is.
import { weekdayName } from '../../arabic/dates.ts';
import { searchPath } from '../../story/address.ts';
import { type DependencyKey, editionList } from '../../story/listing.ts';
import { type ArchivePart, archiveDayPath, archivePartPath, besides, monthOf } from '../archive-calendar.ts';
import { Document } from '../components/Document.tsx';
import { words } from '../components/words.ts';
import { archiveTitle, monthNameText, numberText, partText } from '../dates.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';

/** A stretch of days and how many stories there are in it. */
export interface Counted {
  readonly start: Temporal.PlainDate;
  readonly count: number;
}

export interface ArchiveView {
  /** Years of all, months of a year, days of a month; in order. */
  readonly parts: readonly Counted[];
  /** Where the part begins, and the day after its end. */
  readonly start: Temporal.PlainDate;
  readonly end: Temporal.PlainDate;
  /** Whether anything may have been published before and after. */
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

interface ArchiveProps {
  readonly ctx: PageContext;
  readonly part: ArchivePart;
  readonly view: ArchiveView;
}

export function ArchivePage({ ctx, part, view }: ArchiveProps) {
  const text = wordsOf(ctx);
  const total = view.parts.reduce((sum, { count }) => sum + count, 0);
  declareMonths(ctx, part, view);
  return (
    <Document ctx={ctx} subject={{ kind: 'archive', part }}>
      <header class="list-head">
        <ArchiveTrail ctx={ctx} part={part} />
        <h1>{words(ctx, partText(ctx, part))}</h1>
        <p class="about">{words(ctx, text.stories(total, editionOf(ctx).digits))}</p>
        {part.year === null && <p class="about">{words(ctx, text.archiveIntroduction)}</p>}
        <OtherCalendar ctx={ctx} part={part} view={view} />
      </header>
      <Beside ctx={ctx} part={part} view={view} />
      {part.month === null ? <Parts ctx={ctx} part={part} view={view} /> : <Days ctx={ctx} part={part} view={view} />}
    </Document>
  );
}

/** Years change with any story; a year and a month with those of the Gregorian months that they touch. */
function declareMonths(ctx: PageContext, { year }: ArchivePart, { start, end }: ArchiveView): void {
  const { key } = editionOf(ctx);
  if (year === null) {
    ctx.depend(editionList(key));
    return;
  }
  const last = end.subtract({ days: 1 }).withCalendar('iso8601').toPlainYearMonth();
  let month = start.withCalendar('iso8601').toPlainYearMonth();
  while (Temporal.PlainYearMonth.compare(month, last) <= 0) {
    const touched: DependencyKey = `month:${key}:${month}`;
    ctx.depend(touched);
    month = month.add({ months: 1 });
  }
}

/** What a part of the archive, or a day of it, lies in. */
export function ArchiveTrail({ ctx, part, isDay = false }: Pick<ArchiveProps, 'ctx' | 'part'> & { isDay?: boolean }) {
  const { calendar, year, month } = part;
  const all: ArchivePart = { calendar, year: null, month: null };
  const above = [all, ...(year === null ? [] : [{ ...all, year }]), ...(month === null ? [] : [part])];
  const shown = isDay ? above : above.slice(0, -1);
  if (shown.length === 0) return null;
  return (
    <p class="label trail">
      {shown.map((each) => (
        <a href={archivePartPath(editionOf(ctx), each)}>
          {words(ctx, each.month === null ? partText(ctx, each) : monthNameText(ctx, each.month, calendar))}
        </a>
      ))}
    </p>
  );
}

/** The same days by the other calendar: one of its months or years begins in most of ours, so the one of the middle. */
function OtherCalendar({ ctx, part, view }: ArchiveProps) {
  const calendar = part.calendar === 'hijri' ? 'gregorian' : 'hijri';
  const days = view.start.withCalendar('iso8601').until(view.end.withCalendar('iso8601')).days;
  const middle = monthOf(calendar, view.start.add({ days: Math.floor(days / 2) }));
  const other: ArchivePart = {
    calendar,
    year: part.year === null ? null : middle.year,
    month: part.month === null ? null : middle.month,
  };
  return (
    <p class="calendars">
      <a href={archivePartPath(editionOf(ctx), other)}>{words(ctx, wordsOf(ctx).calendars[calendar])}</a>
      {part.year === null && <a href={searchPath(editionOf(ctx))}>{wordsOf(ctx).search.name}</a>}
    </p>
  );
}

function Beside({ ctx, part, view }: ArchiveProps) {
  const text = wordsOf(ctx);
  const beside = besides(part);
  if (beside === null) return null;
  const [before, after] = beside;
  const unit = part.month === null ? text.years : text.months;
  const links = [
    { other: before, rel: 'prev', name: unit.before, isThere: view.hasBefore },
    { other: after, rel: 'next', name: unit.after, isThere: view.hasAfter },
  ];
  const there = links.filter(({ isThere }) => isThere);
  if (there.length === 0) return null;
  return (
    <nav class="days" aria-label={unit.all}>
      {there.map(({ other, rel, name }) => (
        <a href={archivePartPath(editionOf(ctx), other)} rel={rel}>
          <span>{name}</span>
          {words(ctx, partText(ctx, other))}
        </a>
      ))}
    </nav>
  );
}

/** Years, the latest first, or the months of one in their order. */
function Parts({ ctx, part, view }: ArchiveProps) {
  const text = wordsOf(ctx);
  const { calendar } = part;
  const parts = part.year === null ? view.parts.filter(({ count }) => count > 0).reverse() : view.parts;
  return (
    <ol class="periods">
      {parts.map(({ start, count }) => {
        const month = monthOf(calendar, start);
        const each = part.year === null ? { ...month, month: null } : month;
        const name = each.month === null ? partText(ctx, each) : monthNameText(ctx, each.month, calendar);
        const inside = (
          <>
            <span class="period">{words(ctx, name)}</span>
            <span class="count">{words(ctx, text.stories(count, editionOf(ctx).digits))}</span>
          </>
        );
        return <li>{count === 0 ? inside : <a href={archivePartPath(editionOf(ctx), each)}>{inside}</a>}</li>;
      })}
    </ol>
  );
}

/** Arabic has no short names for them, and needs none. */
const shortWeekday = (weekday: number, language: 'ar' | 'en'): string =>
  language === 'ar' ? weekdayName(weekday) : weekdayName(weekday, 'en').slice(0, 3);

/** A month as it hangs on the wall: a row for each week. A phone has room for figures alone. */
function Days({ ctx, part, view }: ArchiveProps) {
  const text = wordsOf(ctx);
  const weekdays = Array.from({ length: 7 }, (_, at) => ((text.weekStart - 1 + at) % 7) + 1);
  return (
    <table class="calendar">
      <caption class="unseen">{words(ctx, archiveTitle(ctx, part))}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th scope="col" aria-label={weekdayName(weekday, text.language)}>
              {shortWeekday(weekday, text.language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(view.parts, text.weekStart).map((week) => (
          <tr>
            {week.map((day) => (
              <td>{day !== null && <Day ctx={ctx} part={part} day={day} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  ctx,
  part: { calendar },
  day: { start, count },
}: Pick<ArchiveProps, 'ctx' | 'part'> & { day: Counted }) {
  const date = start.withCalendar('iso8601').toString();
  const number = <time datetime={date}>{numberText(ctx, start.day)}</time>;
  if (count === 0) return number;
  return (
    <a href={archiveDayPath(editionOf(ctx), calendar, start)}>
      {number}
      <span class="count">{words(ctx, wordsOf(ctx).stories(count, editionOf(ctx).digits))}</span>
      <span class="figure" aria-hidden="true">
        {numberText(ctx, count)}
      </span>
    </a>
  );
}

/** Days in rows of seven, with nothing where the first and last week lie in other months. */
function weeksOf(days: readonly Counted[], weekStart: number): (Counted | null)[][] {
  const first = days[0]?.start.dayOfWeek ?? weekStart;
  const cells: (Counted | null)[] = [...Array.from({ length: (first - weekStart + 7) % 7 }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
