import type { AgencyId, Jp } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { HoldChanged } from './errors.ts';
import type { Attendance } from './external/attendance.ts';
import { estimateAttendance } from './external/estimate-attendance.ts';
import { followAttendance } from './external/follow-attendance.ts';
import { findLikeCourses } from './find-like-courses.ts';
import { followCompletion } from './follow-completion.ts';
import type { EntryId } from './ledger/entry.ts';
import type { CertificateOf } from './one-learning.ts';
import { readLedger } from './read-ledger.ts';
import { decideHold, listHolds } from './review-holds.ts';
import { budi, course, creditWorld, sri } from './testing/credit-world.ts';

const agencyId = 'bkn' as AgencyId;
const place = { personId: sri, learningId: 'l1' };
const certificate = { number: 'UI/2026/7', issuer: 'Universitas Indonesia' };
/** The course of the world, with another certificate and other days than the platform knows. */
const record: Attendance = {
  ...{ ...place, agencyId, form: 'KL03', title: 'ETIKA', abroad: false, stated: 800 as Jp },
  ...{ startsOn: '2026-03-02', endsOn: '2026-03-04', stands: true, verifiedAt: '2026-03-09T01:00:00.000Z' },
};

/** Of another issuer, months later. */
const later = { title: 'Ethics', startsOn: '2026-09-01', endsOn: '2026-09-02' };
const long = { ...later, certificate: { ...certificate, issuer: 'UI' } };
const short = { ...later, certificate: { number: '12', issuer: 'UI' } };

type Fact = 'course' | 'record';
const orders: readonly (readonly Fact[])[] = [
  ['course', 'record'],
  ['record', 'course'],
  ['course', 'record', 'record', 'course'],
  ['record', 'course', 'record', 'course', 'record'],
];

interface Given {
  readonly record?: Partial<Attendance>;
  readonly told?: readonly CertificateOf[];
}

function world({ record: more = {}, told }: Given = {}) {
  const base = creditWorld();
  const completion = { ...course, ...(told && { certificates: told }) };
  const records = new Map([['l1', { ...record, ...more }]]);
  base.complete(completion);
  const deps = { ...base, attendances: { attendanceOf: async (_: string, id: string) => records.get(id) } };
  const follow = async (facts: readonly Fact[]) => {
    for (const fact of facts) {
      await (fact === 'course' ? followCompletion(deps, 'r1') : followAttendance(deps, place));
      base.clock.advance(1000);
    }
  };
  const total = async () => (await readLedger(base, { personId: sri, year: 2026 }))?.total;
  const holds = async () => (await listHolds(base, { agencyId })).holds;
  const decide = (outcome: 'released' | 'rejected', rev = 1) =>
    decideHold(base, {
      ...{ principal: budi, personId: sri, about: 'external:l1' as EntryId },
      ...{ outcome, words: 'Sudah dibandingkan.', rev },
    });
  return { ...deps, records, completion, follow, total, holds, decide };
}

