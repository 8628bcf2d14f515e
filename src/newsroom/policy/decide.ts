// The one place of authority: whether an actor may do an act. Whatever the table below does not allow is denied.
import type { StoryState } from '../../story/workflow.ts';
import { type Actor, actorName, type Role, roles } from '../actor.ts';

export const acts = [
  'read-site',
  'read-desk',
  'file-story',
  'edit-story',
  'publish',
  'schedule',
  'unschedule',
  'kill',
  'restore',
  'correct',
  'curate-front',
  'pin-related',
  'relate',
  'link-translations',
  'add-edition',
  'add-section',
  'add-picture',
  'add-author',
  'add-topic',
  'name-topic',
  'alias-topic',
  'rename-topic',
  'merge-topics',
  'split-topic',
  'read-out',
  'take-in',
  'read-refusals',
  'keep-refusals',
] as const;
export type Act = (typeof acts)[number];

/** As what somebody acts: the public, a part of the program, or a user's role. */
export const standings = ['public', 'cli', 'scheduler', 'demo', ...roles] as const;
export type Standing = 'public' | 'cli' | 'scheduler' | 'demo' | Role;

/** The story that an act is about. */
export interface Subject {
  /** `actorName` of whoever filed it. */
  readonly createdBy: string;
  readonly state: StoryState;
}

/** When a cell of the table allows: always; on one's own draft; on one's own story not yet public; on a scheduled story. */
type Condition = 'always' | 'own-draft' | 'own-unpublished' | 'scheduled';

const program: Partial<Record<Standing, Condition>> = { cli: 'always', demo: 'always' };
const editors: Partial<Record<Standing, Condition>> = { ...program, editor: 'always', chief: 'always' };
const writers: Partial<Record<Standing, Condition>> = { ...editors, reporter: 'always', contributor: 'always' };

const table: Readonly<Record<Act, Partial<Record<Standing, Condition>>>> = {
  'read-site': { public: 'always', scheduler: 'always', operator: 'always', ...writers },
  'read-desk': { ...editors, reporter: 'always', contributor: 'own-unpublished' },
  'file-story': writers,
  'edit-story': { ...editors, reporter: 'own-unpublished', contributor: 'own-draft' },
  publish: { ...editors, scheduler: 'scheduled' },
  schedule: editors,
  unschedule: editors,
  kill: editors,
  restore: { ...program, chief: 'always' },
  correct: editors,
  'curate-front': editors,
  'pin-related': { ...editors, reporter: 'own-unpublished' },
  relate: { ...program, scheduler: 'always' },
  'link-translations': editors,
  'add-edition': { ...program, chief: 'always', operator: 'always' },
  'add-section': { ...program, chief: 'always' },
  'add-picture': { ...editors, reporter: 'always', contributor: 'always' },
  'add-author': editors,
  'add-topic': { ...editors, reporter: 'always' },
  'name-topic': editors,
  'alias-topic': editors,
  'rename-topic': editors,
  'merge-topics': editors,
  'split-topic': editors,
  'read-out': { ...editors, operator: 'always' },
  'take-in': { ...program, chief: 'always', operator: 'always' },
  'read-refusals': { ...editors, operator: 'always' },
  'keep-refusals': { ...program, chief: 'always', operator: 'always' },
};

/** `rule` names the cell that decided, `editor:kill` or `reporter:edit-story:own-unpublished`; a denial's is `deny:ACT`. */
export interface Decision {
  readonly allowed: boolean;
  readonly rule: string;
}

/**
 * Whether `actor` may do `act`, on `subject` when the act is about a story. Without a subject, a rule that depends on
 * one does not allow.
 *
 * @example decide({ kind: 'system', name: 'cli' }, 'kill', { createdBy: 'user:3', state: 'live' }).allowed // true
 */
export function decide(actor: Actor, act: Act, subject?: Subject): Decision {
  for (const standing of standingsOf(actor)) {
    const condition = table[act]?.[standing];
    if (condition !== undefined && holds(condition, actor, subject)) {
      return { allowed: true, rule: condition === 'always' ? `${standing}:${act}` : `${standing}:${act}:${condition}` };
    }
  }
  return { allowed: false, rule: `deny:${act}` };
}

/** Whether there is any subject on which `actor` may do `act`: what a door asks before it looks at anything. */
export function mightBeAllowed(actor: Actor, act: Act): boolean {
  return standingsOf(actor).some((standing) => table[act]?.[standing] !== undefined);
}

function standingsOf(actor: Actor): readonly Standing[] {
  switch (actor.kind) {
    case 'public':
      return ['public'];
    case 'system':
      return [actor.name];
    case 'user':
      // Whoever has signed in may read at least what everybody reads.
      return [...actor.roles, 'public'];
    default:
      return actor satisfies never;
  }
}

function holds(condition: Condition, actor: Actor, subject: Subject | undefined): boolean {
  if (condition === 'always') return true;
  if (subject === undefined) return false;
  switch (condition) {
    case 'scheduled':
      return subject.state === 'scheduled';
    case 'own-draft':
      return subject.createdBy === actorName(actor) && subject.state === 'draft';
    case 'own-unpublished':
      return subject.createdBy === actorName(actor) && (subject.state === 'draft' || subject.state === 'submitted');
    default:
      return condition satisfies never;
  }
}
