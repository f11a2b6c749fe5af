import type { AgencyId, Clock, LocalDate, PersonPrincipal } from '@sinau/kernel';
import { agencyOf } from './authority.ts';
import {
  type Competency,
  competencyOn,
  mostTechnical,
  saysAgain,
  type TechnicalCompetency,
  type TechnicalRequest,
  withEdition,
} from './competency.ts';
import { CompetencyChanged, CompetencyFull, CompetencyNotFound } from './errors.ts';
import { nationalCompetencies } from './national-dictionary.ts';
import type { StandardStore } from './ports.ts';

interface Deps {
  readonly standards: StandardStore;
  readonly clock: Clock;
}

/** By id: what everybody is compared by, and the technical ones of an agency, retired ones too. */
export type Dictionary = ReadonlyMap<string, Competency>;

/** The nine before the technical ones, those by subject field and name. */
export async function dictionaryOf(
  { standards }: { readonly standards: Pick<StandardStore, 'technical'> },
  { agencyId, day }: { readonly agencyId: AgencyId; readonly day: LocalDate },
): Promise<Dictionary> {
  const technical = (await standards.technical(agencyId)).flatMap((one) => competencyOn(one, day) ?? []);
  const inOrder = technical.toSorted(
    (a, b) =>
      (a.field ?? '').localeCompare(b.field ?? '', 'id') ||
      (a.name.id ?? '').localeCompare(b.name.id ?? '', 'id'),
  );
  return new Map(
    [...nationalCompetencies(day), ...inOrder].map((competency) => [competency.competencyId, competency]),
  );
}

/** Technical competencies of one's agency, by code. */
export async function listTechnical(
  { standards }: Pick<Deps, 'standards'>,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly TechnicalCompetency[]> {
  const found = await standards.technical(agencyOf(principal));
  return found.toSorted((a, b) => a.code.localeCompare(b.code, 'id'));
}

export async function readTechnical(
  { standards }: Pick<Deps, 'standards'>,
  { principal, code }: { readonly principal: PersonPrincipal; readonly code: string },
): Promise<TechnicalCompetency> {
  const found = await standards.findTechnical(agencyOf(principal), code);
  if (!found) throw new CompetencyNotFound();
  return found;
}

/** What a row of a list does, or a form: describes a competency from a day on. */
export async function describeTechnical(
  deps: Deps,
  input: {
    readonly agencyId: AgencyId;
    readonly request: TechnicalRequest;
    /** As it was read; absent: as it is now. */
    readonly rev?: number;
    readonly isTrial?: boolean;
  },
): Promise<'created' | 'changed' | 'skipped'> {
  const { agencyId, request, rev, isTrial = false } = input;
  const { code, ...edition } = request;
  const found = await deps.standards.findTechnical(agencyId, code);
  if (!found && (await deps.standards.technical(agencyId)).length >= mostTechnical)
    throw new CompetencyFull();
  if (rev !== undefined && rev !== (found?.rev ?? 0)) throw new CompetencyChanged();
  if (saysAgain(found, edition, { rev })) return 'skipped';
  if (!isTrial) {
    const next: TechnicalCompetency = {
      ...{ agencyId, code, state: 'active', rev: found?.rev ?? 0 },
      editions: withEdition(found?.editions ?? [], edition),
      updatedAt: deps.clock.now().toISOString(),
    };
    if ((await deps.standards.saveTechnical(next)) === 'conflict') throw new CompetencyChanged();
  }
  return found ? 'changed' : 'created';
}

/** Takes a competency out of use, or brings it back. Standards and assessments that name it stay. */
export async function retireTechnical(
  deps: Deps,
  input: {
    readonly principal: PersonPrincipal;
    readonly code: string;
    readonly state: TechnicalCompetency['state'];
  },
): Promise<void> {
  const found = await readTechnical(deps, input);
  if (found.state === input.state) return;
  const next = { ...found, state: input.state, updatedAt: deps.clock.now().toISOString() };
  if ((await deps.standards.saveTechnical(next)) === 'conflict') throw new CompetencyChanged();
}
