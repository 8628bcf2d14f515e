// What a command does between opening a newspaper and closing it, however it ends.
import type { Configuration } from '../server/configuration.ts';
import { openPaper, type Paper } from '../server/serve.ts';

export async function withPaper(configuration: Configuration, work: (paper: Paper) => Promise<void>): Promise<void> {
  const paper = await openPaper(configuration);
  try {
    await work(paper);
  } finally {
    await paper.close();
  }
}
