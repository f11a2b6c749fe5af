import {
  addUnitCost,
  bookByHand,
  budgetYearOf,
  classroomCode,
  listLines,
  openLine,
  stepByHand,
} from '@sinau/budget';
import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import type { BudgetDesk } from '../shared/budget-desk.ts';
import type { Seeded } from './seed/index.ts';

const lines = [
  { code: '522191', title: 'Kursus daring dan jasa lainnya', ceiling: 150_000_000 },
  { code: '522151', title: 'Honor narasumber', ceiling: 60_000_000 },
  { code: '524113', title: 'Perjalanan dan paket pertemuan', ceiling: 90_000_000 },
] as const;

/** Lines of this year for the seeded agency, with money that is reserved, agreed and spent, and what a classroom costs. Once. */
export async function seedBudget(
  desk: Pick<BudgetDesk, 'budgets'> & { readonly clock: Clock; readonly ids: Ids },
  { tenants, people }: Seeded,
): Promise<void> {
  const admin = people.find(({ role }) => role === 'agency-admin');
  if (!admin || tenants.agency.kind !== 'agency') throw new Error('nobody administers the agency');
  const { agencyId } = tenants.agency;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: admin.personId, name: admin.name, roles: ['agency-admin'], agencyId },
  };
  const year = budgetYearOf(desk.clock);
  if ((await listLines(desk, { principal, year })).length > 0) return;
  for (const line of lines)
    await openLine(desk, { principal, request: { ...line, year, source: 'apbn', account: line.code } });
  const [, speakers, travel] = lines.map(
    ({ code }) => `${year}.${code}` as Parameters<typeof bookByHand>[1]['lineId'],
  );
  if (!speakers || !travel) throw new Error('a line is missing');
  const agreed = { reason: 'Narasumber lokakarya pelayanan', evidence: 'SPK-12' };
  const { bookingId } = await bookByHand(desk, {
    ...{ principal, lineId: speakers },
    request: { kind: 'committed', amount: 6_000_000, ...agreed },
  });
  await stepByHand(desk, {
    ...{ principal, lineId: speakers, bookingId },
    request: {
      ...{ from: 'committed', to: 'spent', amount: 5_400_000, people: 24, jp: 24 * 500 },
      ...{ reason: 'Honor dibayar sesuai kehadiran', evidence: 'KW-3' },
    },
  });
  await bookByHand(desk, {
    ...{ principal, lineId: travel },
    request: {
      kind: 'reserved',
      amount: 18_500_000,
      reason: 'Rapat luar kantor triwulan IV',
      evidence: 'ND-41',
    },
  });
  await addUnitCost(desk, {
    principal,
    request: {
      ...{ code: classroomCode, title: 'Pelatihan tatap muka', unit: 'jp', amount: 95_000, verified: false },
      ...{ basis: 'Rata-rata kontrak tahun lalu', from: `${year}-01-01` },
    },
  });
}
