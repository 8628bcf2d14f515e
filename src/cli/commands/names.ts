// `warraq names`: the list of persons, places, bodies and subjects that are looked for in stories, and the reading of stories by it.
import { Argument, Command, Option } from 'commander';
import type { Actor } from '../../newsroom/actor.ts';
import { nameKey } from '../../newsroom/names.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { editions } from '../../newsroom/reading/furniture.ts';
import { type Result, sentenceOf } from '../../newsroom/result.ts';
import { aliasTopic } from '../../newsroom/topics/alias-topic.ts';
import { type ListedTopic, listedTopics } from '../../newsroom/topics/listed-topics.ts';
import { mergeTopics } from '../../newsroom/topics/merge-topics.ts';
import { nameTopic } from '../../newsroom/topics/name-topic.ts';
import { readOutStories } from '../../newsroom/topics/read-out-stories.ts';
import { renameTopic } from '../../newsroom/topics/rename-topic.ts';
import { splitTopic } from '../../newsroom/topics/split-topic.ts';
import type { Setting } from '../../server/configuration.ts';
import type { EditionKey } from '../../story/ids.ts';
import { CommandError, exitCodes } from '../exit.ts';
import { showProgress } from '../progress.ts';
import { settingsOf, withSettings } from '../settings.ts';
import { withPaper } from '../with-paper.ts';

const takes: readonly Setting[] = ['data', 'databaseUrl'];
const actor: Actor = { kind: 'system', name: 'cli' };
const kinds = ['person', 'place', 'organisation', 'subject'] as const;
type Kind = (typeof kinds)[number];
/** Stories in one act: an editor's save waits for no more than these. */
const BATCH = 200;

interface Options {
  readonly json?: boolean;
  readonly edition?: string;
  readonly remove?: boolean;
  readonly topic?: string;
}

interface Place {
  readonly newsroom: Newsroom;
  readonly edition: EditionKey;
  readonly options: Options;
}

/** The value of an act; its problem ends the command with one line. */
function done<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CommandError(exitCodes.cannotRun, `${sentenceOf(result.problem)}.`);
}

function print({ options }: Place, value: object, line: string): void {
  process.stdout.write(`${options.json === true ? JSON.stringify(value) : line}\n`);
}

async function listed({ newsroom, edition }: Place): Promise<ListedTopic[]> {
  return done(await listedTopics(newsroom, actor, edition)).topics;
}

/** A topic by its number or by any of its names in the list. */
async function topicOf(place: Place, given: string): Promise<number> {
  if (/^\d{1,15}$/.test(given)) return Number(given);
  const key = nameKey(given);
  const found = (await listed(place)).find(({ names, name }) => [name, ...names].some((own) => nameKey(own) === key));
  if (found === undefined) throw new CommandError(exitCodes.cannotRun, `no topic in the list has the name ${given}.`);
  return found.topicId;
}

async function list(place: Place): Promise<void> {
  for (const topic of await listed(place)) {
    const { topicId, kind, name, names } = topic;
    print(place, topic, `${topicId}  ${kind}  ${name}: ${names.join('، ')}`);
  }
}

async function add(place: Place, kind: Kind, name: string, aliases: readonly string[]): Promise<void> {
  const { newsroom, edition } = place;
  const added = done(await nameTopic(newsroom, actor, { edition, name, kind, aliases: [...aliases] }));
  print(place, added, `${added.topicId}  ${name}; read what is live already by it: warraq names read`);
}

async function alias(place: Place, topic: string, names: string[]): Promise<void> {
  const topicId = await topicOf(place, topic);
  const change = place.options.remove === true ? { topicId, remove: names } : { topicId, add: names };
  const now = done(await aliasTopic(place.newsroom, actor, change));
  print(place, now, `${topicId}  ${now.names.join('، ')}`);
}

async function rename(place: Place, topic: string, name: string): Promise<void> {
  const renamed = done(await renameTopic(place.newsroom, actor, { topicId: await topicOf(place, topic), name }));
  print(place, renamed, `${renamed.topicId}  ${name}`);
}

