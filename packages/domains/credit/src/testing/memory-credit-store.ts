import type { Entry } from '../ledger/entry.ts';
import type { Hold } from '../ledger/hold.ts';
import type { CreditStore, RefreshWork } from '../ports.ts';
import type { Rule } from '../rules/rule.ts';
import type { YearRow } from '../year-row.ts';

const key = (...parts: readonly (string | number)[]) => JSON.stringify(parts);

/** The ledger without a table. */
export function memoryCreditStore(): CreditStore {
  const entries = new Map<string, Entry>();
  const holds = new Map<string, Hold>();
  const years = new Map<string, YearRow>();
  const rules = new Map<string, Rule>();
  const due = new Map<string, RefreshWork>();
  const keyOf = ({ personId, entryId }: Entry) => key(personId, entryId);
  const placeOf = ({ personId, about }: Hold) => key(personId, about);
  const of = <Row extends { readonly personId: string }>(rows: Map<string, Row>, personId: string) =>
    [...rows.values()].filter((row) => row.personId === personId);

  return {
    entriesOf: async (personId) => of(entries, personId),
    findEntry: async (personId, entryId) => entries.get(key(personId, entryId)),
    async append(entry) {
      if (entries.has(keyOf(entry))) return 'exists';
      entries.set(keyOf(entry), entry);
      return 'appended';
    },
    async hold(entry, hold) {
      const rev = holds.get(placeOf(hold))?.rev ?? 0;
      if (entries.has(keyOf(entry)) || rev !== hold.rev) return 'exists';
      entries.set(keyOf(entry), entry);
      holds.set(placeOf(hold), { ...hold, rev: rev + 1 });
      return 'appended';
    },
    async decide(entry, hold) {
      if (entries.has(keyOf(entry)) || holds.get(placeOf(hold))?.rev !== hold.rev) return 'conflict';
      entries.set(keyOf(entry), entry);
      holds.set(placeOf(hold), { ...hold, rev: hold.rev + 1 });
      return 'decided';
    },
    findHold: async (personId, about) => holds.get(key(personId, about)),
    holdsOf: async (personId) => of(holds, personId),
    async changeHold(next) {
      if (holds.get(placeOf(next))?.rev !== next.rev) return 'conflict';
      holds.set(placeOf(next), { ...next, rev: next.rev + 1 });
      return 'changed';
    },
    async listOpen(agencyId, { limit, after }) {
      const place = ({ heldAt, personId, about }: Hold) => [heldAt, personId, about].join('#');
      const open = [...holds.values()]
        .filter((hold) => hold.agencyId === agencyId && hold.state === 'open')
        .toSorted((a, b) => place(a).localeCompare(place(b)))
        .filter((hold) => after === undefined || place(hold) > after);
      const page = open.slice(0, limit);
      const last = page.at(-1);
      return { holds: page, ...(last && page.length < open.length && { next: place(last) }) };
    },
    findYear: async (personId, year) => years.get(key(personId, year)),
    yearsOf: async (personId) => of(years, personId),
    async saveYear(next) {
      const place = key(next.personId, next.year);
      if ((years.get(place)?.rev ?? 0) !== next.rev) return 'conflict';
      years.set(place, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    rulesOf: async (agencyIds) =>
      [...rules.values()].filter(
        ({ scope }) => scope.kind === 'national' || agencyIds.includes(scope.agencyId),
      ),
    async addRule(rule) {
      const place = key(JSON.stringify(rule.scope), rule.ruleId);
      if (rules.has(place)) return 'exists';
      rules.set(place, rule);
      const { ruleId: workId, scope } = rule;
      due.set(workId, { workId, ...(scope.kind === 'agency' && { agencyId: scope.agencyId }) });
      return 'added';
    },
    refreshesDue: async () => [...due.values()],
    async spreadRefresh({ workId }, agencies) {
      for (const agencyId of agencies) {
        const own = `${workId}:${agencyId}`;
        due.set(own, { workId: own, agencyId });
      }
      due.delete(workId);
    },
    async noteRefresh({ workId, agencyId }, after) {
      if (after === undefined) due.delete(workId);
      else due.set(workId, { workId, ...(agencyId !== undefined && { agencyId }), after });
    },
  };
}
