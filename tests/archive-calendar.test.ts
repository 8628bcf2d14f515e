// How much was published in each part of a calendar, counted on both engines by the days of the edition's own time zone.
import { expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import { kill } from '../src/newsroom/kill.ts';
import { countsBetween, publishedDays } from '../src/newsroom/reading/calendar.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { startsIn } from '../src/site/archive-calendar.ts';
import { eachEngine } from './engines.ts';
import { arabic, editor, english, live, setDesk } from './newsroom-desk.ts';

eachEngine('the calendar of the archive', (open) => {
  test('each day, month and year has its count, by the midnight of Riyadh and in either calendar', async () => {
    const desk = await setDesk(await open(), '2025-03-01T09:00:00Z');
    const { newsroom } = desk;
    const counts = (...part: [calendar: 'gregorian' | 'hijri', year: number | null, month: number | null]) =>
      publishedDays(newsroom, publicActor, arabic).then((published) => {
        if (published === null) throw new Error('nothing was published');
        const [calendar, year, month] = part;
        return countsBetween(newsroom, publicActor, arabic, startsIn({ calendar, year, month }, published));
      });
    expect(await publishedDays(newsroom, publicActor, arabic)).toBeNull();
    await live(desk, 'خبر في رمضان');
    // 23:59 in Riyadh, then a minute after its midnight; in London both are the 30th of November.
    desk.set('2026-11-30T20:58:00Z');
    await live(desk, 'آخر الشهر');
    await live(desk, 'أول الشهر');
    const { storyId } = await live(desk, 'خبر يُسحب');
    orThrow(await kill(newsroom, editor, { storyId, reason: 'خطأ' }));
    // Counted now and remembered; what follows must not leave it as it was.
    expect(await counts('gregorian', null, null)).toEqual([1, 2]);
    const more = await live(desk, 'خبر آخر');
    expect(await counts('gregorian', null, null)).toEqual([1, 3]);
    orThrow(await kill(newsroom, editor, { storyId: more.storyId, reason: 'خطأ' }));
    await live(desk, 'Elsewhere', { edition: 'en', section: desk.news });

    expect(await counts('gregorian', null, null)).toEqual([1, 2]);
    expect(await counts('gregorian', 2026, null)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    const november = await counts('gregorian', 2026, 11);
    expect([november.length, november[28], november[29]]).toEqual([30, 0, 1]);
    expect((await counts('gregorian', 2026, 12))[0]).toBe(1);
    expect((await counts('hijri', 1446, 9))[0]).toBe(1);
    expect(await counts('hijri', null, null)).toEqual([1, 0, 2]);
    expect(String((await publishedDays(newsroom, publicActor, english))?.last)).toBe('2026-11-30');
  });
});
