import { addItem, beginPlan, listPlans, listSignals, writeNote } from '@sinau/annual-plan';
import { addDays, type Jp, localDateOf, type PersonPrincipal } from '@sinau/kernel';
import type { AnnualPlanDesk } from '../shared/annual-plan-parts.ts';
import type { Seeded } from './seed/index.ts';

/**
 * A plan that is being drafted for the year of the seeded seminar: an item for a new rule, one for what citizens say of the staff, and a
 * performance gap that nobody has taken up. Once.
 */
export async function seedAnnualPlan(desk: AnnualPlanDesk, { tenants, people }: Seeded): Promise<void> {
  const admin = people.find(({ role }) => role === 'agency-admin');
  if (!admin || tenants.agency.kind !== 'agency') throw new Error('nobody administers the agency');
  const { agencyId } = tenants.agency;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: admin.personId, name: admin.name, roles: ['agency-admin'], agencyId },
  };
  if ((await listPlans(desk, { principal })).length > 0) return;
  const today = localDateOf(desk.clock.now().getTime(), 'Asia/Jakarta');
  const year = Number(addDays(today, 7).slice(0, 4));
  const at = { principal, year };
  const { noteId } = await writeNote(desk, {
    ...at,
    basis: {
      ...{ kind: 'rule', title: 'Standar pelayanan baru' },
      legalBasis: 'Peraturan Kepala Badan Contoh 4/2026',
    },
  });
  await writeNote(desk, {
    ...at,
    basis: {
      ...{ kind: 'performance', title: 'Penyelesaian berkas mutasi' },
      detail: 'Target 5 hari kerja, hasil tahun ini rata-rata 9 hari kerja.',
    },
  });
  await beginPlan(desk, at);
  const days = { from: `${year}-12-01`, to: `${year}-12-31` };
  const plan = { ...at, version: 1 };
  const common = { ...days, unitIds: [], organiser: 'Pusdiklat Badan Contoh' };
  await addItem(desk, {
    ...{ ...plan, signalId: noteId },
    request: {
      ...{ ...common, title: 'Standar pelayanan dan maklumat', form: 'KL10', people: 30 },
      ...{ jp: 1600 as Jp, budgetLine: '521211', cost: 69_000_000 },
      alternative: { form: 'NKL03', cost: 24_000_000 },
    },
  });
  const low = (await listSignals(desk, at)).find(
    ({ basis }) => basis.kind === 'survey' && basis.subject === 'conduct',
  );
  if (!low) return;
  await addItem(desk, {
    ...{ ...plan, signalId: low.signalId },
    request: {
      ...{ ...common, title: 'Pelayanan publik yang ramah', form: 'KL06', people: 40 },
      ...{ jp: 800 as Jp, budgetLine: '522151', cost: 45_000_000 },
      alternative: { form: 'NKL10', cost: 5_000_000 },
    },
  });
}
