import type { AgencyId } from '@sinau/kernel';
import { statementLine } from '../feed.ts';
import type { RecordedCommit } from '../index.ts';

const uuidOf = (n: number) => `10000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const stored = '2026-03-02T01:00:00.000Z';

/** The n-th commit: so many statements, each for the agencies given; ids and positions are counted. */
export function commitOf(
  n: number,
  given: {
    readonly agencies: readonly (readonly AgencyId[])[];
    readonly voids?: RecordedCommit['voids'];
    readonly json?: (id: string) => string;
  },
): RecordedCommit {
  const position = `p${String(n).padStart(6, '0')}`;
  const json = given.json ?? ((id) => JSON.stringify({ id, verb: { id: 'http://verbs.example/did' }, n }));
  return {
    position,
    stored,
    statements: given.agencies.map((agencies, index) => {
      const id = uuidOf(n * 1000 + index);
      return { id, position: `${position}.${String(index).padStart(4, '0')}`, json: json(id), agencies };
    }),
    voids: given.voids ?? [],
  };
}

/** What an agency should get of it, in order. */
export function linesFor(commit: RecordedCommit, agencyId: AgencyId): readonly string[] {
  return commit.statements
    .filter(({ agencies }) => agencies.includes(agencyId))
    .map(({ id, position, json }) => statementLine({ id, position, stored: commit.stored }, json));
}
