import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import type { Agreement } from '../agreement.ts';
import type { DisclosedAttribute } from '../disclosure.ts';
import type {
  AgencyDisclosures,
  AgreementStore,
  DisclosureStore,
  InForce,
  PersonDisclosures,
  SharedValuesStore,
  SharingRules,
  SharingStore,
  SubjectStore,
  Traced,
  ValuesChange,
} from '../ports.ts';
import type { SharingDecision } from '../sharing-decision.ts';
import { countByAgency, isNews } from '../traces.ts';

export interface MemoryAgreements {
  readonly agreements: AgreementStore;
  readonly sharing: SharingStore;
  readonly rules: SharingRules;
  readonly subjects: SubjectStore;
  readonly disclosures: DisclosureStore;
  readonly values: SharedValuesStore;
}

const key = (...parts: readonly (string | number)[]) => JSON.stringify(parts);

export function memoryAgreements(): MemoryAgreements {
  const versions = new Map<string, Agreement>();
  const inForce = new Map<ProviderId, InForce>();
  const history: SharingDecision[] = [];
  const agreements = agreementStore(versions, inForce);
  const sharing = sharingStore(history);
  return {
    ...{ agreements, sharing },
    ...subjectsAndDisclosures(),
    rules: {
      rulesOf: async (providerId, agencyIds) => {
        const { terms } = await agreements.inForce(providerId);
        const decided = await Promise.all(
          agencyIds.map(async (agencyId) =>
            (await sharing.decisionsOf(agencyId, [providerId])).get(providerId),
          ),
        );
        return { terms, stopped: new Set(decided.flatMap((one) => (one?.stopped ? one.agencyId : []))) };
      },
    },
  };
}

function agreementStore(versions: Map<string, Agreement>, inForce: Map<ProviderId, InForce>): AgreementStore {
  const of = ({ providerId, agreementId, version }: Agreement) => key(providerId, agreementId, version);
  const isDraft = (one: Agreement) => {
    const stored = versions.get(of(one));
    return stored?.state === 'draft' && stored.rev === one.rev;
  };
  const current = (providerId: ProviderId) => inForce.get(providerId) ?? { terms: [], rev: 0 };
  return {
    async add(draft) {
      if (versions.has(of(draft))) return 'taken';
      versions.set(of(draft), draft);
      return 'added';
    },
    async changeDraft(next) {
      if (!isDraft(next)) return 'conflict';
      versions.set(of(next), { ...next, rev: next.rev + 1 });
      return 'changed';
    },
    removeDraft: async (draft) => (isDraft(draft) && versions.delete(of(draft)) ? 'removed' : 'conflict'),
    find: async (providerId, agreementId, version) => versions.get(key(providerId, agreementId, version)),
    listOf: async (providerId) =>
      [...versions.values()]
        .filter((one) => one.providerId === providerId)
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.version - a.version),
    inForce: async (providerId) => current(providerId),
    inForceOf: async (providerIds) =>
      new Map([...inForce].filter(([id]) => providerIds.includes(id)).map(([id, { terms }]) => [id, terms])),
    async settle({ providerId, changed, inForce: next }) {
      const stale = changed.some((one) => versions.get(of(one))?.rev !== one.rev);
      if (stale || current(providerId).rev !== next.rev) return 'conflict';
      for (const one of changed) versions.set(of(one), { ...one, rev: one.rev + 1 });
      inForce.set(providerId, { terms: next.terms, rev: next.rev + 1 });
      return 'settled';
    },
  };
}

function sharingStore(history: SharingDecision[]): SharingStore {
  const of = (agencyId: AgencyId, providerId: ProviderId) =>
    history.filter((one) => one.agencyId === agencyId && one.providerId === providerId).toReversed();
  return {
    decisionsOf: async (agencyId, providerIds) =>
      new Map(
        providerIds.flatMap((providerId) => {
          const [latest] = of(agencyId, providerId);
          return latest ? [[providerId, latest] as const] : [];
        }),
      ),
    async decide(next) {
      if ((of(next.agencyId, next.providerId)[0]?.rev ?? 0) !== next.rev) return 'conflict';
      history.push({ ...next, rev: next.rev + 1 });
      return 'decided';
    },
    historyOf: async (agencyId, providerId) => of(agencyId, providerId),
  };
}

