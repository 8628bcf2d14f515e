// Opens the Chromium that the tests found, with flags that keep it from asking the network for anything.
import { type Browser, chromium as driver } from 'playwright-core';
import { chromium, find } from '../scripts/programs.ts';

export function openBrowser(): Promise<Browser> {
  const executablePath = find(chromium);
  if (executablePath === null) throw new Error('Chromium was not found: apt-get install chromium');
  return driver.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
