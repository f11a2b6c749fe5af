import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Assessed } from './improvement.ts';
import {
  countOfAgency,
  decide,
  followAssessed,
  followTeaching,
  listOfAgency,
  nominate,
  OwnRecognition,
  RecognitionChanged,
  RecognitionNotFound,
  RecognitionSettled,
  readOfAgency,
  readOwn,
  readTeam,
  readUnit,
  recall,
  showTo,
  TooManyNominations,
  teachingRules,
  undo,
} from './index.ts';
import type { Place } from './ports.ts';
import type { RecognitionId } from './recognition.ts';
import { memberOf, memoryMembers, memoryRecognitionStore, recognitionOf } from './testing/index.ts';

const [bkn, lan] = ['bkn', 'lan'] as AgencyId[] as [AgencyId, AgencyId];
const clock = fixedClock('2026-03-03T01:00:00.000Z');
const members = memoryMembers([
  memberOf('sri', { supervisorId: 'boss' as PersonId, unitId: 'u1' }),
  ...[memberOf('budi'), memberOf('boss'), memberOf('adi'), memberOf('ani', { unitId: 'u2' })],
  memberOf('lina', { agencyId: lan }),
]);
const person = (name: string, over: Partial<PersonPrincipal> = {}): PersonPrincipal => ({
  ...{ kind: 'person', personId: name as PersonId, name, roles: ['learner'], agencyId: bkn },
  ...over,
});
const admin = (name: string, agencyId = bkn) => person(name, { roles: ['agency-admin'], agencyId });
const nomination = {
  value: 'harmonious',
  behaviour: 'Mendampingi rekan baru selama dua minggu di loket layanan.',
} as const;

function world() {
  const recognitions = memoryRecognitionStore();
  const found = {
    assessed: [] as Assessed[],
    requiredNow: new Map([
      ['M1', 3],
      ['M7', 3],
    ]),
  };
  return { recognitions, members, clock, ids: countedIds(), found, assessments: { of: async () => found } };
}
let deps: ReturnType<typeof world>;
beforeEach(() => {
  deps = world();
});
const sri = 'sri' as PersonId;
const share = (over: Partial<Parameters<typeof followTeaching>[1]> = {}) => ({
  ...{ shareId: 's1', revision: 1, personId: sri, agencyId: bkn, form: 'coaching' as const, minutes: 200 },
  ...{ on: '2026-02-01', title: 'Coaching arsip', withdrawn: false, occurredAt: '2026-02-01T05:00:00.000Z' },
  ...over,
});
const granted = async (of = deps) =>
  (await of.recognitions.book(sri)).recognitions
    .filter(({ state }) => state === 'granted')
    .map(({ recognitionId, value, agencyId, year }) => ({ recognitionId, value, agencyId, year }))
    .toSorted((a, b) => a.recognitionId.localeCompare(b.recognitionId));

