import type { AgencyId, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import type { RecognitionId } from '@sinau/recognition';
import { memberOf, memoryMembers, memoryRecognitionStore, recognitionOf } from '@sinau/recognition/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import type { Fact } from './follow-fact.ts';
import type { FollowRecognitionDeps } from './follow-recognition.ts';
import { followRecognition } from './late-followers.ts';

const at = '2026-03-02T01:00:00.000Z';
const [sri, budi] = ['sri' as PersonId, 'budi' as PersonId];
const bkn = 'bkn' as AgencyId;

function world() {
  const recognitions = memoryRecognitionStore();
  const notices = memoryNoticeStore();
  const assessed = [
    { competencyId: 'M1', level: 2, assessedOn: '2026-01-01', method: 'competency-test', recordedAt: at },
    { competencyId: 'M1', level: 3, assessedOn: '2026-02-01', method: 'competency-test', recordedAt: at },
  ];
  const requiredNow = new Map([['M1', 3]]);
  const parts = {
    ...{ recognitions, members: memoryMembers([memberOf('sri')]), clock: fixedClock(at) },
    assessments: { of: async () => ({ assessed, requiredNow }) },
  };
  const people = ['sri', 'budi', 'adi'].map((name) => ({
    ...{ personId: name, name: name.toUpperCase(), email: `${name}@contoh.example`, locale: 'id' },
    ...{ home: { kind: 'agency', agencyId: bkn }, status: 'active', roles: ['agency-admin'] },
  }));
  const deps = {
    ...{ notices, clock: fixedClock(at), onMailFailure: () => {}, recognition: async () => parts },
    mail: { send: async () => undefined },
    people: {
      find: async (id: string) => people.find(({ personId }) => personId === id),
      listHolders: holdersIn(() => people),
    },
  } as unknown as FollowRecognitionDeps;
  const inbox = async (personId: string) =>
    (await notices.list({ personId: personId as PersonId, limit: 10 })).map(({ kind, params }) => ({
      ...{ kind, ...params },
    }));
  return { recognitions, deps, inbox };
}
let now: ReturnType<typeof world>;
beforeEach(() => {
  now = world();
});
const moved = (to: 'proposed' | 'granted' | 'declined' | 'undone', rev = 1): Fact => ({
  ...{ eventId: `recognition-moved:sri:n-1:${rev}`, type: 'recognition-moved', occurredAt: at },
  ...{ personId: sri, recognition: 'n-1', to, rev },
});

describe('recognition follows facts', () => {
  it('of teaching and of assessments', async () => {
    const { recognitions, deps } = now;
    await followRecognition(deps, {
      ...{ eventId: 't', type: 'teaching-shared', occurredAt: at, shareId: 's1', revision: 1, personId: sri },
      ...{ agencyId: bkn, form: 'mentoring', minutes: 180, on: '2026-01-01', title: 'Mentoring' },
      withdrawn: false,
    });
    await followRecognition(deps, {
      ...{ eventId: 'a', type: 'competency-assessed', occurredAt: at, personId: sri },
      ...{ competency: 'M1', change: 'recorded', by: 'adi' },
    });
    const { recognitions: all } = await recognitions.book(sri);
    expect(all.map(({ recognitionId }) => recognitionId).toSorted()).toEqual([
      ...['improvement-M1-2026-02-01-competency-test', 'teaching-2026-1'],
    ]);
  });

  it('tells administrators of a proposal, but not those it is about or by', async () => {
    const { recognitions, deps, inbox } = now;
    await recognitions.step({ after: recognitionOf({ state: 'proposed' }) });
    for (const _ of [1, 2]) await followRecognition(deps, moved('proposed'));
    expect(await inbox('adi')).toMatchObject([{ kind: 'recognition-proposed', person: 'SRI', by: 'Budi' }]);
    expect([await inbox('sri'), await inbox('budi')]).toEqual([[], []]);
  });

  it('tells the person what they got, the proposer what was decided, and nobody of what was declined about them', async () => {
    const { recognitions, deps, inbox } = now;
    await recognitions.step({ after: recognitionOf() });
    await followRecognition(deps, moved('granted'));
    expect(await inbox('sri')).toMatchObject([
      { kind: 'recognition-moved', to: 'granted', origin: 'people' },
    ]);
    expect(await inbox('budi')).toMatchObject([{ kind: 'recognition-decided', to: 'granted' }]);
    const other = world();
    const reason = 'Belum konkret';
    const steps = [{ to: 'declined', at, by: { id: 'adi' as PersonId, name: 'Adi' }, reason }] as const;
    await other.recognitions.step({ after: recognitionOf({ state: 'declined', steps }) });
    await followRecognition(other.deps, moved('declined'));
    expect(await other.inbox('sri')).toEqual([]);
    expect(await other.inbox('budi')).toMatchObject([{ to: 'declined', reason }]);
    // What has gone on since is told by its own fact.
    await followRecognition(other.deps, moved('granted', 2));
    expect(await other.inbox('sri')).toEqual([]);
    const place = { personId: sri, recognitionId: 'n-1' as RecognitionId };
    expect((await other.recognitions.find(place))?.origin).toMatchObject({ by: { id: budi } });
  });
});
