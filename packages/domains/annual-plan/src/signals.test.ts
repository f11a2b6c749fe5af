import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginPlan, beginVersion } from './begin-plan.ts';
import { bringBack, setAside, writeNote } from './decide-signal.ts';
import { addItem, removeItem } from './items.ts';
import { listSignals } from './list-signals.ts';
import { movePlan } from './move-plan.ts';
import { type CommitmentBasis, type ComplaintBasis, isStatutory, sourceOf, sources } from './need.ts';
import type { SurveySums } from './ports.ts';
import { isLow, meanOf, signalRuleOn, signalRules } from './signal-rule.ts';
import {
  memoryPlanStore,
  memoryRuleStore,
  memorySignalStore,
  memoryStandingStore,
  planColleague,
  planAdmin as rina,
  someDecree,
  someGap,
  someRequest,
  someSurvey,
  withoutOfficials,
} from './testing/index.ts';

const [rule] = signalRules;
if (!rule) throw new Error('there is a rule');

describe('the rule by which citizens’ answers ask for learning', () => {
  it('is ours and says so, from a day on', () => {
    expect(rule).toMatchObject({ verified: false, below: 7661, leastAnswers: 10 });
    expect(signalRuleOn('2026-11-28')?.version).toBe('sinau-skm-1');
    expect(signalRuleOn('2026-11-29')?.version).toBe('sinau-skm-2');
    expect(signalRuleOn('2025-12-31')).toBeUndefined();
  });

  it('draws its line where grade B begins, exactly', () => {
    // 3.0644 × 25 = 76.61 is B; 3.0643 × 25 = 76.6075, which is 76.61 rounded, is B too; 3.0640 is 76.60.
    expect(isLow(rule, { answers: 10_000, sum: 30_644 })).toBe(false);
    expect(isLow(rule, { answers: 10_000, sum: 30_643 })).toBe(false);
    expect(isLow(rule, { answers: 10_000, sum: 30_640 })).toBe(true);
    expect(isLow(rule, { answers: 10, sum: 31 })).toBe(false);
    expect(isLow(rule, { answers: 10, sum: 30 })).toBe(true);
  });

  it('says nothing of fewer answers than ten, however low', () => {
    expect(isLow(rule, { answers: 9, sum: 9 })).toBe(false);
    expect(isLow(rule, { answers: 0, sum: 0 })).toBe(false);
  });

  it('never turns from low to well when one score falls', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 100_000 }),
        fc.integer({ min: 0, max: 300_000 }),
        (answers, more) => {
          const sum = Math.min(4 * answers, answers + more);
          if (sum > answers && isLow(rule, { answers, sum })) {
            expect(isLow(rule, { answers, sum: sum - 1 })).toBe(true);
          }
          expect(meanOf({ answers, sum })).toBeGreaterThanOrEqual(100);
          expect(meanOf({ answers, sum })).toBeLessThanOrEqual(400);
        },
      ),
    );
  });
});