describe('teaching others', () => {
  it('is recognised by steps of minutes in a year, once, and not by a minute less', async () => {
    await followTeaching(deps, share({ minutes: 179 }));
    expect(await granted()).toEqual([]);
    await followTeaching(deps, share({ shareId: 's2', minutes: 1 }));
    const first = { recognitionId: 'teaching-2026-1', value: 'competent', agencyId: bkn, year: 2026 };
    expect(await granted()).toEqual([first]);
    for (const _ of [1, 2])
      await await followTeaching(deps, share({ shareId: 's3', minutes: 420, on: '2026-02-02' }));
    expect(await granted()).toEqual([first, { ...first, recognitionId: 'teaching-2026-2' }]);
    // Another year begins anew, and a year without a rule has none.
    await followTeaching(deps, share({ shareId: 's4', minutes: 500, on: '2025-12-31' }));
    await followTeaching(deps, share({ shareId: 's5', minutes: 179, on: '2027-01-01' }));
    expect(await granted()).toHaveLength(2);
    const own = await readOwn(deps, { principal: person('sri') });
    expect(own.teaching).toMatchObject({ year: 2026, minutes: 600, next: 1_500, rule: teachingRules[0] });
  });

  it('counts a working day of one day at most, however many meetings say that they were in it', async () => {
    // Four meetings of a whole day, all of them on the same one.
    for (const n of [1, 2, 3, 4]) await followTeaching(deps, share({ shareId: `m${n}`, minutes: 480 }));
    expect((await granted()).map(({ recognitionId }) => recognitionId)).toEqual(['teaching-2026-1']);
    const teachingOf = async () => (await readOwn(deps, { principal: person('sri') })).teaching;
    expect(await teachingOf()).toMatchObject({ minutes: 480, next: 600, shares: { length: 4 } });
    // One of them goes, and the day is as full as before; another day counts beside it.
    await followTeaching(deps, share({ shareId: 'm1', revision: 2, minutes: 480, withdrawn: true }));
    await followTeaching(deps, share({ shareId: 'm5', minutes: 120, on: '2026-02-02' }));
    expect(await teachingOf()).toMatchObject({ minutes: 600, next: 1_500 });
    expect(await granted()).toHaveLength(2);
  });

  it('is taken back with the share and given back with it; what the agency took back stays so', async () => {
    await followTeaching(deps, share());
    await followTeaching(deps, share({ revision: 3, withdrawn: true }));
    await followTeaching(deps, share({ revision: 2, minutes: 900 }));
    expect(await granted()).toEqual([]);
    expect((await readOwn(deps, { principal: person('sri') })).gone).toHaveLength(1);
    await followTeaching(deps, share({ revision: 4 }));
    expect(await granted()).toHaveLength(1);
    const place = { personId: sri, recognitionId: 'teaching-2026-1' as RecognitionId };
    await undo(deps, { principal: admin('adi'), place, reason: 'Tidak terjadi' });
    await followTeaching(deps, share({ revision: 5, minutes: 300 }));
    expect(await granted()).toEqual([]);
  });

  it('comes to the same in any order of arrival, with facts that come twice and at once', async () => {
    const word = fc.record({
      shareId: fc.constantFrom('a', 'b', 'c', 'd'),
      revision: fc.integer({ min: 1, max: 4 }),
      minutes: fc.constantFrom(60, 120, 180, 420, 900),
      on: fc.constantFrom('2026-01-01', '2026-06-30', '2026-12-31', '2027-01-01'),
      agencyId: fc.constantFrom(bkn, lan),
      withdrawn: fc.boolean(),
    });
    const unique = fc.uniqueArray(word, {
      maxLength: 12,
      selector: ({ shareId, revision }) => `${shareId} ${revision}`,
    });
    const histories = unique.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.subarray(all),
        fc.boolean(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(histories, async ([all, mixed, twice, atOnce]) => {
        const [plain, other] = [world(), world()];
        for (const one of all) await followTeaching(plain, share(one));
        const arriving = [...mixed, ...twice];
        if (atOnce) await settleAll(arriving.map((one) => () => followTeaching(other, share(one))));
        else for (const one of arriving) await followTeaching(other, share(one));
        expect(await granted(other)).toEqual(await granted(plain));
        for (const agencyId of [bkn, lan]) {
          const counts = async (of: typeof deps) =>
            countOfAgency(of, { principal: admin('adi', agencyId), year: 2026 });
          expect(await counts(other)).toEqual(await counts(plain));
        }
      }),
      { numRuns: 120, seed: 20_26 },
    );
  });
});

/** All at once; what was given up is delivered again, as a stream does. */
async function settleAll(all: readonly (() => Promise<void>)[]): Promise<void> {
  let left = all;
  while (left.length > 0) {
    const outcomes = await Promise.allSettled(left.map((run) => run()));
    left = left.filter((_, n) => outcomes[n]?.status === 'rejected');
  }
}

/** Day, and how. */
type Found = readonly [string, string?];

