import { fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CourseTraining,
  courseKinds,
  createSiasnClient,
  deliver,
  type LeadershipTraining,
  type Order,
  productionPlaces,
  readTokenEnd,
  type SiasnRequest,
  wholeHours,
} from './index.ts';
import { createFakeSiasn, type Fault } from './testing/index.ts';

const nip = '199005172015031999';
const personId = 'A'.repeat(32);
const agencyId = 'B'.repeat(32);
const subjectId = 'A5EB03E20299F6A0E040640A040252AD';
const account = { kind: 'password', clientId: 'c', username: 'petugas', password: 'sandi' } as const;

function world() {
  const clock = fixedClock();
  const faults: { if: (request: SiasnRequest) => boolean; fault: Fault; times: number }[] = [];
  const asked: SiasnRequest[] = [];
  const fake = createFakeSiasn({
    clock,
    people: new Map([[nip, personId]]),
    fault: (request) => {
      asked.push(request);
      const found = faults.find((one) => one.times > 0 && one.if(request));
      if (!found) return undefined;
      found.times -= 1;
      return found.fault;
    },
  });
  const deps = { send: fake.send, places: productionPlaces, clock };
  const consumer = { key: 'kunci', secret: 'rahasia' };
  const client = createSiasnClient({ ...deps, consumer, account });
  const fail = (path: string, fault: Fault, times = 1) =>
    void faults.push({ if: ({ url }) => url.includes(path), fault, times });
  const order = (more: Partial<Order> = {}): Order => ({
    ...{ nip, agencyId, takenIds: [], training: course },
    ...more,
  });
  const posts = (path: string) => asked.filter(({ url, method }) => method === 'POST' && url.endsWith(path));
  return { clock, fake, client, deps, consumer, fail, order, asked, posts };
}

const course: CourseTraining = {
  ...{ kind: 'course', title: 'Pelayanan publik', organiser: 'Universitas Contoh' },
  ...{ from: '2026-02-27', to: '2026-03-02', hours: 6, number: 'SINAU-7K3M-9QXD-4TPA' },
  ...{ courseKindId: 16, subjectId, path: [] },
};

