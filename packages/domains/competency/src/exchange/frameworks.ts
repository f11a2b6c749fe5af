import type { Framework } from '@sinau/case';
import type { AgencyId, LocalDate } from '@sinau/kernel';
import { type Competency, competencyOn, type TechnicalCompetency } from '../competency.ts';
import { nationalCompetencies } from '../national-dictionary.ts';
import type { StandardStore } from '../ports.ts';

const kinds: Readonly<Record<Competency['family'], string>> = {
  ...{ managerial: 'Kompetensi manajerial', sociocultural: 'Kompetensi sosial kultural' },
  technical: 'Kompetensi teknis',
};

/** Dictionaries that an agency works with, as others read them: the nine of the nation, then its own if it has one. As they are described on a day. */
export async function frameworksOf(
  { standards }: { readonly standards: Pick<StandardStore, 'technical'> },
  agency: { readonly agencyId: AgencyId; readonly name: string; readonly day: LocalDate },
): Promise<readonly Framework[]> {
  const technical = await standards.technical(agency.agencyId);
  return [nationalFramework(agency.day), ...(technical.length > 0 ? [ownFramework(agency, technical)] : [])];
}

function nationalFramework(day: LocalDate): Framework {
  const nine = nationalCompetencies(day);
  const from = nine[0]?.validFrom ?? day;
  const changedAt = `${from}T00:00:00.000Z`;
  return {
    ...{ key: 'national', title: 'Kompetensi manajerial dan sosial kultural', creator: 'Sinau', changedAt },
    // Nobody has compared our words with the annex.
    isAdopted: false,
    description:
      'Sembilan kompetensi menurut PermenPANRB 38/2017, diringkas dengan kata-kata sendiri dan belum dicocokkan dengan lampirannya.',
    competencies: nine.map(({ competencyId, family, name, levels, legalBasis, validFrom }) => ({
      ...{ code: competencyId, name: name.id ?? competencyId, kind: kinds[family], from: validFrom },
      ...{ levels: levels.map(({ id = '' }) => id), changedAt },
      ...(legalBasis !== undefined && { basis: legalBasis }),
    })),
  };
}

function ownFramework(
  { agencyId, name, day }: Parameters<typeof frameworksOf>[1],
  technical: readonly TechnicalCompetency[],
): Framework {
  return {
    ...{ key: `agency:${agencyId}`, title: `Kamus kompetensi teknis ${name}`, creator: name },
    isAdopted: true,
    changedAt:
      technical
        .map(({ updatedAt }) => updatedAt)
        .toSorted()
        .at(-1) ?? '',
    competencies: technical
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .flatMap((one) => {
        const competency = competencyOn(one, day);
        if (!competency) return [];
        const { field, legalBasis, levels, validFrom, name: called } = competency;
        return [
          {
            ...{ code: one.code, name: called.id ?? one.code, kind: kinds.technical, from: validFrom },
            ...{ levels: levels.map(({ id = '' }) => id), changedAt: one.updatedAt },
            ...(field !== undefined && { field }),
            ...(legalBasis !== undefined && { basis: legalBasis }),
            ...(one.state === 'retired' && { until: one.updatedAt.slice(0, 10) }),
          },
        ];
      }),
  };
}
