// Who acts. Every function that reads or writes for somebody takes this as its first argument after the newsroom itself.

export const roles = ['contributor', 'reporter', 'editor', 'chief', 'operator'] as const;
export type Role = (typeof roles)[number];

export type Actor =
  /** A reader, or anybody that we know nothing of. */
  | { readonly kind: 'public' }
  /** The program itself: a job or a command that an operator ran. */
  | { readonly kind: 'system'; readonly name: 'cli' | 'scheduler' | 'demo' }
  | { readonly kind: 'user'; readonly id: string; readonly name: string; readonly roles: readonly Role[] };

export const publicActor: Actor = { kind: 'public' };

/** How an actor stands in the log: `system:cli`, `user:17`. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'public':
      return 'public';
    case 'system':
      return `system:${actor.name}`;
    case 'user':
      return `user:${actor.id}`;
    default:
      return actor satisfies never;
  }
}
