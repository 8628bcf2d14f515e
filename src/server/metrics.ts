// What an operator's monitoring reads at /metrics: counts of answers, the page cache, renders, and the process itself.
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PageCacheFigures } from './page-cache.ts';

/** Plain numbers, so that counting costs the short path nothing. */
export interface Counts {
  answers: number;
  notFound: number;
  failed: number;
  shed: number;
  renders: number;
  renderMilliseconds: number;
}

export const noCounts = (): Counts => ({
  answers: 0,
  notFound: 0,
  failed: 0,
  shed: 0,
  renders: 0,
  renderMilliseconds: 0,
});

/** The figures as Prometheus reads them. */
export function metricsOf(counts: Counts, cache: () => PageCacheFigures): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'warraq_' });
  const show = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name: `warraq_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  };
  show('answers_total', 'Requests answered', () => counts.answers);
  show('not_found_total', 'Answers with status 404 or 410', () => counts.notFound);
  show('failed_total', 'Answers with status 500 and above', () => counts.failed);
  show('shed_total', 'Requests turned away because too much was being rendered', () => counts.shed);
  show('renders_total', 'Pages rendered', () => counts.renders);
  show('render_milliseconds_total', 'Time spent on rendering pages', () => counts.renderMilliseconds);
  show('page_cache_pages', 'Pages kept', () => cache().pages);
  show('page_cache_bytes', 'Bytes of the pages kept', () => cache().bytes);
  show('page_cache_hits_total', 'Pages handed out as kept', () => cache().hits);
  show('page_cache_misses_total', 'Pages that had to be rendered', () => cache().misses);
  show('page_cache_dropped_total', 'Pages dropped by an event', () => cache().dropped);
  show('page_cache_evicted_total', 'Pages dropped for want of room', () => cache().evicted);
  return registry;
}
