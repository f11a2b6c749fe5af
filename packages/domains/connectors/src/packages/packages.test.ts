import type { PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { outcomeOf } from '@sinau/rostering';
import { describe, expect, it } from 'vitest';
import { createPackageAdapter } from '../adapters/one-roster-package/package-adapter.ts';
import { readPackageFile } from '../adapters/one-roster-package/read-package-file.ts';
import type { Connection } from '../connection.ts';
import { AdapterFailure } from '../ports.ts';
import { versionOf } from '../results/index.ts';
import { runBatch, runSync, type SyncParty, startBatch } from '../sync/index.ts';
import {
  type FakePackage,
  memoryConnectionStore,
  memoryCourseDesk,
  memoryPackageStore,
  memoryResultStore,
  memorySyncStore,
  packageBytes,
  sampleConnection,
  samplePackage,
} from '../testing/index.ts';
import { type SendOutcome, sendPackage, showPackages, takePackageResults } from './index.ts';

const author = (providerId: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: 'rina' as never, name: 'Rina', roles: ['provider-author'] },
  providerId: providerId as ProviderId,
});
const party: SyncParty = { kind: 'person', id: 'rina', name: 'Rina' };
const pseudonym = 'ab'.repeat(32);
const ids = 'sourcedId,status,dateLastModified';
/** Two people in one class, one of whom is known here. */
const people: FakePackage = {
  users: [
    `${ids},enabledUser,username,givenName,familyName,identifier`,
    `user-r,,,true,rina,R,L,${pseudonym}`,
    'user-l,,,true,lukman,L,R,198503122009011004',
  ],
  enrollments: [
    `${ids},classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate`,
    'e1,,,class-1,org-1,user-r,student,,,',
    'e2,,,class-1,org-1,user-l,student,,,',
  ],
  lineItems: [
    `${ids},title,classSourcedId,resultValueMin,resultValueMax`,
    'item-1,,,Nilai akhir,class-1,0,100',
  ],
  results: [
    `${ids},lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment`,
    'result-1,,,item-1,user-r,fully graded,87.5,2026-12-20,',
    'result-2,,,item-1,user-l,fully graded,60,2026-12-20,',
  ],
};

async function world() {
  const connections = memoryConnectionStore();
  const { moodle: _, sealedSecrets: __, ...bare } = sampleConnection();
  const connection: Connection = { ...bare, kind: 'oneroster-csv' };
  await connections.create(connection);
  const [packages, results, told] = [memoryPackageStore(), memoryResultStore(nodeDigest), [] as string[]];
  let packageId = '';
  const deps = {
    ...{ connections, packages, results, clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
    packageFiles: { read: readPackageFile },
    packageFollowUp: {
      readCatalogue: async () => void told.push('catalogue'),
      takeResults: async (___: Connection, sent: { readonly packageId: string }) => {
        packageId = sent.packageId;
        told.push('results');
      },
      compare: async () => void told.push('compare'),
    },
  };
  const { connectionId, providerId } = connection;
  const at = { principal: author(providerId), connectionId };
  const send = (files: FakePackage, given: Parameters<typeof packageBytes>[1] = {}) =>
    sendPackage(deps, { ...at, name: 'C:\\kirim\\ganjil.zip', bytes: packageBytes(files, given) });
  const [sync, desk] = [memorySyncStore(), memoryCourseDesk()];
  const adapter = () => createPackageAdapter(packages, connectionId);
  let seconds = 0;
  const syncDeps = {
    ...{ sync, desk, connections, ids: systemIds, digest: nodeDigest },
    clock: {
      now: () => {
        seconds += 1;
        return new Date(Date.UTC(2026, 8, 2) + seconds * 1_000);
      },
    },
    adapters: { adapterOf: async () => adapter() },
    queueBatch: async () => {},
  };
  return {
    ...{ deps, told, at, send, adapter, desk, results, connection },
    show: () => showPackages(deps, at),
    run: () => runSync(syncDeps, { connectionId }),
    acceptAll: async () => {
      const request = { lists: ['new' as const, 'changed' as const, 'withdrawn' as const], submit: false };
      const batch = await startBatch(syncDeps, { connection, by: party, request });
      while ((await runBatch(syncDeps, { connectionId, batchId: batch.batchId })) === 'more');
    },
    take: async (atMost = 100) => {
      let from: number | undefined = 0;
      while (from !== undefined) {
        from = await takePackageResults(deps, { connectionId, packageId, from, atMost });
      }
      return (await results.list({ providerId, limit: 100 })).results;
    },
  };
}

const problemsOf = (outcome: SendOutcome) =>
  outcome.outcome === 'refused'
    ? outcome.findings.map(({ problem, file = '' }) => `${problem} ${file}`.trim())
    : [];
const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
};