describe('signals of needs', () => {
  let surveys: readonly SurveySums[];
  let complaints: readonly Omit<ComplaintBasis, 'kind'>[];
  let promised: readonly Omit<CommitmentBasis, 'kind'>[];
  let deps: Parameters<typeof addItem>[0] & Parameters<typeof setAside>[0] & Parameters<typeof writeNote>[0];
  beforeEach(() => {
    surveys = [someSurvey];
    complaints = [];
    promised = [];
    deps = {
      ...{ plans: memoryPlanStore(), signals: memorySignalStore(), ids: countedIds() },
      clock: fixedClock('2026-11-29T02:00:00.000Z'),
      citizens: {
        resultsOf: async (agencyId) => (agencyId === 'bkn' ? surveys : []),
        complaintsOf: async (agencyId) => (agencyId === 'bkn' ? complaints : []),
        commitmentsOf: async (agencyId) => (agencyId === 'bkn' ? promised : []),
      },
      ...{ rules: memoryRuleStore(), standings: memoryStandingStore() },
      gaps: {
        gapsOf: async (_agencyId, unitId) =>
          unitId === undefined
            ? [{ ...someGap, competencyId: 'M1', points: 3 }, someGap]
            : unitId === 'u1'
              ? [{ ...someGap, unit: { unitId, name: 'Dukcapil' } }]
              : [],
      },
      forms: { has: async () => true },
      units: { unitsOf: async () => [] },
    };
  });
  const at = { principal: rina, year: 2027 };
  const low = 'citizens:ktp:2026-11-01:u7';
  const idsOf = async (year = 2027) =>
    (await listSignals(deps, { principal: rina, year })).map(({ signalId }) => signalId);
  const stateOf = async (signalId: string, year = 2027) =>
    (await listSignals(deps, { principal: rina, year })).find((one) => one.signalId === signalId)?.state;

  it('come of gaps, most points first, then of low elements that speak of staff, and of notes', async () => {
    const basis = { kind: 'rule', title: 'SPBE', legalBasis: 'Perpres 95/2018' } as const;
    const { noteId } = await writeNote(deps, { ...at, basis });
    expect(await idsOf()).toEqual(['competency:M5', 'competency:M1', low, noteId]);
    const signal = (await listSignals(deps, at))[2];
    expect(signal).toEqual({
      ...{ signalId: low, state: 'open' },
      basis: {
        ...{ kind: 'survey', serviceId: 'ktp', service: 'KTP elektronik', surveyId: '2026-11-01' },
        ...{ element: 'u7', subject: 'conduct', answers: 100, mean: 261, rule: 'sinau-skm-2' },
      },
    });
  });

  it('come of the three themes of a service that citizens complain about most, after its low elements', async () => {
    const theme = (name: string, count: number, serviceId = 'ktp') => ({
      ...{ serviceId, service: 'KTP elektronik', theme: name, year: 2026, count, handled: 1 },
    });
    complaints = [theme('Biaya', 10), theme('Sikap petugas', 52), theme('Parkir', 11), theme('Antrean', 30)];
    complaints = [...complaints, theme('Biaya', 12, 'akta')];
    expect((await idsOf()).slice(2)).toEqual([
      ...[low, 'complaints:ktp:2026:sikappetugas', 'complaints:ktp:2026:antrean'],
      ...['complaints:akta:2026:biaya', 'complaints:ktp:2026:parkir'],
    ]);
    const signal = (await listSignals(deps, at))[3];
    expect(signal).toEqual({
      ...{ signalId: 'complaints:ktp:2026:sikappetugas', state: 'open' },
      basis: { kind: 'complaints', ...theme('Sikap petugas', 52) },
    });
    const other: PersonPrincipal = { ...rina, agencyId: 'lan' as PersonPrincipal['agencyId'] & string };
    const theirs = await listSignals(deps, { ...at, principal: other });
    expect(theirs.some(({ basis }) => basis.kind === 'complaints')).toBe(false);
  });

  it('keep what was decided about a theme however it is written, and ask again in another year', async () => {
    const theme = {
      serviceId: 'ktp',
      service: 'KTP',
      theme: 'Sikap petugas',
      year: 2026,
      count: 52,
      handled: 1,
    };
    complaints = [theme];
    const signalId = 'complaints:ktp:2026:sikappetugas';
    await setAside(deps, { ...at, signalId, reason: 'Petugasnya sudah dilatih' });
    complaints = [{ ...theme, theme: 'SIKAP  PETUGAS', count: 60 }];
    expect(await stateOf(signalId)).toBe('aside');
    complaints = [{ ...theme, year: 2027 }];
    expect(await stateOf('complaints:ktp:2027:sikappetugas')).toBe('open');
  });

  it('have one id for one low element, however often and by whomever computed', async () => {
    const other: PersonPrincipal = { ...rina, personId: 'budi' as PersonPrincipal['personId'] };
    expect(await idsOf()).toEqual(
      (await listSignals(deps, { ...at, principal: other })).map((s) => s.signalId),
    );
    surveys = [{ ...someSurvey, answers: 110 }];
    expect(await idsOf()).toContain(low);
    surveys = [{ ...someSurvey, surveyId: '2027-01-01' }];
    expect(await idsOf()).toContain('citizens:ktp:2027-01-01:u7');
  });

  it('come of what else learning can answer since a day: procedure, time and complaints, and of no other element', async () => {
    const all = ['requirements', 'procedure', 'time', 'cost', 'product', 'competence', 'conduct'];
    const elements = [...all, 'complaints', 'facilities'].map((subject, n) => ({
      ...{ element: `u${n + 1}`, subject, sum: 200 },
    }));
    surveys = [{ ...someSurvey, elements }];
    const subjects = async () =>
      (await listSignals(deps, at)).flatMap(({ basis }) => (basis.kind === 'survey' ? basis.subject : []));
    expect(await subjects()).toEqual(['procedure', 'time', 'competence', 'conduct', 'complaints']);
    // What was said under the rule of before was about staff alone.
    deps = { ...deps, clock: fixedClock('2026-11-28T02:00:00.000Z') };
    expect(await subjects()).toEqual(['competence', 'conduct']);
  });

  it('come of what was promised at consultations before what surveys say, the nearest day first', async () => {
    const promise = (commitmentId: string, due: string) => ({
      ...{ forumId: 'f1', forum: 'Forum KTP', commitmentId, topic: 'Komunikasi ramah', due },
      ...{ text: 'Petugas dilatih', unit: 'Dukcapil' },
    });
    promised = [promise('k2', '2027-03-01'), promise('k1', '2026-12-31')];
    expect((await idsOf()).slice(2)).toEqual(['commitment:f1:k1', 'commitment:f1:k2', low]);
    await beginPlan(deps, at);
    const signalId = 'commitment:f1:k1';
    const { need } = await addItem(deps, { ...at, version: 1, signalId, request: someRequest });
    expect(need.basis).toEqual({ kind: 'commitment', ...promise('k1', '2026-12-31') });
    expect(sourceOf(need.basis)).toBe('citizens');
    expect(await stateOf(signalId)).toBe('taken');
    // Kept or dropped meanwhile: it asks for nothing more.
    promised = [];
    expect(await stateOf(signalId)).toBeUndefined();
  });

  it('of a unit are signals of their own, each answered by itself, and none where there is no such unit', async () => {
    const gapsIn = async (unitId?: string) =>
      (await listSignals(deps, { ...at, ...(unitId !== undefined && { unitId }) }))
        .filter(({ basis }) => basis.kind === 'competency')
        .map(({ signalId, state }) => [signalId, state]);
    expect(await gapsIn('u1')).toEqual([['competency:M5:u1', 'open']]);
    expect(await gapsIn('tidak-ada')).toEqual([]);
    await beginPlan(deps, at);
    await addItem(deps, { ...at, version: 1, signalId: 'competency:M5:u1', request: someRequest });
    expect(await gapsIn('u1')).toEqual([['competency:M5:u1', 'taken']]);
    expect((await gapsIn())[0]).toEqual(['competency:M5', 'open']);
  });

  it('are told of no survey with less than ten answers', async () => {
    surveys = [{ ...someSurvey, answers: 9, elements: [{ element: 'u7', subject: 'conduct', sum: 9 }] }];
    expect(await idsOf()).toEqual(['competency:M5', 'competency:M1']);
  });

  it('leave out what nobody is short of, and all but the fifteen biggest gaps', async () => {
    const many = Array.from({ length: 20 }, (_, n) => ({
      ...{ ...someGap, competencyId: `T.${n}`, points: n, short: n },
    }));
    const found = await listSignals({ ...deps, gaps: { gapsOf: async () => many } }, at);
    const gaps = found.filter(({ basis }) => basis.kind === 'competency');
    expect(gaps).toHaveLength(15);
    expect(gaps[0]?.signalId).toBe('competency:T.19');
    const few = await listSignals({ ...deps, gaps: { gapsOf: async () => many.slice(0, 1) } }, at);
    expect(few.some(({ basis }) => basis.kind === 'competency')).toBe(false);
  });

  it('are set aside for a year with a reason, and brought back', async () => {
    await setAside(deps, { ...at, signalId: low, reason: 'Sudah dijawab dengan pergantian petugas' });
    const signal = (await listSignals(deps, at)).find(({ signalId }) => signalId === low);
    expect(signal).toMatchObject({ state: 'aside', aside: { by: 'rina', reason: /petugas/ } });
    expect(await stateOf(low, 2028)).toBe('open');
    const again = setAside(deps, { ...at, signalId: low, reason: 'Alasan lain' });
    await expect(again).rejects.toMatchObject({ code: 'annual-plan.changed' });
    await beginPlan(deps, at);
    const taking = addItem(deps, { ...at, version: 1, signalId: low, request: someRequest });
    await expect(taking).rejects.toMatchObject({ code: 'annual-plan.changed' });
    await bringBack(deps, { ...at, signalId: low });
    await bringBack(deps, { ...at, signalId: low });
    expect(await stateOf(low)).toBe('open');
  });

  it('are taken into the plan with the numbers of the day, and open again when their item goes', async () => {
    await beginPlan(deps, at);
    const item = await addItem(deps, { ...at, version: 1, signalId: low, request: someRequest });
    expect(await stateOf(low)).toBe('taken');
    const aside = setAside(deps, { ...at, signalId: low, reason: 'Tidak perlu lagi' });
    await expect(aside).rejects.toMatchObject({ code: 'annual-plan.signal-taken' });
    surveys = [{ ...someSurvey, answers: 130 }];
    expect(item.need).toMatchObject({ signalId: low, basis: { answers: 100, mean: 261 } });
    await removeItem(deps, { ...at, version: 1, itemId: item.itemId });
    expect(await stateOf(low)).toBe('open');
  });

  it('are those of the newest version: what it takes out is open again', async () => {
    const { rev } = await beginPlan(deps, at);
    const first = { ...at, version: 1 };
    const item = await addItem(deps, { ...first, signalId: low, request: someRequest });
    const decision = { official: 'Kepala Badan', number: 'SK-1', on: '2026-11-28' };
    const steps = [{ move: 'propose' }, { move: 'agree', decision }, { move: 'set', decision }] as const;
    for (const [n, request] of steps.entries()) {
      const principal = request.move === 'propose' ? rina : planColleague;
      const decided = { ...deps, ...withoutOfficials() };
      await movePlan(decided, { ...first, principal, request, rev: rev + 1 + n, decree: someDecree });
    }
    await beginVersion(deps, { ...first, reason: 'Anggaran turun' });
    await removeItem(deps, { ...at, version: 2, itemId: item.itemId });
    expect(await stateOf(low)).toBe('open');
  });

  it('refuse what there is not, and whoever administers no agency', async () => {
    const unknown = setAside(deps, { ...at, signalId: 'citizens:ktp:1:u1', reason: 'Tidak ada' });
    await expect(unknown).rejects.toMatchObject({ code: 'annual-plan.not-found' });
    const learner: PersonPrincipal = { ...rina, roles: ['learner'] };
    for (const call of [
      listSignals(deps, { ...at, principal: learner }),
      setAside(deps, { ...at, principal: learner, signalId: low, reason: 'Tidak ada' }),
      bringBack(deps, { ...at, principal: learner, signalId: low }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'annual-plan.not-found' });
    }
    const lan = { ...rina, agencyId: 'lan' as AgencyId };
    expect((await listSignals(deps, { ...at, principal: lan })).some((one) => one.signalId === low)).toBe(
      false,
    );
  });

  it('are written down by hand, changed as read, and for years that can be planned', async () => {
    const basis = { kind: 'performance', title: 'Waktu layanan', detail: 'Target 3 hari, hasil 5' } as const;
    const note = await writeNote(deps, { ...at, basis });
    const changed = { ...basis, detail: 'Target 3 hari, hasil 4' };
    await writeNote(deps, { ...at, basis: changed, existing: { noteId: note.noteId, rev: 1 } });
    const late = writeNote(deps, { ...at, basis, existing: { noteId: note.noteId, rev: 1 } });
    await expect(late).rejects.toMatchObject({ code: 'annual-plan.changed' });
    const signal = (await listSignals(deps, at)).find(({ signalId }) => signalId === note.noteId);
    expect(signal).toMatchObject({ basis: changed, state: 'open', note: { rev: 2, changedBy: 'rina' } });
    const far = writeNote(deps, { ...at, year: 2030, basis });
    await expect(far).rejects.toMatchObject({ code: 'annual-plan.item-wrong' });
    const other = { ...rina, agencyId: 'lan' as AgencyId };
    const foreign = writeNote(deps, {
      ...{ ...at, principal: other, basis, existing: { noteId: note.noteId, rev: 2 } },
    });
    await expect(foreign).rejects.toMatchObject({ code: 'annual-plan.not-found' });
  });

  it('have one of four sources, of which the law names two', () => {
    expect(sources.filter(isStatutory)).toEqual(['competency-gap', 'performance-gap']);
    expect(sourceOf({ kind: 'performance', title: 'Waktu', detail: 'Lambat' })).toBe('performance-gap');
  });
});
