import type { AgencyId, Jp } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { readLedger } from '../read-ledger.ts';
import { nationalRules } from '../rules/national-rules.ts';
import type { YearRule } from '../rules/rule.ts';
import { creditWorld, sri } from '../testing/credit-world.ts';
import type { Attendance } from './attendance.ts';
import { countAttendance, estimateAttendance, unitOfForm, worthOfUnit } from './estimate-attendance.ts';
import { followAttendance } from './follow-attendance.ts';

const agencyId = 'bkn' as AgencyId;
const seminar: Attendance = {
  ...{ personId: sri, learningId: 'l1', agencyId, form: 'KL06', title: 'Seminar Arsip', abroad: false },
  ...{ startsOn: '2026-03-02', endsOn: '2026-03-03', count: 2, stands: true },
  verifiedAt: '2026-03-02T01:00:00.000Z',
};
const place = { personId: sri, learningId: 'l1' };

function world(attendance: Attendance = seminar) {
  const base = creditWorld();
  const records = new Map([[attendance.learningId, attendance]]);
  const attendances = { attendanceOf: async (_: string, id: string) => records.get(id) };
  const year = async (of = 2026) => readLedger(base, { personId: sri, year: of });
  return { ...base, attendances, records, year };
}

describe('what was learned elsewhere', () => {
  it.each<readonly [string, Partial<Attendance>, readonly [number, number, string?]]>([
    ['T1: a seminar of two days', {}, [800, 800]],
    [
      'T2: a workshop of three days abroad',
      { form: 'KL07', abroad: true, count: 3, endsOn: '2026-03-04' },
      [2100, 2100],
    ],
    [
      'T5: three sessions of coaching in a month',
      { form: 'NKL01', count: 3, endsOn: '2026-03-20' },
      [600, 400, 'cap_month'],
    ],
    [
      'T6: 40 JP of technical training abroad',
      { form: 'KL03', abroad: true, stated: 4000 as Jp, endsOn: '2026-03-08' },
      [4800, 4800],
    ],
    [
      'T8: two semesters of a degree',
      { form: 'PD01', count: 2, startsOn: '2025-08-01', endsOn: '2026-06-30' },
      [4000, 4000],
    ],
    ['e-learning elsewhere within its days', { form: 'NKL03', stated: 1000 as Jp }, [1000, 600, 'cap_day']],
    ['sessions over two months', { form: 'NKL01', count: 4, endsOn: '2026-04-20' }, [800, 800]],
    // The date of a certificate changes nothing unless a rule says so.
    ['a certificate of the next year', { certifiedOn: '2027-01-04' }, [800, 800]],
    ['a form without a rule', { form: 'KL12', stated: 1000 as Jp }, [0, 0, 'no_rule']],
  ])('%s', async (_, more, [computed, recognised, reason]) => {
    const w = world({ ...seminar, ...more });
    const line = { computed, recognised, reasons: reason === undefined ? [] : [reason] };
    expect(await estimateAttendance(w, { ...seminar, ...more })).toMatchObject(line);
    expect(await followAttendance(w, place)).toBe('earned');
    expect((await w.year())?.lines).toMatchObject([line]);
  });

  it('1.8.3: counts in the year of its certificate where the agency says so, and in that of its last day while that has no date', async () => {
    const late = { ...seminar, startsOn: '2026-12-30', endsOn: '2026-12-31', certifiedOn: '2027-01-04' };
    const w = world(late);
    await followAttendance(w, place);
    const sums = async () => [(await w.year(2026))?.total.recognised, (await w.year(2027))?.total.recognised];
    expect(await sums()).toEqual([800, 0]);
    const pnsRule = nationalRules.find((rule) => rule.kind === 'year' && rule.status === 'PNS') as YearRule;
    const scope = { kind: 'agency', agencyId } as const;
    const own = {
      ...pnsRule,
      ruleId: 'own',
      scope,
      countsBy: 'certificate-day',
      validFrom: '2026-01-01',
    } as const;
    await w.credit.addRule(own);
    expect(await sums()).toEqual([0, 800]);
    // Verified once more, without the date, and then with another one.
    const { certifiedOn: _, ...undated } = late;
    w.records.set('l1', { ...undated, verifiedAt: '2026-03-05T01:00:00.000Z' });
    expect(await followAttendance(w, place)).toBe('corrected');
    expect(await sums()).toEqual([800, 0]);
    w.records.set('l1', { ...late, certifiedOn: '2027-02-01', verifiedAt: '2026-03-06T01:00:00.000Z' });
    expect(await followAttendance(w, place)).toBe('corrected');
    expect(await followAttendance(w, place)).toBe('unchanged');
    expect(await sums()).toEqual([0, 800]);
  });

  it('L3: is one line however often and in how many places at once it is told', async () => {
    const w = world();
    const told = await Promise.all([1, 2, 3].map(() => followAttendance(w, place)));
    expect(told.filter((outcome) => outcome === 'earned')).toHaveLength(1);
    expect(await followAttendance(w, place)).toBe('unchanged');
    expect((await w.year())?.total).toMatchObject({ stated: 0, computed: 800, recognised: 800 });
  });

  it('L4: is reversed with the reason when it is taken back, and counts again as it is then', async () => {
    const w = world();
    await followAttendance(w, place);
    w.records.set('l1', { ...seminar, stands: false, because: 'Sertifikat palsu.' });
    w.clock.advance(1000);
    expect(await followAttendance(w, place)).toBe('reversed');
    expect(await followAttendance(w, place)).toBe('unchanged');
    expect(await w.year()).toMatchObject({
      total: { recognised: 0 },
      lines: [{ reasons: ['reversed'], account: { entries: [{}, { because: 'Sertifikat palsu.' }] } }],
    });
    w.records.set('l1', { ...seminar, count: 1 });
    w.clock.advance(1000);
    expect(await followAttendance(w, place)).toBe('corrected');
    expect((await w.year())?.total.recognised).toBe(400);
  });

  it('L4: counts as the form that it has proved to be, at home where it was not abroad', async () => {
    const w = world({ ...seminar, form: 'KL06', abroad: true });
    await followAttendance(w, place);
    expect((await w.year())?.total.recognised).toBe(1200);
    w.records.set('l1', { ...seminar, stands: false, because: 'Bukan di luar negeri.' });
    w.clock.advance(1000);
    await followAttendance(w, place);
    w.records.set('l1', { ...seminar, form: 'KL03', stated: 1600 as Jp });
    w.clock.advance(1000);
    expect(await followAttendance(w, place)).toBe('corrected');
    expect((await w.year())?.total.recognised).toBe(1600);
    expect((await w.year())?.lines).toMatchObject([{ account: { earned: { form: 'KL03', abroad: false } } }]);
  });

  it('L4: counts what it says now when it was taken back and verified again before the ledger heard of either', async () => {
    const w = world();
    await followAttendance(w, place);
    w.records.set('l1', { ...seminar, count: 1, abroad: true });
    w.clock.advance(1000);
    expect(await followAttendance(w, place)).toBe('corrected');
    expect(await followAttendance(w, place)).toBe('unchanged');
    expect((await w.year())?.total.recognised).toBe(600);
  });

  it('is nothing in the ledger before somebody has verified it', async () => {
    const w = world({ ...seminar, stands: false });
    expect(await followAttendance(w, place)).toBe('absent');
    expect(await followAttendance(w, { ...place, learningId: 'other' })).toBe('absent');
    expect((await w.year())?.lines).toEqual([]);
  });

  it('is counted in what the rules of its agency say', async () => {
    const w = world();
    const asked = { agencyId, form: 'KL06', on: '2026-03-02' } as const;
    expect(await unitOfForm(w, asked)).toBe('day');
    expect(await unitOfForm(w, { ...asked, form: 'KL12' })).toBeUndefined();
    const worthOf = (form: Attendance['form'], abroad = false) => worthOfUnit(w, { ...asked, form, abroad });
    expect([await worthOf('KL06'), await worthOf('KL06', true), await worthOf('PD01')]).toEqual([
      400, 600, 2000,
    ]);
    expect([await worthOf('KL03'), await worthOf('KL12')]).toEqual([undefined, undefined]);
    const days = { agencyId, abroad: false, startsOn: '2026-03-02', endsOn: '2026-03-04' };
    const counted = (more: Pick<Attendance, 'form'> & Partial<Attendance>) =>
      countAttendance(w, { ...days, stated: 2_000 as Jp, ...more });
    // Caps are the ledger's: of five sessions of coaching two count a month.
    expect(await counted({ form: 'NKL01', count: 5 })).toBe(1_000);
    expect([await counted({ form: 'KL06', count: 2 }), await counted({ form: 'KL03' })]).toEqual([
      800, 2_000,
    ]);
    expect([await counted({ form: 'KL03', abroad: true }), await counted({ form: 'KL12' })]).toEqual([
      ...[2_400, undefined],
    ]);
  });
});