describe('verified improvement', () => {
  const assess = (competencyId: string, level: number, [assessedOn, method = 'competency-test']: Found) =>
    deps.found.assessed.push({
      ...{ competencyId, level, assessedOn, method },
      recordedAt: `${assessedOn}T05:00:00.000Z`,
    });
  const follow = () => followAssessed(deps, { personId: sri });

  it('is a gap that was found and that another assessment found closed', async () => {
    assess('M1', 3, ['2026-02-01']);
    await follow();
    expect(await granted()).toEqual([]);
    assess('M1', 2, ['2026-01-01', 'supervisor']);
    assess('M7', 1, ['2026-01-01']);
    assess('M7', 2, ['2026-01-15']);
    for (const _ of [1, 2]) await follow();
    const m1 = { recognitionId: 'improvement-M1-2026-02-01-competency-test', agencyId: bkn, year: 2026 };
    expect(await granted()).toEqual([{ ...m1, value: 'competent' }]);
    assess('M7', 4, ['2026-02-02', 'assessment-center']);
    await follow();
    expect((await granted())[1]).toMatchObject({ value: 'adaptive' });
  });

  it('is never one’s own word (case L14)', async () => {
    assess('M1', 1, ['2026-01-01']);
    assess('M1', 5, ['2026-02-01', 'self']);
    await follow();
    expect(await granted()).toEqual([]);
    deps.found.assessed.splice(0);
    assess('M1', 1, ['2026-01-01', 'self']);
    assess('M1', 5, ['2026-02-01']);
    await follow();
    expect(await granted()).toEqual([]);
  });

  it('goes with its assessment and stays when the standard changes', async () => {
    assess('M1', 2, ['2026-01-01']);
    assess('M1', 3, ['2026-02-01']);
    await follow();
    deps.found.requiredNow.set('M1', 5);
    await follow();
    expect(await granted()).toHaveLength(1);
    deps.found.assessed.splice(0, 1);
    await follow();
    expect(await granted()).toEqual([]);
  });

  it('that was erased does not come back with the next assessment, taken back or not; what is found later counts', async () => {
    assess('M1', 2, ['2026-01-01']);
    assess('M1', 3, ['2026-02-01']);
    assess('M7', 2, ['2026-01-01']);
    assess('M7', 3, ['2026-02-01']);
    await follow();
    const place = {
      personId: sri,
      recognitionId: 'improvement-M7-2026-02-01-competency-test' as RecognitionId,
    };
    await undo(deps, { principal: admin('adi'), place, reason: 'Salah orang' });
    await deps.recognitions.forget(sri, '2026-02-10T01:00:00.000Z');
    assess('M1', 2, ['2026-02-11']);
    await follow();
    expect((await deps.recognitions.book(sri)).recognitions).toEqual([]);
    assess('M1', 3, ['2026-02-12']);
    await follow();
    expect((await granted()).map(({ recognitionId }) => recognitionId)).toEqual([
      'improvement-M1-2026-02-12-competency-test',
    ]);
  });

  it('and teaching that was told before an erasure counts no more, however late it is told', async () => {
    await followTeaching(deps, share());
    await deps.recognitions.forget(sri, '2026-02-10T01:00:00.000Z');
    await followTeaching(deps, share({ revision: 2 }));
    expect(await deps.recognitions.book(sri)).toMatchObject({ shares: [], recognitions: [] });
    await followTeaching(deps, share({ shareId: 's2', occurredAt: '2026-02-10T02:00:00.000Z' }));
    expect(await granted()).toHaveLength(1);
  });
});

