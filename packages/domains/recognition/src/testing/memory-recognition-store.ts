import { contributionsOf } from '../contribution.ts';
import type { Change, Listed, ListName, Page, Place, RecognitionStore } from '../ports.ts';
import { grantedAt, lastStep, type Recognition, type Value, withoutProposer } from '../recognition.ts';
import type { Share } from '../teaching.ts';

const keyOf = ({ personId, recognitionId }: Place): string => JSON.stringify([personId, recognitionId]);
const listOf = ({ state }: Recognition): ListName => {
  if (state === 'proposed') return 'waiting';
  return state === 'granted' ? 'given' : 'closed';
};

/** Recognitions without a table. */
export function memoryRecognitionStore(): RecognitionStore {
  const rows = new Map<string, Recognition>();
  const shares = new Map<string, Map<string, Share>>();
  const books = new Map<string, number>();
  const erased = new Map<string, string>();
  const months = new Map<string, number>();
  const counts = new Map<string, number>();
  const fits = ({ before, after }: Change) => rows.get(keyOf(after))?.rev === before?.rev;
  const write = (changes: readonly Change[]) => {
    for (const { before, after } of changes)
      rows.set(keyOf(after), { ...after, rev: (before?.rev ?? 0) + 1 });
    for (const { agencyId, year, unitId, value, by } of contributionsOf(changes)) {
      const key = JSON.stringify([agencyId, year, unitId, value]);
      counts.set(key, (counts.get(key) ?? 0) + by);
    }
  };
  const ofPerson = (personId: string) => [...rows.values()].filter((one) => one.personId === personId);
  return {
    find: async (place) => rows.get(keyOf(place)),
    async book(personId) {
      const erasedAt = erased.get(personId);
      return {
        ...{ rev: books.get(personId) ?? 0, ...(erasedAt !== undefined && { erasedAt }) },
        shares: [...(shares.get(personId)?.values() ?? [])],
        recognitions: ofPerson(personId),
      };
    },
    async step(change) {
      if (!fits(change)) return 'changed';
      write([change]);
      return 'done';
    },
    async nominate(proposal, { by, month, most }) {
      const key = JSON.stringify([by, month]);
      const made = months.get(key) ?? 0;
      if (made >= most) return 'too-many';
      months.set(key, made + 1);
      write([{ after: proposal }]);
      return 'done';
    },
    async settle(personId, { rev, share, changes }) {
      if ((books.get(personId) ?? 0) !== rev || !changes.every(fits)) return 'changed';
      books.set(personId, rev + 1);
      if (share) {
        const own = shares.get(personId) ?? new Map<string, Share>();
        shares.set(personId, own.set(share.shareId, share));
      }
      write(changes);
      return 'done';
    },
    proposedBy: async (personId, limit) =>
      [...rows.values()]
        .filter(({ origin }) => origin.kind === 'people' && origin.by.id === personId)
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
        .slice(0, limit),
    ofAgency: async ({ agencyId, list, year }, page) =>
      paged(
        [...rows.values()]
          .filter((one) => one.agencyId === agencyId && listOf(one) === list)
          .filter((one) => year === undefined || one.year === year)
          .toSorted((a, b) => b.year - a.year || lastStep(b).at.localeCompare(lastStep(a).at)),
        page,
      ),
    ofUnit: async ({ agencyId, unitId }, page) =>
      paged(
        [...rows.values()]
          .filter((one) => one.agencyId === agencyId && one.unitId === unitId)
          .filter((one) => one.state === 'granted' && one.shownTo === 'unit')
          .toSorted((a, b) => (grantedAt(b) ?? '').localeCompare(grantedAt(a) ?? '')),
        page,
      ),
    async counts(agencyId, year) {
      const found = new Map<string, Partial<Record<Value, number>>>();
      for (const [key, count] of counts) {
        const [agency, of, unitId, value] = JSON.parse(key) as [string, number, string, Value];
        if (agency !== agencyId || of !== year || count === 0) continue;
        found.set(unitId, { ...found.get(unitId), [value]: count });
      }
      return found;
    },
    async forget(personId, erasedAt) {
      erased.set(personId, erasedAt);
      const own = ofPerson(personId);
      for (const one of own) {
        write([{ before: one, after: { ...one, state: 'recalled' } }]);
        rows.delete(keyOf(one));
      }
      const named = [...rows.values()].filter(
        ({ origin }) => origin.kind === 'people' && origin.by.id === personId,
      );
      for (const before of named) write([{ before, after: withoutProposer(before) }]);
      const taught = shares.get(personId)?.size ?? 0;
      shares.delete(personId);
      books.set(personId, (books.get(personId) ?? 0) + 1);
      return own.length + named.length + taught;
    },
  };
}

function paged(all: readonly Recognition[], { limit, after }: Page): Listed {
  const from = Number(after ?? 0);
  return {
    recognitions: all.slice(from, from + limit),
    ...(from + limit < all.length && { next: String(from + limit) }),
  };
}