describe('a package of a university', () => {
  it('is its catalogue from then on, staged like any other and the same when it is sent twice', async () => {
    const { send, run, acceptAll, told, desk } = await world();
    expect(await send(samplePackage(8))).toMatchObject({
      outcome: 'taken',
      package: { name: 'ganjil.zip', version: '1.2', systemName: 'SIAKAD Contoh' },
    });
    expect(told).toEqual(['catalogue']);
    expect(await run()).toMatchObject({ state: 'done', scope: 'all', counts: { new: 8 } });
    await acceptAll();
    expect(desk.courses.size).toBe(8);
    const again = await send(samplePackage(8));
    if (again.outcome === 'refused') throw new Error('refused');
    expect(again.package.files.every(({ changed }) => !changed)).toBe(true);
    expect(await run()).toMatchObject({ state: 'done', counts: { new: 0, changed: 0, same: 8 } });
  });

  it('withdraws by bulk what is missing, and by delta what is to be deleted, and nothing else', async () => {
    const { send, run, acceptAll } = await world();
    await send(samplePackage(10));
    await run();
    await acceptAll();
    await send(samplePackage(9));
    expect(await run()).toMatchObject({ counts: { withdrawn: 1, same: 9 } });
    await acceptAll();
    const { classes = [] } = samplePackage(3);
    const at = '2026-09-01T00:00:00.000Z';
    const delta = {
      classes: [
        ...classes.slice(0, 1),
        `class-1,active,${at},Judul baru,,course-1,,scheduled,,org-1,term-1,,,`,
        `class-2,tobedeleted,${at},,,,,,,,,,,`,
      ],
    };
    expect(await send(delta, { mode: 'delta' })).toMatchObject({ outcome: 'taken' });
    expect(await run()).toMatchObject({ counts: { changed: 1, withdrawn: 1, same: 7, hidden: 1 } });
  });

  it('asks a person when a bulk has lost most of what there was', async () => {
    const { send, run, acceptAll } = await world();
    await send(samplePackage(10));
    await run();
    await acceptAll();
    await send(samplePackage(2));
    expect(await run()).toMatchObject({ withdrawals: 'held', counts: { withdrawn: 0 } });
  });

  it('changes nothing when it is broken or half, and says what was wrong until another is taken', async () => {
    const { send, show, told, adapter } = await world();
    await send(samplePackage(3));
    const [before, courses] = [await show(), await all(adapter().readCourses())];
    const { classes = [], ...rest } = samplePackage(5);
    const broken = {
      ...rest,
      classes: [...classes.slice(0, 3), 'class-9,,,Kelas 9,,course-99,,scheduled,,org-1,term-1,,,'],
    };
    expect(problemsOf(await send(broken))).toEqual(['reference-unknown classes.csv']);
    expect(problemsOf(await send(rest, { manifest: ['propertyName,value'] }))).toEqual([
      'version-wrong manifest.csv',
      'version-wrong manifest.csv',
    ]);
    const after = await show();
    expect(after).toMatchObject({
      contents: before.contents,
      packages: before.packages,
      refused: { name: 'ganjil.zip', total: 2 },
    });
    expect(await all(adapter().readCourses())).toEqual(courses);
    expect(told).toEqual(['catalogue']);
    await send(samplePackage(3));
    expect((await show()).refused).toBeUndefined();
  });

  it('is refused as a delta before there is anything that it changes', async () => {
    const { send, adapter } = await world();
    const at = '2026-09-01T00:00:00.000Z';
    const courses = [`${ids},title,courseCode`, `course-1,active,${at},Etika,ADM310`];
    expect(problemsOf(await send({ courses }, { mode: 'delta' }))).toEqual(['delta-first courses.csv']);
    await expect(all(adapter().readCourses())).rejects.toBeInstanceOf(AdapterFailure);
  });

  it('brings scores of the people who are known here alone, once however often it comes', async () => {
    const { send, take, told } = await world();
    expect(await send({ ...samplePackage(2), ...people })).toMatchObject({
      package: { people: { all: 2, known: 1 } },
    });
    // Whoever has taken the results begins the comparison.
    expect(told).toEqual(['catalogue', 'results']);
    const [first, ...others] = await take(1);
    expect(others).toEqual([]);
    expect(first?.event).toMatchObject({
      source: 'file',
      about: { externalCourseId: 'class-1', externalLearnerId: 'user-r', subject: pseudonym },
      result: { kind: 'score', given: 87.5, maximum: 100, isFinal: true },
    });
    await send({ ...samplePackage(2), ...people });
    expect(await take()).toHaveLength(1);
    const results = (people.results ?? []).map((line) => line.replace('87.5,2026-12-20', '90,2026-12-22'));
    await send({ results });
    expect(await take()).toHaveLength(2);
  });

  it('corrects a score of the same day, and back again, and a package without scores says none anew', async () => {
    const { deps, send, take } = await world();
    const learners = Array.from({ length: 12 }, (_, n) => `user-${n}`);
    const [userHeads = '', ...__] = people.users ?? [];
    const [resultHeads = ''] = people.results ?? [];
    const users = learners.map(
      (id, n) => `${id},,,true,${id},R,L,${`${n % 10}`.repeat(63)}${n > 9 ? 'a' : 'b'}`,
    );
    const graded = (score: number) => ({
      results: [
        resultHeads,
        ...learners.map((id) => `of-${id},,,item-1,${id},fully graded,${score},2026-06-20,`),
      ],
    });
    const base = { ...samplePackage(2), ...people, users: [userHeads, ...users] };
    const enrollments = [
      ...(people.enrollments ?? []).slice(0, 1),
      ...learners.map((id) => `e-${id},,,class-1,org-1,${id},student,,,`),
    ];
    for (const [n, score] of [55, 85, 55].entries()) {
      expect(await send({ ...base, enrollments, ...graded(score) })).toMatchObject({ outcome: 'taken' });
      const all = await take();
      const standing = learners.map((id) => {
        const own = all.filter(
          ({ event: { about } }) => 'externalLearnerId' in about && about.externalLearnerId === id,
        );
        return outcomeOf(own.map(versionOf), { by: 'score' }).score?.what.given;
      });
      expect(standing).toEqual(learners.map(() => score));
      if (n === 2) {
        const before = JSON.stringify(all);
        deps.clock.advance(60_000);
        await send(samplePackage(3));
        expect(JSON.stringify(await take())).toBe(before);
      }
      deps.clock.advance(60_000);
    }
  });

  it('leaves its results to the package that came after it', async () => {
    const { deps, send, at, results, connection } = await world();
    await send({ ...samplePackage(2), ...people });
    const old = { connectionId: connection.connectionId, packageId: 'another', from: 0, atMost: 10 };
    expect(await takePackageResults(deps, old)).toBeUndefined();
    expect(
      (await results.list({ providerId: at.principal.providerId as ProviderId, limit: 9 })).results,
    ).toEqual([]);
  });

  it('is the roster that is compared with ours, and none where it was never sent', async () => {
    const { send, adapter } = await world();
    await send(samplePackage(2));
    await expect(all(adapter().readEnrolments('class-1'))).rejects.toMatchObject({
      reason: 'function-missing',
    });
    const { users = [], enrollments = [] } = people;
    await send({ users, enrollments });
    expect(await all(adapter().readEnrolments('class-1'))).toEqual([
      { externalCourseId: 'class-1', externalLearnerId: 'user-r', subject: pseudonym, state: 'active' },
    ]);
  });

  it('is looked at by a test, which names the files that are still to come', async () => {
    const { send, adapter } = await world();
    const state = async () =>
      (await adapter().test()).map(({ name, state: is, missing = [] }) => [name, is, ...missing].join(' '));
    expect(await state()).toEqual([
      'catalogue missing academicSessions.csv courses.csv classes.csv',
      'enrolment not-offered',
      'results missing lineItems.csv results.csv',
    ]);
    await send({ ...samplePackage(1), ...people });
    expect(await state()).toEqual(['catalogue works', 'enrolment not-offered', 'results works']);
  });

  it('wins or loses as a whole against another that comes at once, and leaves no rows of the one that lost', async () => {
    const { deps, send, show } = await world();
    const kept = new Set<string>();
    const { keepRows, dropRows } = deps.packages;
    Object.assign(deps.packages, {
      keepRows: (connection: never, id: string, rows: never) => {
        kept.add(id);
        return keepRows(connection, id, rows);
      },
      dropRows: (connection: never, id: string) => {
        kept.delete(id);
        return dropRows(connection, id);
      },
    });
    const outcomes = await Promise.allSettled([send(samplePackage(3)), send(samplePackage(4))]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'connectors.changed-meanwhile' },
    });
    expect([...kept].toSorted()).toEqual(
      Object.values((await show()).contents)
        .map(({ contentId }) => contentId)
        .toSorted(),
    );
  });

  it('C1: is nobody’s but its provider’s, and goes to no connection of another kind', async () => {
    const { deps, at, connection } = await world();
    const other = { ...at, principal: author('provider-b') };
    await expect(showPackages(deps, other)).rejects.toMatchObject({ code: 'connectors.not-found' });
    const bytes = packageBytes(samplePackage(1));
    await expect(sendPackage(deps, { ...other, name: 'a.zip', bytes })).rejects.toMatchObject({
      code: 'connectors.not-found',
    });
    await deps.connections.update(connection.connectionId, (one) => ({ ...one, kind: 'file' }));
    await expect(sendPackage(deps, { ...at, name: 'a.zip', bytes })).rejects.toMatchObject({
      code: 'connectors.takes-no-packages',
    });
  });
});
