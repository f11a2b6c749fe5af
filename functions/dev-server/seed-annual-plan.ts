import {
  type AnnualPlan,
  addItem,
  beginPlan,
  type DecreeRoom,
  type ItemRequest,
  linkLearning,
  listPlans,
  listRules,
  listSignals,
  movePlan,
  type NeedSignal,
  type OfficialDirectory,
  saveRule,
  writeNote,
} from '@sinau/annual-plan';
import { addDays, type Jp, localDateOf } from '@sinau/kernel';
import type { AnnualPlanDesk } from '../shared/annual-plan-parts.ts';
import { type Acting, acting } from './seed/acting.ts';
import type { Seeded } from './seed/index.ts';

export interface AnnualPlanSeedDeps {
  readonly desk: AnnualPlanDesk;
  readonly officials: OfficialDirectory;
  readonly decrees: DecreeRoom;
}

type Plan = { readonly principal: Acting; readonly year: number };

/**
 * Needs of the seeded agency, a plan of this year that its officials have agreed to and set, and one of the next that is being drafted. Gaps that nobody
 * has taken up stay. `heldId`: an event that was held for the plan. Once.
 */
export async function seedAnnualPlan(
  { desk, officials, decrees }: AnnualPlanSeedDeps,
  seeded: Seeded,
  heldId: string | undefined,
): Promise<void> {
  const principal = acting(seeded, 'agency-admin');
  if ((await listPlans(desk, { principal })).length > 0) return;
  const today = localDateOf(desk.clock.now().getTime(), 'Asia/Jakarta');
  const year = Number(addDays(today, 7).slice(0, 4));
  const at = { principal, year };
  await seedRules(desk, at);
  await writeNote(desk, {
    ...at,
    basis: {
      ...{ kind: 'performance', title: 'Penyelesaian berkas mutasi' },
      detail: 'Target 5 hari kerja, hasil tahun ini rata-rata 9 hari kerja.',
    },
  });
  const plan = await draftPlan(desk, at);
  await decide({ ...desk, officials, decrees }, plan, seeded);
  if (heldId !== undefined) await linkHeld(desk, at, heldId);
  await draftNext(desk, { principal, year: year + 1 });
}

/** Two rules that ask for something new: one that everybody has to know, and one of a unit. */
async function seedRules(desk: AnnualPlanDesk, { principal, year }: Plan): Promise<void> {
  if ((await listRules(desk, { principal })).length > 0) return;
  const units = await desk.units.unitsOf(principal.agencyId);
  const audit = units.find(({ name }) => name === 'Inspektorat');
  await saveRule(desk, {
    principal,
    request: {
      ...{ title: 'Standar pelayanan baru', number: `Peraturan Kepala Badan Contoh 4/${year}` },
      ...{ inForceFrom: `${year}-07-01`, subject: 'public-service', posts: [], unitIds: [] },
      asks: 'Menyusun standar pelayanan bersama warga, dan menempelkan maklumatnya di setiap loket.',
    },
  });
  await saveRule(desk, {
    principal,
    request: {
      ...{ title: 'Pengawasan berbasis risiko', number: `Peraturan Kepala Badan Contoh 9/${year}` },
      ...{ inForceFrom: `${year + 1}-01-01`, subject: 'law-and-policy', posts: ['ahli-pertama'] },
      ...{
        unitIds: audit ? [audit.unitId] : [],
        asks: 'Menyusun rencana pengawasan dari daftar risiko unit.',
      },
    },
  });
}

/** Held whenever it suits. */
const common = (year: number) => ({
  ...{ unitIds: [], organiser: 'Pusdiklat Badan Contoh', from: `${year}-03-01`, to: `${year}-12-31` },
});

