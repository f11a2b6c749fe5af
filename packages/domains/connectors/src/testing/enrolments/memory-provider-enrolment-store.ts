import type { ProviderEnrolmentMove, ProviderEnrolmentStore } from '../../enrolments/ports.ts';
import {
  checkStep,
  type EnrolmentSettings,
  isLeaving,
  isOpen,
  type ProviderEnrolment,
} from '../../enrolments/provider-enrolment.ts';

/** The port on maps. Passes the same contract suite as the DynamoDB adapter. */
export function memoryProviderEnrolmentStore(): ProviderEnrolmentStore {
  const rows = new Map<string, ProviderEnrolment>();
  const places = new Map<string, string>();
  const settings = new Map<string, EnrolmentSettings>();
  const accounts = new Map<string, string>();
  const holders = new Map<string, string>();
  const queued = new Map<string, { readonly rev: number; readonly until: string }>();
  const placeKey = (personId: string, courseId: string) => `${personId} ${courseId}`;

  function refusal({ before, after, place, heir }: ProviderEnrolmentMove): 'changed' | 'taken' | undefined {
    if (rows.get(after.registration)?.rev !== before?.rev) return 'changed';
    if (heir && rows.get(heir.before.registration)?.rev !== heir.before.rev) return 'changed';
    const holder = places.get(placeKey(after.personId, after.courseId));
    const own = [undefined, after.registration, heir?.before.registration];
    return place === 'take' && !own.includes(holder) ? 'taken' : undefined;
  }

  return {
    async move(move) {
      checkStep(move.before, move.after);
      const refused = refusal(move);
      if (refused) return refused;
      const { after, place, heir } = move;
      rows.set(after.registration, after);
      if (heir) rows.set(heir.after.registration, heir.after);
      const key = placeKey(after.personId, after.courseId);
      if (place === 'take') places.set(key, after.registration);
      if (place === 'free' && places.get(key) === after.registration) places.delete(key);
      return 'done';
    },
    find: async (registration) => rows.get(registration),
    findMany: async (registrations) => registrations.flatMap((one) => rows.get(one) ?? []),
    placeOf: async (personId, courseId) => places.get(placeKey(personId, courseId)),
    listDue: async (now, limit) =>
      [...rows.values()]
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .filter(({ registration, rev }) => {
          const mark = queued.get(registration);
          return mark?.rev !== rev || mark.until <= now;
        })
        .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
        .slice(0, limit),
    async noteQueued(enrolments, until) {
      for (const { registration, rev } of enrolments) queued.set(registration, { rev, until });
    },
    async listOfConnection(connectionId, group, { limit, after }) {
      const all = [...rows.values()]
        .filter((row) => row.connectionId === connectionId && groupOf(row) === group)
        .sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1));
      const start = after === undefined ? 0 : Number(after);
      const enrolments = all.slice(start, start + limit);
      return { enrolments, ...(start + limit < all.length && { next: String(start + limit) }) };
    },
    countOpen: async (connectionId) =>
      [...rows.values()].filter(
        (row) => row.connectionId === connectionId && ['open', 'confirmed'].includes(groupOf(row)),
      ).length,
    accountOf: async (connectionId, personId) => accounts.get(`${connectionId} ${personId}`),
    async keepAccount({ connectionId, personId, account }) {
      const [person, name] = [`${connectionId} ${personId}`, `${connectionId} ${account.toLowerCase()}`];
      if ((holders.get(name) ?? person) !== person) return 'taken';
      const before = accounts.get(person);
      if (before !== undefined) holders.delete(`${connectionId} ${before.toLowerCase()}`);
      accounts.set(person, account);
      holders.set(name, person);
      return 'kept';
    },
    settingsOf: async (connectionId) => settings.get(connectionId),
    saveSettings: async (connectionId, given) => void settings.set(connectionId, given),
  };
}

function groupOf(row: ProviderEnrolment) {
  if (isOpen(row) || isLeaving(row)) return 'open';
  if (row.state !== 'confirmed') return 'over';
  return row.doneAt === undefined ? 'confirmed' : 'done';
}
