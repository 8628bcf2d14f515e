// The whole matrix of acts and standings, written out, so that no authority changes without somebody reading it here.
import { expect, test } from 'vitest';
import type { StoryState } from '../../story/workflow.ts';
import type { Actor, Role } from '../actor.ts';
import { type Act, acts, decide, mightBeAllowed, type Standing, type Subject, standings } from './decide.ts';

const actorOf = (standing: Standing): Actor => {
  if (standing === 'public') return { kind: 'public' };
  if (standing === 'cli' || standing === 'scheduler' || standing === 'demo') return { kind: 'system', name: standing };
  return { kind: 'user', id: '7', name: 'سلمى', roles: [standing] };
};

const subjects: Readonly<Record<string, Subject>> = {
  'own draft': { createdBy: 'user:7', state: 'draft' },
  'own submitted': { createdBy: 'user:7', state: 'submitted' },
  'own live': { createdBy: 'user:7', state: 'live' },
  "another's draft": { createdBy: 'user:8', state: 'draft' },
  "another's scheduled": { createdBy: 'user:8', state: 'scheduled' },
  "another's live": { createdBy: 'user:8', state: 'live' },
};

/** A mark for a cell: Y on everything, – on nothing, else the subjects on which the act is allowed. */
function cell(act: Act, standing: Standing): string {
  const actor = actorOf(standing);
  if (decide(actor, act).allowed) return 'Y';
  const on = Object.entries(subjects).filter(([, subject]) => decide(actor, act, subject).allowed);
  return on.length === 0 ? '–' : on.map(([name]) => name).join(' / ');
}

function matrix(): string {
  const rows = acts.map(
    (act) => `${act}: ${standings.map((standing) => `${standing} ${cell(act, standing)}`).join(', ')}`,
  );
  return rows.join('\n');
}

test('the matrix of every act by every standing is the one that was agreed', () => {
  expect(matrix()).toBe(
    `
read-site: public Y, cli Y, scheduler Y, demo Y, contributor Y, reporter Y, editor Y, chief Y, operator Y
read-desk: public –, cli Y, scheduler –, demo Y, contributor own draft / own submitted, reporter Y, editor Y, chief Y, operator –
file-story: public –, cli Y, scheduler –, demo Y, contributor Y, reporter Y, editor Y, chief Y, operator –
edit-story: public –, cli Y, scheduler –, demo Y, contributor own draft, reporter own draft / own submitted, editor Y, chief Y, operator –
publish: public –, cli Y, scheduler another's scheduled, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
schedule: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
unschedule: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
kill: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
restore: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor –, chief Y, operator –
correct: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
curate-front: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
pin-related: public –, cli Y, scheduler –, demo Y, contributor –, reporter own draft / own submitted, editor Y, chief Y, operator –
relate: public –, cli Y, scheduler Y, demo Y, contributor –, reporter –, editor –, chief –, operator –
link-translations: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
add-edition: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor –, chief Y, operator Y
add-section: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor –, chief Y, operator –
add-picture: public –, cli Y, scheduler –, demo Y, contributor Y, reporter Y, editor Y, chief Y, operator –
add-author: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
add-topic: public –, cli Y, scheduler –, demo Y, contributor –, reporter Y, editor Y, chief Y, operator –
name-topic: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
alias-topic: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
rename-topic: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
merge-topics: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
split-topic: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator –
read-out: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator Y
take-in: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor –, chief Y, operator Y
read-refusals: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor Y, chief Y, operator Y
keep-refusals: public –, cli Y, scheduler –, demo Y, contributor –, reporter –, editor –, chief Y, operator Y
`.trim(),
  );
});

test('a user without a role may do what the public may, and nothing more', () => {
  const nobody: Actor = { kind: 'user', id: '9', name: 'زائر', roles: [] };
  expect(acts.filter((act) => mightBeAllowed(nobody, act))).toEqual(['read-site']);
});

test('several roles allow what any one of them allows, and the decision names the rule that allowed', () => {
  const both: readonly Role[] = ['contributor', 'editor'];
  const actor: Actor = { kind: 'user', id: '7', name: 'سلمى', roles: both };
  expect(decide(actor, 'kill')).toEqual({ allowed: true, rule: 'editor:kill' });
  const own: Subject = { createdBy: 'user:7', state: 'draft' };
  expect(decide(actor, 'edit-story', own)).toEqual({ allowed: true, rule: 'contributor:edit-story:own-draft' });
});

test('what the table does not know is denied and named', () => {
  expect(decide({ kind: 'system', name: 'cli' }, 'burn-archive' as Act)).toEqual({
    allowed: false,
    rule: 'deny:burn-archive',
  });
});

test('the scheduler publishes scheduled stories only', () => {
  const states: readonly StoryState[] = ['draft', 'submitted', 'scheduled', 'live', 'killed'];
  const allowed = states.filter(
    (state) => decide({ kind: 'system', name: 'scheduler' }, 'publish', { createdBy: 'user:1', state }).allowed,
  );
  expect(allowed).toEqual(['scheduled']);
});
