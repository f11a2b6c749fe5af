import type { PersonId } from '@sinau/kernel';
import type { Path, PathGroup, PathId, PathMember, PathOrder, PathTerms } from '../paths/path.ts';
import { someAgency } from './samples.ts';

type Step = readonly [stepId: string, of: string, after?: readonly string[]];

/** A group of courses. */
export const groupOf = (
  groupId: string,
  needs: PathGroup['needs'],
  steps: readonly Step[],
): PathOrder['groups'][number] => ({
  ...{ groupId, title: `Bagian ${groupId}`, needs },
  steps: steps.map(([stepId, of, after = []]) => ({
    stepId,
    kind: 'course' as const,
    of,
    after: [...after],
  })),
});

export const orderOf = (groups: PathOrder['groups'], over: Partial<PathOrder> = {}): PathOrder => ({
  ...{ title: 'Jalur pelayanan publik', audience: 'agency', unitIds: [], strict: true, groups },
  ...over,
});

export const pathTermsOf = (groups: PathOrder['groups'], over: Partial<PathTerms> = {}): PathTerms => ({
  ...{ title: 'Jalur pelayanan publik', audience: 'agency', unitIds: [], strict: true },
  groups: groups.map(({ steps, ...group }) => ({
    ...group,
    steps: steps.map((step) => ({ ...step, title: { id: `Kursus ${step.of}` } })),
  })),
  ...over,
});

export const pathOf = (over: Partial<Path> = {}): Path => ({
  ...{ pathId: 'p-1' as PathId, owner: { kind: 'agency', agencyId: someAgency }, state: 'draft' },
  ...{ draft: pathTermsOf([groupOf('a', 'all', [['a1', 'dasar']])]), version: 0 },
  ...{ createdBy: 'rina' as PersonId, createdAt: '2026-11-01T00:00:00.000Z' },
  ...{ updatedAt: '2026-11-01T00:00:00.000Z', rev: 0 },
  ...over,
});

export const memberOf = (over: Partial<PathMember> = {}): PathMember => ({
  ...{ pathId: 'p-1' as PathId, personId: 'budi' as PersonId, agencyId: someAgency, version: 1 },
  ...{ state: 'active', joinedAt: '2026-11-02T00:00:00.000Z', done: [] },
  ...{ updatedAt: '2026-11-02T00:00:00.000Z', rev: 0 },
  ...over,
});
