// Turns the pieces of a query into what is sought, piece by piece, within the bounds of a query.

import type { Days } from './bounds-in-time.ts';
import type { Budget } from './budget.ts';
import type { BoundName } from './field-names.ts';
import type { QueryField } from './parsed-query.ts';
import type { BoundPiece, Piece, WordsPiece } from './pieces.ts';

export type Term =
  /** `written` is a slice of the text that begins at `start` when the term is `verbatim`. */
  | {
      readonly kind: 'words';
      readonly words: readonly string[];
      readonly written: string;
      readonly start: number;
      readonly verbatim: boolean;
    }
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly written: string }
  | {
      readonly kind: 'without';
      readonly words: readonly string[];
      readonly written: string;
      readonly isPhrase: boolean;
    }
  | { readonly kind: 'either'; readonly alternatives: readonly Operand[] }
  | { readonly kind: 'field'; readonly field: QueryField }
  | { readonly kind: 'bound'; readonly name: BoundName; readonly days: Days };

type Operand = Extract<Term, { kind: 'words' | 'phrase' }>;

/** The text that the pieces are cut from; `typing`: its last word may not be whole. */
type Source = { readonly text: string; readonly typing: boolean };

/** What the pieces ask for, in order. Pieces beyond the bounds are left out, and told to the budget. */
export function termsOf(pieces: readonly Piece[], source: Source, budget: Budget): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < pieces.length; ) {
    const group = groupAt(pieces, at);
    if (group !== null) {
      terms.push(...eitherTerm(group.operands, budget));
      at = group.next;
      continue;
    }
    const piece = pieces[at] as Piece;
    terms.push(...(piece.kind === 'or' ? loneOr(pieces, at, source, budget) : termsOfPiece(piece, budget)));
    at += 1;
  }
  return terms;
}

/** `غزة أو رفح أو خان يونس`, from its first alternative on. */
function groupAt(pieces: readonly Piece[], at: number): { operands: WordsPiece[]; next: number } | null {
  const first = operandAt(pieces, at);
  if (first === null) return null;
  const operands = [first];
  let next = at + 1;
  for (;;) {
    let after = next;
    while (pieces[after]?.kind === 'or') after += 1;
    const operand = after > next ? operandAt(pieces, after) : null;
    if (operand === null) break;
    operands.push(operand);
    next = after + 1;
  }
  return operands.length > 1 ? { operands, next } : null;
}

const sayable = /[\p{L}\p{N}]/u;

function operandAt(pieces: readonly Piece[], at: number): WordsPiece | null {
  const piece = pieces[at];
  if (piece === undefined || (piece.kind !== 'chunk' && piece.kind !== 'phrase') || piece.isWithout) return null;
  return sayable.test(piece.written) ? piece : null;
}

function eitherTerm(operands: readonly WordsPiece[], budget: Budget): Term[] {
  if (!budget.takes('groups')) return [];
  const alternatives: Operand[] = [];
  for (const operand of operands) {
    const term = operandTerm(operand, budget);
    const isNew = !alternatives.some(({ words }) => words.join(' ') === term.words.join(' '));
    if (term.words.length > 0 && isNew) alternatives.push(term);
  }
  return alternatives.length > 1 ? [{ kind: 'either', alternatives }] : alternatives;
}

/** Without words when there is no more room for any. */
function operandTerm(piece: WordsPiece, budget: Budget): Operand {
  const { written, start, kind } = piece;
  if (!sayable.test(written)) return { kind: 'words', words: [], written, start, verbatim: true };
  const { words, isWhole } = budget.fitting(written);
  const said = isWhole ? written : words.join(' ');
  return kind === 'phrase'
    ? { kind: 'phrase', words, written: said }
    : { kind: 'words', words, written: said, start, verbatim: isWhole };
}

/** A word أو with nothing to choose between says nothing, unless it is all that is said, or may be growing into another. */
function loneOr(pieces: readonly Piece[], at: number, { text, typing }: Source, budget: Budget): Term[] {
  const piece = pieces[at] as Piece;
  const written = text.slice(piece.start, piece.end);
  const isGrowing = typing && piece.end === text.length;
  if (written === '|' || !(isGrowing || pieces.length === 1)) return [];
  return [operandTerm({ kind: 'chunk', start: piece.start, end: piece.end, written, isWithout: false }, budget)];
}

function termsOfPiece(piece: Exclude<Piece, { kind: 'or' }>, budget: Budget): Term[] {
  switch (piece.kind) {
    case 'chunk':
      return piece.isWithout ? withoutTerm(piece, budget) : [operandTerm(piece, budget)];
    case 'phrase':
      if (!sayable.test(piece.written) || !budget.takes('phrases')) return [];
      return piece.isWithout ? withoutTerm(piece, budget) : phraseTerm(piece, budget);
    case 'field':
      if (piece.value === '' || !budget.takes('fields')) return [];
      return [{ kind: 'field', field: { field: piece.name, value: piece.value, without: piece.isWithout } }];
    case 'bound':
      return boundTerm(piece, budget);
    default:
      return piece satisfies never;
  }
}

function phraseTerm(piece: WordsPiece, budget: Budget): Term[] {
  const term = operandTerm(piece, budget);
  return term.words.length > 0 ? [term] : [];
}

function boundTerm({ name, days, value }: BoundPiece, budget: Budget): Term[] {
  if (!budget.takes('fields')) return [];
  if (days !== null) return [{ kind: 'bound', name, days }];
  if (value !== '') budget.tell({ kind: 'unread-date', value });
  return [];
}

function withoutTerm(piece: WordsPiece, budget: Budget): Term[] {
  const { words, written } = operandTerm(piece, budget);
  const isPhrase = piece.kind === 'phrase' || words.length > 1;
  return words.length > 0 ? [{ kind: 'without', words, written, isPhrase }] : [];
}
