import type { AgencyId } from '@sinau/kernel';
import { isVoiding, type StoredStatement } from '@sinau/xapi';
import type { DefinitionRight } from '../definition-right.ts';
import type { StatementDraft, StoreName } from '../model.ts';
import type { VoidingRight } from '../voiding-right.ts';
import { msOf, type Position } from './position.ts';

/** A statement of a commit. */
export interface CommitStatement {
  readonly id: string;
  readonly index: number;
  readonly statement: StoredStatement;
  readonly json: string;
  readonly agencies: readonly AgencyId[];
  readonly defines: DefinitionRight;
  readonly voids: VoidingRight;
}

/** Statements that became visible together, under one position. */
export interface Commit {
  readonly store: StoreName;
  readonly position: Position;
  /** Alone, in its id row; otherwise a batch with chunks and a commit row. */
  readonly single: boolean;
  readonly statements: readonly CommitStatement[];
  /** Chunk by index of statement; 0 for a single. */
  readonly chunks: ReadonlyMap<number, number>;
  /** Ids of statements that others had announced to refer to before they were reserved. */
  readonly referred: readonly string[];
  /** The body of a single as its id row holds it, if it does: packed once for all its rows, while `json` is its text. */
  readonly packed?: { readonly json: string; readonly bytes: Uint8Array };
}

export function toCommitStatement(draft: StatementDraft, position: Position, index: number): CommitStatement {
  const statement = draft.prepare(new Date(msOf(position)).toISOString());
  const { id, agencies, defines, voids } = draft;
  return { id, index, agencies, defines, voids, statement, json: draft.write(statement) };
}

/** What a commit keeps beside the bodies, as JSON: agencies, and the rights of whoever sent the statements. */
export interface CommitNotes {
  /** Indexes by agency; `true`: all statements. */
  readonly agencies: Readonly<Record<string, readonly number[] | true>>;
  /** One for all: a request has one writer. */
  readonly defines: DefinitionRight;
  /** `own` where it makes a difference; absent: any. */
  readonly voids?: VoidingRight;
}

export function notesOf(statements: readonly CommitStatement[]): string {
  const agencies: Record<string, readonly number[] | true> = {};
  for (const agency of new Set(statements.flatMap((one) => one.agencies))) {
    const seeing = statements.filter((one) => one.agencies.includes(agency)).map(({ index }) => index);
    agencies[agency] = seeing.length === statements.length ? true : seeing;
  }
  const right = statements.find(({ defines }) => defines !== false)?.defines ?? false;
  const ownOnly = statements.some(({ voids, statement }) => voids === 'own' && isVoiding(statement));
  const notes: CommitNotes = { agencies, defines: right, ...(ownOnly && { voids: 'own' }) };
  return JSON.stringify(notes);
}

export function readNotes(text: unknown): CommitNotes {
  // Written by notesOf alone.
  return typeof text === 'string' ? (JSON.parse(text) as CommitNotes) : { agencies: {}, defines: false };
}

/** What the notes say about the statement at an index. */
export function notedAt(
  notes: CommitNotes,
  index: number,
): Pick<CommitStatement, 'agencies' | 'defines' | 'voids'> {
  return { agencies: agenciesAt(notes, index), defines: notes.defines, voids: notes.voids ?? 'any' };
}

function agenciesAt(notes: CommitNotes, index: number): readonly AgencyId[] {
  return Object.entries(notes.agencies)
    .filter(([, indexes]) => indexes === true || indexes.includes(index))
    .map(([agency]) => agency as AgencyId);
}