describe('recognition by people', () => {
  const propose = (by = 'budi', of = 'sri') =>
    nominate(deps, { principal: person(by), personId: of as PersonId, nomination });
  const grant = (place: Place, by = admin('adi')) =>
    decide(deps, { principal: by, place, decision: { to: 'granted' } });

  it('C7: nobody proposes themselves, and nobody decides about their own or what they proposed', async () => {
    await expect(propose('sri', 'sri')).rejects.toThrow(OwnRecognition);
    const proposal = await propose();
    await expect(grant(proposal, admin('sri'))).rejects.toThrow(OwnRecognition);
    await expect(grant(proposal, admin('budi'))).rejects.toThrow(OwnRecognition);
    await expect(grant(proposal, admin('lina', lan))).rejects.toThrow(RecognitionNotFound);
    await expect(grant(proposal, person('adi'))).rejects.toThrow(RecognitionNotFound);
    expect((await deps.recognitions.find(proposal))?.state).toBe('proposed');
    // Not told of before it is granted, nor to an administrator it is about.
    expect((await readOwn(deps, { principal: person('sri') })).granted).toEqual([]);
    await expect(readOfAgency(deps, { principal: admin('sri'), place: proposal })).rejects.toThrow(
      RecognitionNotFound,
    );
    const page = { limit: 10 };
    const listed = async (name: string) =>
      (await listOfAgency(deps, { principal: admin(name), list: 'waiting', page })).recognitions;
    expect(await listed('sri')).toEqual([]);
    expect(await listed('adi')).toHaveLength(1);
    await grant(proposal);
    await expect(grant(proposal)).rejects.toThrow(RecognitionSettled);
    await expect(
      undo(deps, { principal: admin('sri'), place: proposal, reason: 'Karena saya' }),
    ).rejects.toThrow(OwnRecognition);
  });

  it('is of colleagues of one agency, says who is their supervisor, and tells no number or address', async () => {
    await expect(propose('budi', 'lina')).rejects.toThrow(RecognitionNotFound);
    await expect(propose('budi', 'nobody')).rejects.toThrow(RecognitionNotFound);
    expect((await propose()).origin).toMatchObject({ by: { id: 'budi', as: 'colleague' } });
    expect((await propose('boss')).origin).toMatchObject({ by: { as: 'supervisor' } });
    const told = await nominate(deps, {
      ...{ principal: person('budi'), personId: sri },
      nomination: { ...nomination, behaviour: 'Membantu rekan 198001012005011001 di loket.' },
    });
    expect(told.origin).toMatchObject({ behaviour: 'Membantu rekan […] di loket.' });
  });

  it('is limited to five proposals a month', async () => {
    for (let n = 0; n < 5; n += 1) await propose();
    await expect(propose()).rejects.toThrow(TooManyNominations);
    expect((await propose('boss')).rev).toBe(1);
  });

  it('is taken back by its proposer while it waits, and by the agency with a reason', async () => {
    const proposal = await propose();
    await expect(recall(deps, { principal: person('ani'), place: proposal })).rejects.toThrow(
      RecognitionNotFound,
    );
    await recall(deps, { principal: person('budi'), place: proposal });
    await expect(grant(proposal)).rejects.toThrow(RecognitionSettled);
    const other = await propose();
    await grant(other);
    await expect(recall(deps, { principal: person('budi'), place: other })).rejects.toThrow(
      RecognitionSettled,
    );
    await undo(deps, { principal: admin('adi'), place: other, reason: 'Orang yang lain' });
    const { granted: now, gone } = await readOwn(deps, { principal: person('sri') });
    expect([now.length, gone[0]?.steps.at(-1)?.reason]).toEqual([0, 'Orang yang lain']);
    const declined = await propose();
    const decision = { to: 'declined', reason: 'Belum konkret' } as const;
    await decide(deps, { principal: admin('adi'), place: declined, decision });
    const { proposed } = await readOwn(deps, { principal: person('budi') });
    expect(proposed.find(({ state }) => state === 'declined')?.steps.at(-1)?.reason).toBe('Belum konkret');
    expect((await readOwn(deps, { principal: person('sri') })).gone).toHaveLength(1);
  });

  it('is decided by one of two who decide at once', async () => {
    const proposal = await propose();
    const outcomes = await Promise.allSettled([grant(proposal), grant(proposal, admin('ani'))]);
    const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failed).toHaveLength(1);
    expect([RecognitionChanged, RecognitionSettled]).toContain(failed[0].constructor);
  });

  it('is seen by the person and their supervisor, and by the unit when they want it', async () => {
    const proposal = await propose();
    await grant(proposal);
    const unitOf = async (name: string) =>
      (await readUnit(deps, { principal: person(name), page: { limit: 10 } })).lines.length;
    const team = await readTeam(deps, { principal: person('boss') });
    expect(team).toMatchObject([{ member: { personId: 'sri' }, granted: [{ value: 'harmonious' }] }]);
    expect(await readTeam(deps, { principal: person('budi') })).toEqual([]);
    expect(await unitOf('budi')).toBe(0);
    const { recognitionId } = proposal;
    await expect(showTo(deps, { principal: person('budi'), recognitionId, shownTo: 'unit' })).rejects.toThrow(
      RecognitionNotFound,
    );
    await showTo(deps, { principal: person('sri'), recognitionId, shownTo: 'unit' });
    expect([await unitOf('budi'), await unitOf('ani'), await unitOf('lina')]).toEqual([1, 0, 0]);
    await showTo(deps, { principal: person('sri'), recognitionId, shownTo: 'supervisor' });
    expect(await unitOf('budi')).toBe(0);
  });

  it('P3: is counted by value and unit, and groups below five are not told', async () => {
    const add = async (n: number, over: Parameters<typeof recognitionOf>[0]) => {
      const recognitionId = `n-${n}` as RecognitionId;
      await deps.recognitions.step({ after: recognitionOf({ recognitionId, ...over }) });
    };
    const count = () => countOfAgency(deps, { principal: admin('adi'), year: 2026 });
    for (let n = 0; n < 4; n += 1) await add(n, {});
    expect((await count()).total).toBeUndefined();
    for (let n = 4; n < 12; n += 1) await add(n, { unitId: n < 6 ? 'u2' : 'u3' });
    await add(20, { value: 'loyal' });
    const { total, byUnit, byValue } = await count();
    expect(total).toBe(13);
    // Five, two and six: the two is hidden, and the five with it.
    expect(byUnit).toEqual([{ key: 'u3', count: 6 }, { key: 'u1' }, { key: 'u2' }]);
    expect(byValue.find(({ key }) => key === 'loyal')).toEqual({ key: 'loyal' });
    expect(byValue.find(({ key }) => key === 'harmonious')).toEqual({ key: 'harmonious' });
    await expect(countOfAgency(deps, { principal: person('adi'), year: 2026 })).rejects.toThrow(
      RecognitionNotFound,
    );
  });
});
