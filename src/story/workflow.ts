// The workflow: which states a story can be in, which moves lead from one to another, and what each state lets the public see.

export const storyStates = ['draft', 'submitted', 'scheduled', 'live', 'killed'] as const;
export type StoryState = (typeof storyStates)[number];

export type Move = 'submit' | 'return' | 'schedule' | 'unschedule' | 'publish' | 'kill' | 'restore';

const moves: Readonly<Record<Move, { readonly from: readonly StoryState[]; readonly to: StoryState }>> = {
  submit: { from: ['draft'], to: 'submitted' },
  return: { from: ['submitted', 'scheduled'], to: 'draft' },
  schedule: { from: ['draft', 'submitted'], to: 'scheduled' },
  unschedule: { from: ['scheduled'], to: 'submitted' },
  /** From `live` it pins a newer revision. */
  publish: { from: ['draft', 'submitted', 'scheduled', 'live'], to: 'live' },
  kill: { from: ['live'], to: 'killed' },
  /** Back to the desk, never straight back to the public. */
  restore: { from: ['killed'], to: 'draft' },
};

/** The state that a move leads to, or null when the story's state does not allow it. */
export function after(state: StoryState, move: Move): StoryState | null {
  const rule = moves[move];
  return rule.from.includes(state) ? rule.to : null;
}

/** Whether the public may read a story: it is live and its embargo, if any, has passed. */
export function isPublic(state: StoryState, embargoUntil: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return state === 'live' && (embargoUntil === null || Temporal.Instant.compare(embargoUntil, now) <= 0);
}