/** An item for the new rule and one for what citizens say of the staff. */
async function draftPlan(desk: AnnualPlanDesk, at: Plan): Promise<AnnualPlan> {
  const plan = await beginPlan(desk, at);
  await answer(desk, at, {
    to: ({ basis }) => basis.kind === 'new-rule',
    with: {
      ...{ ...common(at.year), title: 'Standar pelayanan dan maklumat', form: 'KL07', people: 30 },
      ...{ jp: 500 as Jp, budgetLine: '521211', cost: 69_000_000 },
      alternative: { form: 'NKL03', cost: 24_000_000 },
    },
  });
  await answer(desk, at, {
    to: ({ basis }) => basis.kind === 'survey' && basis.subject === 'conduct',
    with: {
      ...{ ...common(at.year), title: 'Pelayanan publik yang ramah', form: 'KL06', people: 40 },
      ...{ jp: 800 as Jp, budgetLine: '522151', cost: 45_000_000 },
      alternative: { form: 'NKL10', cost: 5_000_000 },
    },
  });
  return plan;
}

/** What performance of the year before asks for, so that the next plan is not empty; nobody has proposed it yet. */
async function draftNext(desk: AnnualPlanDesk, at: Plan): Promise<void> {
  await beginPlan(desk, at);
  await answer(desk, at, {
    to: ({ basis }) => basis.kind === 'standing',
    with: {
      ...{ ...common(at.year), title: 'Menyelesaikan berkas tepat waktu', form: 'KL07', people: 12 },
      ...{ jp: 600 as Jp, budgetLine: '521211', cost: 18_000_000 },
    },
  });
}

async function answer(
  desk: AnnualPlanDesk,
  at: Plan,
  given: { readonly to: (signal: NeedSignal) => boolean; readonly with: ItemRequest },
): Promise<void> {
  const signal = (await listSignals(desk, at)).find((one) => one.state === 'open' && given.to(one));
  if (!signal) return;
  await addItem(desk, { ...at, version: 1, signalId: signal.signalId, request: given.with });
}

type Deciding = Parameters<typeof movePlan>[0];

/** The two officials decide themselves; who sets the plan sends the letter along. */
async function decide(deps: Deciding, plan: AnnualPlan, seeded: Seeded): Promise<void> {
  const at = { year: plan.year, version: plan.version };
  const rev = async () => (await deps.plans.find(plan))?.rev ?? 0;
  const admin = acting(seeded, 'agency-admin');
  await movePlan(deps, { ...at, principal: admin, request: { move: 'propose' }, rev: await rev() });
  const agrees = acting(seeded, 'talent-officer', ['authorised-official']);
  await movePlan(deps, {
    ...{ ...at, principal: agrees, rev: await rev() },
    request: { move: 'agree', decision: {} },
  });
  const number = `KEP-12/${plan.year}`;
  const on = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  await movePlan(deps, {
    ...{ ...at, principal: acting(seeded, 'supervisor', ['appointing-official']), rev: await rev() },
    request: { move: 'set', decision: { number, on } },
    decree: { name: `Keputusan ${number.replace('/', '-')}.pdf`, bytes: await letterOf(plan.year, number) },
  });
}

/** One page that says what it is. */
async function letterOf(year: number, number: string): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const paper = new PDFDocument({ size: 'A4', margin: 72, info: { Title: `Keputusan ${number}` } });
  const parts: Buffer[] = [];
  paper.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => paper.on('end', resolve));
  paper.fontSize(16).text('BADAN CONTOH NASIONAL', { align: 'center' });
  paper.moveDown().fontSize(13).text(`KEPUTUSAN NOMOR ${number}`, { align: 'center' });
  paper.text(`tentang Rencana Pengembangan Kompetensi Tahun ${year}`, { align: 'center' });
  paper.moveDown(2).fontSize(11);
  paper.text(`Menetapkan rencana pengembangan kompetensi pegawai tahun ${year}, versi 1. Data ini contoh.`);
  paper.end();
  await done;
  return new Uint8Array(Buffer.concat(parts));
}

/** The workshop was held for the item of the rule. */
async function linkHeld(desk: AnnualPlanDesk, { principal, year }: Plan, learningId: string): Promise<void> {
  const at = { principal, year, version: 1 };
  const plan = await desk.plans.find({ ...at, agencyId: principal.agencyId });
  const items = plan ? await desk.plans.items(plan) : [];
  const item = items.find(({ need }) => need.basis.kind === 'new-rule');
  if (!item) return;
  const learning = { kind: 'event', learningId } as const;
  await linkLearning(desk, { ...at, itemId: item.itemId, spent: 14_250_000, learning });
}
