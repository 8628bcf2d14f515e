// What an operator and their machines ask for: is it ready, how is it doing, and the link that sets up the first account.
import type { IncomingMessage } from 'node:http';
import type { Registry } from 'prom-client';
import { makeAnswer } from './answer.ts';
import { plainAnswer, type Route } from './http.ts';
import { everywhere } from './security.ts';

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** From this machine itself, and not passed on for somebody else by a proxy that runs on it. */
function isLocal(request: IncomingMessage): boolean {
  const passedOn = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return passedOn === undefined && loopback.test(request.socket.remoteAddress ?? '');
}

export interface OperatorRoutesOptions {
  /** Resolves when the records answer, rejects when they do not. */
  readonly isReady: () => Promise<void>;
  readonly metrics: Registry;
  /** The secret of the setup link; null when an account exists. */
  readonly setupToken: string | null;
}

export function operatorRoutes(options: OperatorRoutesOptions): Route {
  return (request, path) => {
    if (path === '/healthz') {
      return options.isReady().then(
        () => plainAnswer(200, 'ok'),
        () => plainAnswer(503, 'The records do not answer.'),
      );
    }
    if (path === '/metrics' && isLocal(request)) {
      return options.metrics.metrics().then((text) =>
        makeAnswer({
          status: 200,
          headers: ['Content-Type', options.metrics.contentType, 'Cache-Control', 'no-store', ...everywhere],
          body: Buffer.from(text),
          staleAt: 0,
          compression: 'plain',
        }),
      );
    }
    if (options.setupToken !== null && path === `/setup/${options.setupToken}`) {
      return plainAnswer(200, 'شاشات الحسابات قيد الإعداد، وستكون هنا قريباً.');
    }
    return null;
  };
}
