import type { CourseMapping, Subject, SyncStore } from '../ports.ts';
import type { ConnectorSeen, SyncSettings } from '../settings.ts';
import type { SyncRef, SyncRow } from '../sync-row.ts';

/** The ports on maps. Passes the same contract suite as the DynamoDB adapter. */
export function memorySyncStore(): SyncStore {
  const rows = new Map<string, SyncRow>();
  const owners = new Map<string, string>();
  const settings = new Map<string, SyncSettings>();
  const connectors = new Map<string, ConnectorSeen>();
  const courses = new Map<string, CourseMapping>();
  const subjects = new Map<string, readonly Subject[]>();
  const ids = new Map<string, string>();
  const keyOf = ({ personId, lineId }: SyncRef) => JSON.stringify([personId, lineId]);
  const all = () => [...rows.values()];
  return {
    rows: {
      find: async (ref) => rows.get(keyOf(ref)),
      listOf: async (personId) => all().filter((row) => row.personId === personId),
      async save(row, freed) {
        const key = keyOf(row);
        if ((rows.get(key)?.rev ?? 0) !== row.rev) return 'stale';
        const owned = (id: string) => `${row.environment} ${id}`;
        if (row.remote && (owners.get(owned(row.remote.id)) ?? key) !== key) return 'taken';
        if (row.remote) owners.set(owned(row.remote.id), key);
        if (freed !== undefined && freed !== row.remote?.id) owners.delete(owned(freed));
        rows.set(key, { ...row, rev: row.rev + 1 });
        return 'saved';
      },
      listDue: async (agencyId, now, limit) =>
        all()
          .filter((row) => row.agencyId === agencyId && row.dueAt !== undefined && row.dueAt <= now)
          .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
          .slice(0, limit),
      async listIn(agencyId, state, { limit, after }) {
        const sortOf = (row: SyncRow) => `${row.changedAt} ${keyOf(row)}`;
        const found = all()
          .filter((row) => row.agencyId === agencyId && row.state === state)
          .filter((row) => after === undefined || sortOf(row) < after)
          .toSorted((a, b) => (sortOf(a) < sortOf(b) ? 1 : -1));
        const rows = found.slice(0, limit);
        const last = found.length > limit ? rows.at(-1) : undefined;
        return { rows, ...(last && { next: sortOf(last) }) };
      },
    },
    settings: {
      find: async (agencyId) => settings.get(agencyId),
      async save(next) {
        if ((settings.get(next.agencyId)?.rev ?? 0) !== next.rev) return 'stale';
        settings.set(next.agencyId, { ...next, rev: next.rev + 1 });
        return 'saved';
      },
      connectorOf: async (agencyId) => connectors.get(agencyId),
      noteConnector: async (seen) => void connectors.set(seen.agencyId, seen),
      listOn: async () => [...settings.values()].filter(({ isOn }) => isOn).map(({ agencyId }) => agencyId),
    },
    mapping: {
      subjects: async (agencyId) => subjects.get(agencyId) ?? [],
      replaceSubjects: async (agencyId, list) => void subjects.set(agencyId, list),
      courseOf: async (agencyId, courseId) => courses.get(`${agencyId} ${courseId}`),
      saveCourse: async (agencyId, courseId, mapping) => void courses.set(`${agencyId} ${courseId}`, mapping),
      siasnIdOf: async (personId, environment) => ids.get(`${environment} ${personId}`),
      keepSiasnId: async (personId, { siasnId, environment }) =>
        void ids.set(`${environment} ${personId}`, siasnId),
    },
  };
}
