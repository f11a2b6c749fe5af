import type { AgencyId, Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { GapBasis, Need } from '../need.ts';
import type { AnnualPlan } from '../plan.ts';
import type { ItemId, ItemRequest, PlanItem } from '../plan-item.ts';
import type { SurveySums } from '../ports.ts';
import type { Office } from '../who-decides.ts';

const at = '2026-11-29T02:00:00.000Z';

/** A second administrator, and the two officials. */
export const planColleague: PersonPrincipal = {
  ...{ kind: 'person', personId: 'tono' as PersonId, name: 'Tono', roles: ['agency-admin'] },
  agencyId: 'bkn' as AgencyId,
};
export const planOfficial = (office: Office, over: Partial<PersonPrincipal> = {}): PersonPrincipal => ({
  ...planColleague,
  ...{ personId: office as string as PersonId, name: `Pejabat ${office}`, roles: [office] },
  ...over,
});

export const planAdmin: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['learner', 'agency-admin'] },
  agencyId: 'bkn' as AgencyId,
};

/** A hundred answers, U7 at 2.61. */
export const someSurvey: SurveySums = {
  ...{ serviceId: 'ktp', service: 'KTP elektronik', surveyId: '2026-11-01', answers: 100 },
  elements: [
    { element: 'u6', subject: 'competence', sum: 320 },
    { element: 'u7', subject: 'conduct', sum: 261 },
    { element: 'u9', subject: 'facilities', sum: 150 },
  ],
};

export const someGap: Omit<GapBasis, 'kind'> = {
  ...{ competencyId: 'M5', name: { id: 'Pelayanan Publik', en: 'Public service' } },
  ...{ short: 12, assessed: 30, points: 17 },
};

export const someNeed: Need = {
  ...{ signalId: 'competency:M5', basis: { kind: 'competency', ...someGap }, at },
};

export const someRequest: ItemRequest = {
  ...{ title: 'Pelayanan publik yang ramah', form: 'KL10', people: 40, unitIds: [], jp: 2000 as Jp },
  ...{ from: '2027-03-01', to: '2027-03-03', organiser: 'BPSDM', budgetLine: '521211', cost: 92_690_000 },
  alternative: { form: 'NKL03', cost: 52_600_000 },
};

export const planOf = (over: Partial<AnnualPlan> = {}): AnnualPlan => ({
  ...{ agencyId: 'bkn' as AgencyId, year: 2027, version: 1, state: 'draft', items: 0, lot: 'lot-1' },
  ...{ steps: [{ to: 'draft', at, by: 'rina' as PersonId }], createdAt: at, rev: 0 },
  drafters: ['rina' as PersonId],
  ...over,
});

export const planItemOf = (over: Partial<PlanItem> = {}): PlanItem => ({
  ...{ agencyId: 'bkn' as AgencyId, year: 2027, version: 1, lot: 'lot-1', itemId: 'i-1' as ItemId },
  ...{ need: someNeed, ...someRequest, changedBy: 'rina' as PersonId, changedAt: at, rev: 0 },
  ...over,
});