describe('one learning that is told here and elsewhere', () => {
  it.each(orders)(
    '1.8.5: counts once by its certificate, in whatever order it is told (%s …)',
    async (...order) => {
      const typed = { number: 'ui 2026-7', issuer: 'UNIVERSITAS INDONESIA' };
      const w = world({ record: { title: 'Ethics', certificate: typed }, told: [certificate] });
      await w.follow(order);
      expect(await w.total()).toMatchObject({ recognised: 100, held: 0 });
      expect(await w.holds()).toEqual([]);
      const lines = (await readLedger(w, { personId: sri, year: 2026 }))?.lines;
      expect(lines?.map(({ recognised, reasons }) => [recognised, reasons])).toEqual([
        [100, []],
        [0, ['duplicate']],
      ]);
    },
  );

  it('counts once also where the provider tells of the certificate long after both were counted', async () => {
    const w = world({ record: { title: 'Ethics', certificate } });
    await w.follow(['course', 'record']);
    expect(await w.total()).toMatchObject({ recognised: 900 });
    w.complete({ ...w.completion, certificates: [certificate] });
    expect(await followCompletion(w, 'r1')).toBe('corrected');
    expect(await followCompletion(w, 'r1')).toBe('unchanged');
    expect(await w.total()).toMatchObject({ recognised: 100 });
    // A provider that says it no more takes no certificate back.
    w.complete(w.completion);
    expect(await followCompletion(w, 'r1')).toBe('unchanged');
    expect(await w.total()).toMatchObject({ recognised: 100 });
  });

  it('counts by its certificate elsewhere while the course is taken back', async () => {
    const w = world({ record: { certificate }, told: [certificate] });
    await w.follow(['course', 'record']);
    w.complete({ ...w.completion, stands: false });
    await w.follow(['course']);
    expect(await w.total()).toMatchObject({ recognised: 800 });
    w.complete(w.completion);
    w.complete({ ...w.completion, certificates: [certificate] });
    await w.follow(['course']);
    expect(await w.total()).toMatchObject({ recognised: 100 });
  });

  it.each(orders)(
    '1.8.5: waits by title and days until somebody has looked, and the course counts (%s …)',
    async (...order) => {
      const w = world();
      await w.follow(order);
      expect(await w.total()).toMatchObject({ recognised: 100, held: 800 });
      const counted = { code: 'counted-already', line: 'r1', title: course.title };
      expect(await w.holds()).toMatchObject([
        { about: 'external:l1', reasons: [{ ...counted, startsOn: '2026-03-02', endsOn: '2026-03-02' }] },
      ]);
      await w.decide('rejected');
      await w.follow(order);
      expect(await w.total()).toMatchObject({ recognised: 100, held: 0 });
    },
  );

  it('is worth nothing to whoever looks at the record while it is held', async () => {
    const w = world();
    await w.follow(['course', 'record']);
    expect(await estimateAttendance(w, record)).toMatchObject({ recognised: 0, reasons: ['held'] });
    await w.decide('released');
    expect(await estimateAttendance(w, record)).toMatchObject({ recognised: 800, reasons: [] });
  });

  it('counts both where the agency finds them to be two, and asks no second time', async () => {
    const w = world();
    await w.follow(['record', 'course']);
    await w.decide('released');
    await w.follow(['record', 'course']);
    expect(await w.total()).toMatchObject({ recognised: 900, held: 0 });
    expect(await w.holds()).toEqual([]);
  });

  describe('where a second course comes that may be the same', () => {
    const second = { ...course, registration: 'r2', courseId: 'c2', completedAt: '2026-03-03T01:20:00.000Z' };
    const moments = course.moments.map((one) => ({
      ...one,
      at: '2026-03-03T01:00:00.000Z',
      storedAt: '2026-03-03T01:00:00.000Z',
    }));
    const come = async (w: ReturnType<typeof world>) => {
      w.complete({ ...second, moments });
      for (const _ of [1, 2]) await followCompletion(w, 'r2');
    };
    const reasonsIn = async (w: ReturnType<typeof world>) =>
      (await w.holds()).flatMap(({ reasons }) => reasons.map((one) => 'line' in one && one.line));

    it('asks about it again after another was released, and about it alone', async () => {
      const w = world();
      await w.follow(['record', 'course']);
      await w.decide('released');
      await come(w);
      expect(await reasonsIn(w)).toEqual(['r2']);
      expect(await w.total()).toMatchObject({ recognised: 200, held: 800 });
      const [open] = await w.holds();
      await w.decide('released', open?.rev ?? 0);
      await w.follow(['course', 'record']);
      await followCompletion(w, 'r2');
      expect(await w.total()).toMatchObject({ recognised: 1000, held: 0 });
      expect(await w.holds()).toEqual([]);
    });

    it('asks about both at once while the first waits, of a reviewer who has seen both', async () => {
      const w = world();
      await w.follow(['record', 'course']);
      await come(w);
      expect(await reasonsIn(w)).toEqual(['r1', 'r2']);
      await expect(w.decide('released', 1)).rejects.toThrow(HoldChanged);
      await w.decide('released', 2);
      expect(await w.total()).toMatchObject({ recognised: 1000, held: 0 });
    });

    it('keeps what was found of the first, also while that was taken back and is given again', async () => {
      const w = world();
      await w.follow(['record', 'course']);
      await w.decide('rejected');
      w.complete({ ...w.completion, stands: false });
      await w.follow(['course']);
      expect(await w.total()).toMatchObject({ recognised: 800 });
      await come(w);
      expect(await reasonsIn(w)).toEqual(['r2']);
      expect(await w.total()).toMatchObject({ recognised: 100, held: 800 });
      await w.decide('released', (await w.holds())[0]?.rev ?? 0);
      expect(await w.total()).toMatchObject({ recognised: 900 });
      w.complete(w.completion);
      await w.follow(['course']);
      expect(await w.total()).toMatchObject({ recognised: 200, held: 0 });
    });

    it('asks about both where both courses end at once', async () => {
      const w = world();
      await w.follow(['record']);
      w.complete({ ...second, moments });
      await Promise.all([followCompletion(w, 'r1'), followCompletion(w, 'r2')]);
      expect((await reasonsIn(w)).toSorted()).toEqual(['r1', 'r2']);
    });
  });

  it.each(['open', 'rejected'] as const)(
    'counts elsewhere (%s) where the course that it was held for is taken back',
    async (state) => {
      const w = world();
      await w.follow(['record', 'course']);
      if (state === 'rejected') await w.decide('rejected');
      w.complete({ ...w.completion, stands: false });
      await w.follow(['course']);
      expect(await w.total()).toMatchObject({ recognised: 800 });
      w.complete(w.completion);
      await w.follow(['course']);
      expect(await w.total()).toMatchObject({ recognised: 100 });
    },
  );

  it('is held once where both come at the same moment', async () => {
    const w = world();
    await Promise.all([followAttendance(w, place), followCompletion(w, 'r1'), followAttendance(w, place)]);
    expect(await w.total()).toMatchObject({ recognised: 100, held: 800 });
    expect(await w.holds()).toHaveLength(1);
  });

  it.each<readonly [string, Given['record'] & object, readonly string[]]>([
    ['the same title a week later', { startsOn: '2026-03-08', endsOn: '2026-03-09' }, ['title']],
    ['the same title a month later', { startsOn: '2026-04-08', endsOn: '2026-04-09' }, []],
    ['another title', { title: 'Etika pelayanan' }, []],
    [
      'its number by another issuer',
      { title: 'Ethics', certificate: { ...certificate, issuer: 'UI' } },
      ['number'],
    ],
    ['its certificate', { title: 'Ethics', certificate }, ['certificate']],
    ['its number by another issuer long after', long, ['number']],
    ['a short number by another issuer long after', short, []],
    [
      'another certificate with its title',
      { certificate: { ...certificate, number: 'UI/2026/8' } },
      ['title'],
    ],
  ])('knows %s', async (_, more, expected) => {
    const w = world({ told: [certificate, { number: '12', issuer: 'Universitas Indonesia' }] });
    await w.follow(['course']);
    const found = await findLikeCourses(w, { ...record, ...more });
    expect(found.map(({ by }) => by)).toEqual(expected);
  });

  it('is compared with courses alone: what was written down twice elsewhere is refused by its own claims', async () => {
    const w = world();
    w.records.set('l2', { ...record, learningId: 'l2' });
    await w.follow(['record']);
    await followAttendance(w, { ...place, learningId: 'l2' });
    expect(await w.holds()).toEqual([]);
  });
});
