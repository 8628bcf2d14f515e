// The listener: what the build made is answered at once, whatever else has first to be caught up with.
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { makeAnswer } from './answer.ts';
import { createHttpServer, createListener } from './http.ts';
import { noCounts } from './metrics.ts';

const servers: ReturnType<typeof createHttpServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const answerOf = (type: string, text: string) =>
  makeAnswer({
    status: 200,
    headers: ['Content-Type', type],
    body: Buffer.from(text),
    staleAt: Number.POSITIVE_INFINITY,
    compression: 'plain',
  });

test('a stylesheet is the stylesheet also while another process has done something that is not yet taken in', async () => {
  const page = await answerOf('text/html', 'page');
  const server = createHttpServer(
    createListener({
      assets: new Map([['/assets/site.css', await answerOf('text/css', 'body {}')]]),
      pages: { kept: () => null, page: async () => page },
      routes: [],
      catchUp: () => Promise.resolve(),
      counts: noCounts(),
      onError: (error) => {
        throw error;
      },
    }),
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await (await fetch(`${origin}/assets/site.css`)).text()).toBe('body {}');
  expect(await (await fetch(`${origin}/about`)).text()).toBe('page');
});
