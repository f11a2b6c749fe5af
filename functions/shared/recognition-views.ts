import { type StandardStore, technicalId } from '@sinau/competency';
import type { PeopleStore } from '@sinau/identity';
import type { AgencyId, LanguageMap, PersonId } from '@sinau/kernel';
import { improvementRules, lastStep, type Recognition, teachingRules } from '@sinau/recognition';

interface Deps {
  readonly people: Pick<PeopleStore, 'findMany'>;
  /** Loaded where a recognition names a competency. */
  readonly competency: () => Promise<{ readonly standards: Pick<StandardStore, 'technical'> }>;
}

/** Bases of rules by their id; one that is not there any more is told by its id. */
const bases = new Map(
  [...teachingRules, ...improvementRules].map(({ ruleId, legalBasis }) => [ruleId, legalBasis]),
);

/** Names of what recognitions speak of, looked up once for all of them. */
export async function recognitionWordsFor(deps: Deps, all: readonly Recognition[]) {
  const [people, competencies] = await Promise.all([namesOf(deps, all), competenciesOf(deps, all)]);
  const reasonOf = (one: Recognition) => {
    const { origin } = one;
    if (origin.kind === 'people') {
      const { by, behaviour } = origin;
      return { kind: 'people' as const, by: by.name, as: by.as, behaviour };
    }
    const basis = bases.get(origin.rule) ?? origin.rule;
    if (origin.kind === 'teaching') return { kind: 'teaching' as const, minutes: origin.minutes, basis };
    const { required, before, after, assessedOn, competencyId } = origin;
    const competency = competencies.get(keyOf(one.agencyId, competencyId)) ?? { id: competencyId };
    return { kind: 'improvement' as const, competency, required, before, after, assessedOn, basis };
  };
  return {
    nameOf: (personId: PersonId): string => people.get(personId) ?? '–',
    viewOf(one: Recognition) {
      const { personId, recognitionId, value, state, year, shownTo } = one;
      const { at, by, reason } = lastStep(one);
      return {
        ...{ personId, recognitionId, value, state, year, shownTo, at, reason: reasonOf(one) },
        ...(by && { by: by.name }),
        ...(reason !== undefined && { note: reason }),
      };
    },
  };
}

async function namesOf(
  { people }: Deps,
  all: readonly Recognition[],
): Promise<ReadonlyMap<PersonId, string>> {
  const found = await people.findMany([...new Set(all.map(({ personId }) => personId))]);
  return new Map(found.map(({ personId, name }) => [personId, name]));
}

const keyOf = (agencyId: AgencyId, competencyId: string): string => JSON.stringify([agencyId, competencyId]);

async function competenciesOf(
  { competency }: Deps,
  all: readonly Recognition[],
): Promise<ReadonlyMap<string, LanguageMap>> {
  const improved = all.filter(({ origin }) => origin.kind === 'improvement');
  const names = new Map<string, LanguageMap>();
  if (improved.length === 0) return names;
  const [{ standards }, { nationalCompetencies }] = await Promise.all([
    competency(),
    import('@sinau/competency'),
  ]);
  for (const agencyId of new Set(improved.map((one) => one.agencyId))) {
    for (const { competencyId, name } of nationalCompetencies(today(improved)))
      names.set(keyOf(agencyId, competencyId), name);
    for (const { code, editions } of await standards.technical(agencyId)) {
      const name = editions.at(-1)?.name;
      if (name !== undefined) names.set(keyOf(agencyId, technicalId(code)), { id: name });
    }
  }
  return names;
}

/** The day by which names are told: of the last that was assessed. */
const today = (all: readonly Recognition[]): string =>
  all.reduce(
    (latest, { origin }) =>
      origin.kind === 'improvement' && origin.assessedOn > latest ? origin.assessedOn : latest,
    '2017-06-19',
  );