async function merge(place: Place, from: string, into: string): Promise<void> {
  const given = { from: await topicOf(place, from), into: await topicOf(place, into) };
  print(place, done(await mergeTopics(place.newsroom, actor, given)), `${given.from} is ${given.into} now`);
}

async function split(place: Place, topic: string, kind: Kind, name: string, names: string[]): Promise<void> {
  const topicId = await topicOf(place, topic);
  const made = done(await splitTopic(place.newsroom, actor, { topicId, kind, name, names }));
  await readAgain(place, topicId);
  print(place, made, `${made.topicId}  ${name}`);
}

/** Batch by batch, so that nobody waits for the whole. */
async function readAgain({ newsroom }: Place, topicId?: number): Promise<{ read: number; changed: number }> {
  const progress = showProgress('read', process.stderr);
  const sum = { read: 0, changed: 0 };
  for (let after: number | null = 0; after !== null; ) {
    const batch: { read: number; changed: number; last: number | null } = done(
      await readOutStories(newsroom, actor, { after, limit: BATCH, ...(topicId === undefined ? {} : { topicId }) }),
    );
    sum.read += batch.read;
    sum.changed += batch.changed;
    after = batch.last;
    progress.at(sum.read, null);
  }
  progress.finish();
  return sum;
}

async function read(place: Place): Promise<void> {
  const { topic } = place.options;
  const sum = await readAgain(place, topic === undefined ? undefined : await topicOf(place, topic));
  print(place, sum, `${sum.read} live stories read, ${sum.changed} put right`);
}

/** A command under `names`, done in the edition that was asked for, else in the paper's own. */
function under(command: Command, work: (place: Place, ...words: never[]) => Promise<void>): Command {
  command
    .option('--json', 'one JSON object a line')
    .option('--edition <key>', "whose list; the paper's default edition without it")
    .allowExcessArguments(false)
    .exitOverride()
    .action(async (...given: unknown[]) => {
      const words = given.slice(0, command.registeredArguments.length) as never[];
      const options = command.opts<Options>();
      await withPaper(await settingsOf(command, takes), async ({ newsroom }) => {
        const all = await editions(newsroom, actor);
        const found = options.edition === undefined ? all[0] : all.find(({ key }) => key === options.edition);
        if (found === undefined) throw new CommandError(exitCodes.cannotRun, 'the paper has no such edition.');
        await work({ newsroom, edition: found.key, options }, ...words);
      });
    });
  return withSettings(command, takes);
}

const kindArgument = (): Argument => new Argument('<kind>', 'what it is').choices(kinds);
const topicText = 'its number, or a name of it in the list';

export function namesCommand(): Command {
  const names = new Command('names').description('The names that are looked for in stories: list, add, alias, merge …');
  const commands = [
    under(new Command('list').description('list the topics with the names that find them'), list),
    under(
      new Command('add')
        .description('put a topic into the list, with other names of it')
        .addArgument(kindArgument())
        .argument('<name>', 'as it is printed')
        .argument('[alias...]', 'other names'),
      add,
    ),
    under(
      new Command('alias')
        .description('add names to a topic of the list')
        .argument('<topic>', topicText)
        .argument('<name...>', 'the names')
        .addOption(new Option('--remove', 'take them off instead')),
      alias,
    ),
    under(
      new Command('rename')
        .description('print another name; the former one still finds it')
        .argument('<topic>', topicText)
        .argument('<name>', 'the name to print'),
      rename,
    ),
    under(
      new Command('merge')
        .description('make one topic of two: the first becomes the second')
        .argument('<from>', topicText)
        .argument('<into>', topicText),
      merge,
    ),
    under(
      new Command('split')
        .description('give some names of a topic to a new one')
        .argument('<topic>', topicText)
        .addArgument(kindArgument())
        .argument('<name>', 'of the new topic')
        .argument('<names...>', 'the names that go with it'),
      split,
    ),
    under(
      new Command('read')
        .description('read the live stories again: whom they name, and who said what')
        .option('--topic <topic>', "only those on a topic's page"),
      read,
    ),
  ];
  for (const command of commands) names.addCommand(command);
  return names.exitOverride();
}