function subjectsAndDisclosures(): Pick<MemoryAgreements, 'subjects' | 'disclosures' | 'values'> {
  const people = new Map<string, PersonDisclosures & { readonly personId: PersonId }>();
  const agencies = new Map<string, AgencyDisclosures & { readonly agencyId: AgencyId }>();
  const hasSubject = (providerId: ProviderId, personId: PersonId) => people.has(key(providerId, personId));
  return {
    values: sharedValues(hasSubject),
    subjects: {
      async keepSubjects(providerId, proposed) {
        for (const { personId, subject } of proposed) {
          const id = key(providerId, personId);
          if (!people.has(id)) people.set(id, { personId, providerId, subject, attributes: {} });
        }
        const of = (personId: PersonId) => people.get(key(providerId, personId))?.subject ?? '';
        return new Map(proposed.map(({ personId }) => [personId, of(personId)]));
      },
      personOf: async (providerId, subject) =>
        [...people.values()].find((one) => one.providerId === providerId && one.subject === subject)
          ?.personId,
      subjectsAmong: async (providerId, texts) => {
        const own = [...people.values()].filter((one) => one.providerId === providerId);
        const known = new Set(own.map(({ subject }) => subject));
        return new Set(texts.filter((text) => known.has(text)));
      },
      async knownSubjects(providerId, personIds) {
        const known = personIds.flatMap((personId) => people.get(key(providerId, personId)) ?? []);
        return new Map(known.map(({ personId, subject }) => [personId, subject]));
      },
    },
    disclosures: {
      async note(disclosure) {
        const { providerId, channel, at } = disclosure;
        for (const one of disclosure.people) {
          const id = key(providerId, one.personId);
          const known = people.get(id);
          if (!known || !isNews(known, one, at)) continue;
          people.set(id, { ...known, attributes: traced(known.attributes, one.attributes, at) });
        }
        for (const [agencyId, counts] of countByAgency(disclosure)) {
          const id = key(agencyId, providerId, channel);
          const before = agencies.get(id)?.attributes ?? {};
          const after = Object.entries(traced(before, [...counts.keys()], at)).map(([name, trace]) => {
            const attribute = name as DisclosedAttribute;
            const times = (before[attribute]?.times ?? 0) + (counts.get(attribute) ?? 0);
            return [attribute, { ...trace, times }];
          });
          agencies.set(id, { agencyId, providerId, channel, attributes: Object.fromEntries(after) });
        }
      },
      ofPerson: async (personId) =>
        [...people.values()].flatMap(({ personId: id, ...rest }) => (id === personId ? rest : [])),
      ofAgency: async (agencyId) =>
        [...agencies.values()].flatMap(({ agencyId: id, ...rest }) => (id === agencyId ? rest : [])),
    },
  };
}

function sharedValues(
  hasSubject: (providerId: ProviderId, personId: PersonId) => boolean,
): SharedValuesStore {
  const kept = new Map<string, { readonly values: string; readonly change?: ValuesChange }>();
  return {
    async compare(providerId, people, change) {
      const known = people.filter(({ personId }) => hasSubject(providerId, personId));
      return new Map(
        known.flatMap(({ personId, values }) => {
          const id = key(providerId, personId);
          const before = kept.get(id);
          const now = !before ? { values } : before.values === values ? before : { values, change };
          kept.set(id, now);
          return 'change' in now && now.change ? [[personId, now.change] as const] : [];
        }),
      );
    },
  };
}

function traced(
  before: Readonly<Partial<Record<DisclosedAttribute, Traced>>>,
  attributes: readonly DisclosedAttribute[],
  at: string,
): Readonly<Partial<Record<DisclosedAttribute, Traced>>> {
  const now = attributes.map((one) => [one, { first: before[one]?.first ?? at, last: at }]);
  return { ...before, ...Object.fromEntries(now) };
}