describe('what is written to SIASN', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const common = {
    ...{ organiser: text, from: day, to: day, hours: fc.integer({ min: 1, max: 5_000 }) },
    number: fc.option(text, { nil: undefined }),
  };
  const path = fc.constantFrom(
    [],
    [{ dok_id: '881', dok_nama: 'a.pdf', dok_uri: 'u', object: 'o', slug: '881' }],
  );
  const without = <Value extends object>(value: Value) =>
    Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));

  it('is read back as it was meant, by names that differ (courses)', async () => {
    const training = fc.record({
      ...{ ...common, title: text, path, kind: fc.constant('course' as const) },
      courseKindId: fc.integer({ min: 2, max: 25 }),
      subjectId: fc.constant(subjectId),
    });
    await fc.assert(
      fc.asyncProperty(training, async (one) => {
        const { client } = world();
        const meant = without(one) as unknown as CourseTraining;
        const id = await client.save(meant, { personId, agencyId });
        const { letter } = courseKinds.rows[meant.courseKindId - 1] ?? {};
        expect(await client.trainingsOf(nip, 'course')).toEqual([{ ...meant, id, letter }]);
      }),
      { numRuns: 60 },
    );
  });

  it('is read back as it was meant (leadership, whose title is its level)', async () => {
    const training = fc.record({
      ...{ ...common, path, kind: fc.constant('leadership' as const) },
      levelId: fc.integer({ min: 1, max: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(training, async (one) => {
        const { client } = world();
        const meant = without({ ...one, title: 'PKP' }) as unknown as LeadershipTraining;
        const id = await client.save(meant, { personId, agencyId });
        const [stored] = await client.trainingsOf(nip, 'leadership');
        expect({ ...stored, title: 'PKP' }).toEqual({ ...meant, id });
      }),
      { numRuns: 40 },
    );
  });

  it('never makes more of an hour that is not whole', () => {
    expect([550, 699, 100, 99].map(wholeHours)).toEqual([5, 6, 1, 0]);
  });
});

describe('the two tokens', () => {
  it('go with each call, and are asked for again before they end', async () => {
    const { client, clock, asked, posts } = world();
    await client.trainingsOf(nip, 'course');
    await client.trainingsOf(nip, 'course');
    const { headers } = asked.at(-1) ?? { headers: {} };
    expect(headers).toMatchObject({
      authorization: expect.stringMatching(/^Bearer manager/),
      auth: expect.stringMatching(/^bearer account/),
    });
    expect(posts('/token')).toHaveLength(2);
    clock.advance(3_550_000);
    await client.trainingsOf(nip, 'course');
    // Of the API manager alone: the other has hours left.
    expect(posts('/oauth2/token')).toHaveLength(2);
    expect(posts('/token')).toHaveLength(3);
  });

  it('that end before their time are asked for once more, and not again and again', async () => {
    const { client, fail, fake, order } = world();
    fail('/kursus/save', 'ended');
    expect(await deliver(client, order())).toMatchObject({ outcome: 'accepted' });
    expect(fake.rows.course.size).toBe(1);
    fail('/pns/', 'manager-ended');
    expect(await deliver(client, order())).toMatchObject({ outcome: 'accepted' });
    fail('/pns/', 'ended', 2);
    expect(await deliver(client, order())).toEqual({ outcome: 'later', because: 'signed-out' });
    fail('/pns/', 'manager-ended', 2);
    expect(await deliver(client, order())).toEqual({ outcome: 'later', because: 'client-refused' });
  });

  it('are told apart when one of them may not: the client at the gateway, the account behind it', async () => {
    const { client, fail, order, fake } = world();
    fail('/pns/', 'unsubscribed');
    expect(await deliver(client, order())).toEqual({ outcome: 'later', because: 'client-refused' });
    for (const path of ['/rw-kursus/', '/kursus/save']) {
      fail(path, 'forbidden');
      expect(await deliver(client, order())).toMatchObject({
        ...{ outcome: 'rejected', because: 'forbidden', words: 'Anda tidak berwenang' },
      });
    }
    expect(fake.rows.course.size).toBe(0);
  });

  it('of a session are not renewed: somebody has to sign in again', async () => {
    const { deps, consumer, fake, clock, order } = world();
    const token = fake.signIn();
    const endsAtMs = readTokenEnd(token) ?? 0;
    const client = createSiasnClient({ ...deps, consumer, account: { kind: 'session', token, endsAtMs } });
    expect(await deliver(client, order())).toMatchObject({ outcome: 'accepted' });
    clock.advance(12 * 3_600_000);
    expect(await deliver(client, order())).toEqual({ outcome: 'later', because: 'signed-out' });
    expect(readTokenEnd('a.b.c')).toBeUndefined();
  });

  it('are refused to another client', async () => {
    const { deps, order } = world();
    const client = createSiasnClient({ ...deps, consumer: { key: 'x', secret: 'y' }, account });
    expect(await deliver(client, order())).toEqual({ outcome: 'later', because: 'client-refused' });
  });
});

describe('one training', () => {
  it('whose answer was lost is found again and not created twice', async () => {
    const { client, fake, fail, order, posts } = world();
    for (const fault of ['lost', 'page-after'] as const) {
      fake.rows.course.clear();
      fail('/kursus/save', fault);
      expect(await deliver(client, order())).toMatchObject({ outcome: 'unknown' });
      expect(await deliver(client, order({ tried: { like: course } }))).toMatchObject({
        outcome: 'accepted',
        remote: { made: true },
      });
      expect(fake.rows.course.size).toBe(1);
    }
    // What was kept comes back with its fields in another order, and is not written again for that.
    const like = Object.fromEntries(Object.entries(course).toReversed()) as unknown as CourseTraining;
    const before = posts('/kursus/save').length;
    await deliver(client, order({ tried: { like } }));
    expect(posts('/kursus/save')).toHaveLength(before);
  });

  it('that somebody has entered by hand stays theirs: it is not written, changed or deleted', async () => {
    const { client, fake, order } = world();
    const id = fake.enter(nip, { namaKursus: 'Yan publik', noSertipikat: ' sinau-7k3m-9qxd-4tpa ' });
    const remote = { id, kind: 'course', made: false } as const;
    expect(await deliver(client, order())).toMatchObject({ outcome: 'accepted', remote });
    await deliver(client, order({ remote, training: { ...course, hours: 9 } }));
    const { training: _, ...nothing } = order({ remote });
    expect(await deliver(client, nothing)).toEqual({ outcome: 'removed' });
    expect([...fake.rows.course.values()]).toMatchObject([{ namaKursus: 'Yan publik' }]);
  });

  it('without a number is known by title and days, and not by those of another line', async () => {
    const { client, fake, order } = world();
    const { number: _, ...plain } = course;
    const first = await deliver(client, order({ training: plain }));
    const again = await deliver(client, order({ training: { ...plain, title: ' PELAYANAN  publik' } }));
    expect([first, again]).toMatchObject([{ outcome: 'accepted' }, { remote: { made: false } }]);
    const takenIds = [...fake.rows.course.keys()];
    await deliver(client, order({ training: plain, takenIds }));
    expect(fake.rows.course.size).toBe(2);
  });

  it('that we made is changed and deleted by its id, and deleting twice is no trouble', async () => {
    const { client, fake, order } = world();
    const done = await deliver(client, order());
    if (done.outcome !== 'accepted') throw new Error(done.outcome);
    await deliver(client, order({ remote: done.remote, training: { ...course, hours: 4 } }));
    expect([...fake.rows.course.values()]).toMatchObject([{ jumlahJam: 4 }]);
    const { training: _, ...nothing } = order({ remote: done.remote });
    expect(await deliver(client, nothing)).toEqual({ outcome: 'removed' });
    expect(await deliver(client, nothing)).toEqual({ outcome: 'removed' });
    expect(fake.rows.course.size).toBe(0);
    // Whoever deleted it over there is not overruled.
    expect(await deliver(client, order({ remote: done.remote }))).toMatchObject({ because: 'gone-there' });
  });

  it('that is taken back while nobody knew whether it stood there is looked for and deleted', async () => {
    const { client, fake, fail, order } = world();
    fail('/kursus/save', 'lost');
    await deliver(client, order());
    expect(fake.rows.course.size).toBe(1);
    const { training: _, ...nothing } = order({ tried: { like: course } });
    expect(await deliver(client, nothing)).toEqual({ outcome: 'removed' });
    expect(fake.rows.course.size).toBe(0);
  });

  it('is noted right before it is created, and after everything that takes long', async () => {
    const { client, asked, order } = world();
    const before: string[] = [];
    const document = async () => ({ name: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.7') });
    const beforeCreating = async () => {
      before.push(...asked.map(({ url }) => url.replace(/^.*\/apisiasn\/1.0/, '')));
      return 'go' as const;
    };
    await deliver(client, order({ document, beforeCreating }));
    expect(before.at(-1)).toBe('/upload-dok');
    expect(asked.at(-1)?.url).toContain('/kursus/save');
  });

  it('comes with its certificate, which has to be a PDF', async () => {
    const { client, fake, order } = world();
    const file = (text: string) => async () => ({ name: 'a b.pdf', bytes: new TextEncoder().encode(text) });
    expect(await deliver(client, order({ document: file('GIF89a') }))).toMatchObject({
      outcome: 'rejected',
      because: 'document',
      words: 'Dokumen harus PDF',
    });
    await deliver(client, order({ document: file('%PDF-1.7') }));
    const [row] = await client.trainingsOf(nip, 'course');
    expect(row?.path).toMatchObject([{ dok_nama: 'a_b.pdf' }]);
    expect(fake.files.size).toBe(1);
  });

  it('R10: that SIASN cannot take now is tried later, and what it refuses tells why', async () => {
    const { client, fake, fail, order } = world();
    const outcomes = [];
    for (const fault of ['away', 'busy'] as const) {
      fail('/kursus/save', fault);
      outcomes.push(await deliver(client, order()));
    }
    for (const fault of ['page', 'error', 'silent'] as const) {
      fail('/rw-kursus/', fault);
      outcomes.push(await deliver(client, order()));
    }
    expect(outcomes).toEqual([
      { outcome: 'later', because: 'unreachable' },
      { outcome: 'later', because: 'busy', afterSeconds: 30 },
      ...['broken-answer', 'broken-answer', 'timeout'].map((because) => ({ outcome: 'later', because })),
    ]);
    expect(fake.rows.course.size).toBe(0);
    expect(await deliver(client, order({ training: { ...course, subjectId: 'x' } }))).toEqual({
      ...{ outcome: 'rejected', because: 'refused', words: 'Jenis kursus tidak valid', stands: 'nothing' },
    });
    expect(await deliver(client, order({ nip: '199208112022212999' }))).toMatchObject({
      because: 'person-unknown',
    });
  });

  it('is looked for on every page of a history, and part of one is no answer', async () => {
    const people = new Map([[nip, personId]]);
    const fake = createFakeSiasn({ clock: fixedClock(), people, pageSize: 2 });
    for (const n of [1, 2, 3, 4]) fake.enter(nip, { namaKursus: `Lain ${n}`, noSertipikat: `L-${n}` });
    fake.enter(nip, { namaKursus: 'Pelayanan publik', noSertipikat: course.number });
    const { consumer, order } = world();
    const given = { places: productionPlaces, clock: fixedClock(), consumer, account };
    const client = createSiasnClient({ ...given, send: fake.send });
    expect(await deliver(client, order())).toMatchObject({ outcome: 'accepted', remote: { made: false } });
    const stuck = createSiasnClient({
      ...given,
      send: (request) => fake.send({ ...request, url: request.url.replace(/\?offset=.*$/, '') }),
    });
    expect(await deliver(stuck, order())).toEqual({ outcome: 'later', because: 'broken-answer' });
    expect(fake.rows.course.size).toBe(5);
  });

  it('is not created on an answer that nobody understands', async () => {
    const { client, fake, order } = world();
    fake.enter(nip, { namaKursus: 'Lama' });
    const [id] = [...fake.rows.course.keys()];
    fake.rows.course.set(id ?? '', { id: 7 } as never);
    fake.rows.course.set('b', { idPns: personId } as never);
    expect(await deliver(client, order())).toEqual({ outcome: 'later', because: 'broken-answer' });
  });
});
