import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { createFakeSiasn } from '@sinau/siasn/testing';
import { describe, expect, it } from 'vitest';
import { stopSession } from './change-settings.ts';
import { claimWork } from './claim-work.ts';
import { chooseForRow, decideRow } from './decide-row.ts';
import { fileRows, filesHolding, holdsRows, markFile, releaseFile, reserveForFile } from './mark-file.ts';
import { type RecheckPlace, recheck } from './recheck.ts';
import { sendDue } from './send-due.ts';
import { noteCreating, settleWork } from './settle-work.ts';
import { readSubjects, searchSubjects } from './subjects.ts';
import type { SyncRow } from './sync-row.ts';
import { clientOf, sampleContent, sampleSettings, sampleSubjectId, syncWorld } from './testing/index.ts';
import { ownDesk } from './work-desk.ts';

const nip = '199005172015031999';
const refOf = (personId: string, lineId = 'l1') => ({ personId: personId as PersonId, lineId });

async function recheckAll(deps: Parameters<typeof recheck>[0], agencyId: AgencyId): Promise<void> {
  let from: RecheckPlace | undefined;
  do {
    const { next } = await recheck(deps, { agencyId, ...(from && { from }) });
    from = next;
  } while (from);
}

async function worldOf(more = {}) {
  const world = syncWorld();
  await world.on();
  const lines = world.join('sri', nip);
  lines.set('l1', sampleContent(more));
  await world.follow('sri');
  return { ...world, lines };
}

describe('a line that is recognised', () => {
  it('is owed to SIASN once, whatever is told how often, and only by agencies that want it', async () => {
    const { follow, rowsOf, join, send, records, row, people, reads } = await worldOf();
    await follow('sri');
    expect(await rowsOf('sri')).toHaveLength(1);
    expect(await send()).toEqual({ sent: 1, outcome: 'idle' });
    expect(await send()).toEqual({ sent: 0, outcome: 'idle' });
    expect(records()).toMatchObject([{ noSertipikat: 'SINAU-1', jumlahJam: 6, jenisDiklatId: '16' }]);
    expect(await row('sri')).toMatchObject({ state: 'accepted', remote: { made: true }, tries: 0 });
    join('budi', '199208112022212999').set('l1', sampleContent());
    people.set(
      'budi' as PersonId,
      { ...people.get('budi' as PersonId), agencyId: 'lain' as AgencyId } as never,
    );
    await follow('budi');
    expect(await rowsOf('budi')).toEqual([]);
    // Nor is the ledger of those people looked at.
    expect(new Set(reads)).toEqual(new Set(['sri']));
  });

  it('of years before it was wanted is left alone', async () => {
    const { lines, follow, rowsOf } = await worldOf();
    lines.set('old', sampleContent({ from: '2025-01-01', to: '2025-01-02' }));
    await follow('sri');
    expect(await rowsOf('sri')).toHaveLength(1);
  });

  it('whose JP are corrected is changed there, and deleted when it is taken back', async () => {
    const { lines, follow, send, records, row, clock } = await worldOf();
    await send();
    lines.set('l1', sampleContent({ jp: 450 as Jp }));
    await follow('sri');
    expect(await row('sri')).toMatchObject({ state: 'queued' });
    await send();
    // Half an hour more than four is four there.
    expect(records()).toMatchObject([{ jumlahJam: 4 }]);
    lines.delete('l1');
    clock.advance(1_000);
    await follow('sri');
    await send();
    expect(records()).toEqual([]);
    expect(await row('sri')).toMatchObject({ state: 'superseded' });
    lines.set('l1', sampleContent());
    await follow('sri');
    await send();
    expect(records()).toHaveLength(1);
  });

  it('whose certificate is issued again waits until that is printed, and is changed there then', async () => {
    const document = (edition: number) =>
      ({ document: { kind: 'certificate', number: 'SINAU-1', edition } }) as const;
    const { lines, follow, send, records, row, clock, deps, agencyId } = await worldOf(document(1));
    await send();
    const sent = records();
    clock.advance(1_000);
    lines.set('l1', sampleContent({ isPrinting: true }));
    await follow('sri');
    expect(await row('sri')).toMatchObject({ state: 'queued' });
    expect(await send()).toEqual({ sent: 0, outcome: 'idle' });
    expect(records()).toEqual(sent);
    clock.advance(1_000);
    lines.set('l1', sampleContent(document(2)));
    await follow('sri');
    const given = { agencyId, environment: 'production', limit: 5 } as const;
    const [order] = await claimWork(deps, given);
    expect(order).toMatchObject({ ...document(2), remote: { made: true } });
    await settleWork(deps, { held: order as NonNullable<typeof order>, end: { outcome: 'stopped' } });
    clock.advance(60_000);
    expect(await send()).toEqual({ sent: 1, outcome: 'idle' });
    expect(records()).toHaveLength(1);
    expect(await row('sri')).toMatchObject({ state: 'accepted' });
  });

  it('whose certificate is being printed anew is in no file', async () => {
    const { row, deps, lines, follow, agencyId } = await worldOf();
    lines.set('l1', sampleContent({ isPrinting: true }));
    await follow('sri');
    const settings = sampleSettings({ agencyId });
    const held = await reserveForFile(deps, { row: await row('sri'), settings, nip, reportId: 'r1' });
    expect(held).toBeUndefined();
    expect(await row('sri')).toMatchObject({ state: 'queued' });
  });

  it('that is taken back before it was sent never goes there', async () => {
    const { lines, follow, send, asked, row } = await worldOf();
    lines.clear();
    await follow('sri');
    await send();
    expect(asked).toEqual([]);
    expect(await row('sri')).toMatchObject({ state: 'superseded' });
  });

  it('waits for what is missing, with its reasons', async () => {
    const { lines, join, follow, row, deps, agencyId, store, principal } = await worldOf();
    join('budi').set('l1', sampleContent({ jp: 50 as Jp, organiser: '' }));
    await follow('budi');
    expect(await row('budi')).toMatchObject({ state: 'incomplete', lacks: ['nip', 'hours', 'organiser'] });
    lines.set('pkp', sampleContent({ form: 'KL01', courseId: 'c9' }));
    lines.set('pka', sampleContent({ form: 'KL01', courseId: 'c8' }));
    lines.set('s2', sampleContent({ form: 'PD01' }));
    await follow('sri');
    expect(await row('sri', 'pkp')).toMatchObject({ state: 'incomplete', lacks: ['level'] });
    expect(await row('sri', 's2')).toMatchObject({ state: 'excluded', because: 'degree' });
    await store.mapping.saveCourse(agencyId, 'c9', { levelId: 2 });
    await recheckAll(deps, agencyId);
    expect(await row('sri', 'pkp')).toMatchObject({ state: 'queued' });
    await chooseForRow(deps, { principal: principal(), ref: refOf('sri', 'pka'), chosen: { levelId: 3 } });
    expect(await row('sri', 'pka')).toMatchObject({ state: 'queued' });
  });

  it('is leadership training behind its own door, and moves when its form is corrected', async () => {
    const { lines, follow, send, fake, store, agencyId } = await worldOf();
    await send();
    await store.mapping.saveCourse(agencyId, 'c1', { levelId: 2, subjectId: sampleSubjectId });
    lines.set('l1', sampleContent({ form: 'KL01' }));
    await follow('sri');
    await send();
    expect([fake.rows.course.size, fake.rows.leadership.size]).toEqual([0, 1]);
  });
});

describe('what SIASN answers', () => {
  it('or does not: what may stand there is looked for ten minutes later, and not created twice', async () => {
    const { faults, send, records, row, clock } = await worldOf();
    faults.push('lost');
    await send();
    expect(await row('sri')).toMatchObject({ state: 'unknown', because: 'timeout' });
    await send();
    expect(records()).toHaveLength(1);
    clock.advance(600_000);
    await send();
    expect(records()).toHaveLength(1);
    expect(await row('sri')).toMatchObject({ state: 'accepted', remote: { made: true } });
    expect(await row('sri')).not.toHaveProperty('tried');
  });

  it('is noted with its words when it refuses, and goes again by order', async () => {
    const { send, row, deps, principal, store, records } = await worldOf();
    await store.settings.save({ ...sampleSettings({ subjectId: 'x' }), rev: 1 });
    await send();
    expect(await row('sri')).toMatchObject({ state: 'rejected', words: 'Jenis kursus tidak valid' });
    await store.settings.save({ ...sampleSettings(), rev: 2 });
    const given = { principal: principal(), ref: refOf('sri') };
    await decideRow(deps, { ...given, decision: 'retry' });
    await send();
    expect(records()).toHaveLength(1);
    await expect(decideRow(deps, { ...given, decision: 'retry' })).rejects.toMatchObject({
      code: 'siasn.changed',
    });
  });

  it('about the session stops everything until somebody signs in', async () => {
    const { run, send, store, agencyId, lines, follow, deps, rowsOf } = await worldOf();
    lines.set('l2', sampleContent({ number: 'SINAU-2' }));
    await follow('sri');
    const since = '2026-03-10T00:00:00.000Z';
    const session = { sealed: 's', by: 'agus' as PersonId, since, endsAt: '2026-03-10T12:00:00.000Z' };
    await store.settings.save({ ...sampleSettings(), session, rev: 1 });
    run((request) => (request.url.includes('/pns/') ? 'ended' : undefined));
    expect(await send()).toEqual({ sent: 1, outcome: 'stopped', because: 'signed-out' });
    // What was not begun is nobody's, and waits for the next session alone.
    expect((await rowsOf('sri')).map(({ state }) => state)).toEqual(['queued', 'queued']);
    await stopSession(deps, { agencyId, because: 'signed-out', since: 'another' });
    expect(await store.settings.find(agencyId)).toMatchObject({ session });
    await stopSession(deps, { agencyId, because: 'signed-out', since });
    const stopped = await store.settings.find(agencyId);
    expect(stopped).toMatchObject({ standstill: { because: 'signed-out' } });
    expect(stopped).not.toHaveProperty('session');
  });

  it('of one person whom the account may not touch is theirs alone; of three in a row it is the account', async () => {
    const { run, send, rowsOf, lines, follow } = await worldOf();
    for (const n of [2, 3, 4]) lines.set(`l${n}`, sampleContent({ number: `SINAU-${n}` }));
    await follow('sri');
    let times = 1;
    run(({ url }) => {
      if (!url.endsWith('/save') || times === 0) return undefined;
      times -= 1;
      return 'forbidden';
    });
    expect(await send()).toMatchObject({ outcome: 'idle' });
    expect((await rowsOf('sri')).filter(({ state }) => state === 'accepted')).toHaveLength(3);
    for (const n of [5, 6, 7, 8]) lines.set(`l${n}`, sampleContent({ number: `SINAU-${n}` }));
    await follow('sri');
    times = 100;
    expect(await send()).toMatchObject({ sent: 3, outcome: 'stopped', because: 'forbidden' });
    const states = (await rowsOf('sri')).map(({ state }) => state);
    expect(states.filter((one) => one === 'rejected')).toHaveLength(3);
    expect(states.filter((one) => one === 'queued' || one === 'unknown')).toHaveLength(2);
  });

  it('while it is looked for closes nothing that was begun before: it is not doubled by the next try', async () => {
    const { run, send, records, row, clock, deps, principal } = await worldOf();
    run(({ url }) => (url.endsWith('/save') ? 'lost' : undefined));
    await send();
    expect(records()).toHaveLength(1);
    clock.advance(3_600_000);
    run(({ url }) => (url.includes('/rw-kursus/') ? 'forbidden' : undefined));
    await send();
    expect(await row('sri')).toMatchObject({ state: 'rejected', because: 'forbidden', tried: { hours: 6 } });
    run(undefined);
    await decideRow(deps, { principal: principal(), ref: refOf('sri'), decision: 'retry' });
    await send();
    expect(records()).toHaveLength(1);
    expect(await row('sri')).toMatchObject({ state: 'accepted', remote: { made: true } });
  });

  it('that never comes is given up after a week', async () => {
    const { run, send, clock, row } = await worldOf();
    run(() => 'away');
    for (let day = 0; day < 8; day += 1) {
      await send();
      clock.advance(24 * 3_600_000);
    }
    expect(await row('sri')).toMatchObject({ state: 'rejected', because: 'no-answer' });
  });
});

describe('an order', () => {
  const accepted = (id: string) => ({
    ...{ outcome: 'accepted', personId: 'P'.repeat(32) },
    remote: { id, kind: 'course', made: true },
  });

  it('is one worker’s: another gets nothing, and comes too late with what it has', async () => {
    const { deps, agencyId, clock, row } = await worldOf();
    const [first] = await claimWork(deps, { agencyId, environment: 'production', limit: 5 });
    expect(await claimWork(deps, { agencyId, environment: 'production', limit: 5 })).toEqual([]);
    if (!first?.training) throw new Error('no order');
    clock.advance(11 * 60_000);
    const [second] = await claimWork(deps, { agencyId, environment: 'production', limit: 5 });
    expect(await noteCreating(deps, { held: first, training: first.training })).toBe('lost');
    expect(await settleWork(deps, { held: first, end: accepted('A') as never })).toBe('lost');
    if (!second) throw new Error('no order');
    expect(await settleWork(deps, { held: second, end: accepted('B') as never })).toBe('noted');
    expect(await row('sri')).toMatchObject({ state: 'accepted', remote: { id: 'B' } });
  });

  it('is held anew from the moment of its creation, so that nobody looks while that is on its way', async () => {
    const { deps, agencyId, clock } = await worldOf();
    const [first] = await claimWork(deps, { agencyId, environment: 'production', limit: 5 });
    if (!first?.training) throw new Error('no order');
    clock.advance(9 * 60_000);
    expect(await noteCreating(deps, { held: first, training: first.training })).toBe('noted');
    clock.advance(9 * 60_000);
    expect(await claimWork(deps, { agencyId, environment: 'production', limit: 5 })).toEqual([]);
    clock.advance(2 * 60_000);
    expect(await claimWork(deps, { agencyId, environment: 'production', limit: 5 })).toMatchObject([
      { tried: { hours: 6 } },
    ]);
  });

  it('whose lease is over creates nothing, also while nobody else has it yet', async () => {
    const { deps, agencyId, clock } = await worldOf();
    const [first] = await claimWork(deps, { agencyId, environment: 'production', limit: 5 });
    if (!first?.training) throw new Error('no order');
    clock.advance(10 * 60_000);
    // Somebody whose clock is behind is given a minute more.
    expect(await claimWork(deps, { agencyId, environment: 'production', limit: 5 })).toEqual([]);
    expect(await noteCreating(deps, { held: first, training: first.training })).toBe('lost');
  });

  it('that would begin late in its lease is given back instead', async () => {
    const { deps, agencyId, clock, run, send, lines, follow, records, rowsOf } = await worldOf();
    lines.set('l2', sampleContent({ number: 'SINAU-2' }));
    await follow('sri');
    run(({ url }) => {
      if (url.endsWith('/save')) clock.advance(6 * 60_000);
      return undefined;
    });
    await send();
    expect(records()).toHaveLength(1);
    expect((await rowsOf('sri')).map(({ state }) => state).toSorted()).toEqual(['accepted', 'queued']);
    expect(await claimWork(deps, { agencyId, environment: 'production', limit: 5 })).toEqual([]);
    clock.advance(60_000);
    expect(await claimWork(deps, { agencyId, environment: 'production', limit: 5 })).toHaveLength(1);
  });

  it('whose line changes meanwhile is followed by another', async () => {
    const { deps, agencyId, lines, follow, row } = await worldOf();
    const [order] = await claimWork(deps, { agencyId, environment: 'production', limit: 5 });
    lines.set('l1', sampleContent({ jp: 300 as Jp }));
    await follow('sri');
    if (!order) throw new Error('no order');
    await settleWork(deps, { held: order, end: accepted('A') as never });
    expect(await row('sri')).toMatchObject({ state: 'queued', remote: { id: 'A' } });
    const [next] = await claimWork(deps, { agencyId, environment: 'production', limit: 5 });
    expect(next).toMatchObject({ training: { hours: 3 }, remote: { id: 'A', made: true } });
  });

  it('never gives two lines one record', async () => {
    const { deps, agencyId, lines, follow, rowsOf } = await worldOf();
    lines.set('l2', sampleContent());
    await follow('sri');
    for (const order of await claimWork(deps, { agencyId, environment: 'production', limit: 5 }))
      await settleWork(deps, { held: order, end: accepted('A') as never });
    expect((await rowsOf('sri')).map(({ state, because }) => [state, because])).toEqual([
      ['accepted', undefined],
      ['queued', 'record-taken'],
    ]);
  });
});

describe('a file', () => {
  const file = { agencyId: 'badan' as AgencyId, reportId: 'r1', year: 2026 };
  async function make(deps: Awaited<ReturnType<typeof worldOf>>['deps']) {
    const settings = await deps.settings.find(file.agencyId);
    if (!settings) throw new Error('off');
    const rows = await fileRows(deps, file);
    const held = [];
    for (const row of rows) {
      const one = await reserveForFile(deps, { row, settings, nip, reportId: file.reportId });
      if (one) held.push(one);
    }
    return held;
  }

  it('holds its lines: nobody else brings them until it is marked or released, also where it was made twice', async () => {
    const { deps, lines, follow, send, asked, row, rowsOf } = await worldOf();
    expect(await make(deps)).toHaveLength(1);
    expect(await make(deps)).toHaveLength(1);
    lines.set('l2', sampleContent({ number: 'SINAU-2' }));
    await follow('sri');
    await send();
    expect(asked.filter(({ url }) => url.endsWith('/kursus/save'))).toHaveLength(1);
    expect((await rowsOf('sri')).map(({ state }) => state).toSorted()).toEqual(['accepted', 'filed']);
    expect(await markFile(deps, file)).toBe(1);
    expect(await markFile(deps, file)).toBe(0);
    expect(await row('sri')).toMatchObject({ state: 'accepted', standing: { by: 'file' }, reportId: 'r1' });
    expect(await releaseFile(deps, { ...file, reason: 'Berkas tidak jadi dimuat' })).toBe(1);
    expect(await row('sri')).toMatchObject({
      ...{ state: 'queued', because: 'file-released', words: 'Berkas tidak jadi dimuat' },
    });
    expect(await row('sri')).not.toHaveProperty('filed');
  });

  it('takes new lines alone: no corrections of what stands there, and nothing that a sender holds', async () => {
    const { deps, lines, follow, send, agencyId } = await worldOf();
    await send();
    lines.set('l1', sampleContent({ jp: 300 as Jp }));
    lines.set('l2', sampleContent({ number: 'SINAU-2' }));
    lines.set('l3', sampleContent({ number: 'SINAU-3', organiser: '' }));
    await follow('sri');
    const [before] = await fileRows(deps, file);
    expect(before).toMatchObject({ lineId: 'l2' });
    await claimWork(deps, { agencyId, environment: 'production', limit: 5 });
    expect(await make(deps)).toEqual([]);
    // What was read before somebody took it is not held either.
    const settings = sampleSettings();
    const given = { row: before as never, settings, nip, reportId: 'r1' };
    expect(await reserveForFile(deps, given)).toBeUndefined();
  });

  it('of lines that are corrected or taken back since leaves them to people, or to Sinau if they say so', async () => {
    const { deps, lines, follow, send, row, principal, fake, records } = await worldOf();
    await make(deps);
    lines.set('l1', sampleContent({ jp: 300 as Jp }));
    await follow('sri');
    expect(await row('sri')).toMatchObject({ state: 'filed' });
    await markFile(deps, file);
    expect(await row('sri')).toMatchObject({ state: 'differs', because: 'corrected-since' });
    const given = { principal: principal(), ref: refOf('sri') };
    await decideRow(deps, { ...given, decision: 'by-hand' });
    expect(await row('sri')).toMatchObject({ state: 'accepted', standing: { by: 'hand' } });
    // Somebody has loaded the file meanwhile.
    fake.enter(nip, { namaKursus: 'Pelayanan publik', noSertipikat: 'SINAU-1', jumlahJam: 3 });
    lines.delete('l1');
    await follow('sri');
    expect(await row('sri')).toMatchObject({ state: 'differs', because: 'taken-back-since' });
    await decideRow(deps, { ...given, decision: 'take-over' });
    await send();
    expect(records()).toEqual([]);
    expect(await row('sri')).toMatchObject({ state: 'superseded' });
  });

  it('of a line whose certificate is issued again stands for it still, as long as it says the same', async () => {
    const { deps, lines, follow, send, asked, row } = await worldOf();
    const edition = (n: number) => ({
      document: { kind: 'certificate', number: 'SINAU-1', edition: n } as const,
    });
    lines.set('l1', sampleContent(edition(1)));
    await follow('sri');
    await make(deps);
    // Printed again while the file holds it, and once more after that was loaded.
    lines.set('l1', sampleContent({ isPrinting: true }));
    await follow('sri');
    await markFile(deps, file);
    expect(await row('sri')).toMatchObject({ state: 'accepted', content: { isPrinting: true } });
    lines.set('l1', sampleContent(edition(2)));
    await follow('sri');
    expect(await row('sri')).toMatchObject({ state: 'accepted', content: edition(2) });
    // A part of an hour more is not told there.
    lines.set('l1', sampleContent({ ...edition(2), jp: 640 as Jp }));
    await follow('sri');
    expect(await row('sri')).toMatchObject({ state: 'accepted', standing: { by: 'file' } });
    await send();
    expect(asked).toEqual([]);
    // Twins: everything that the record says.
    const { jp } = sampleContent();
    for (const more of [
      ...[{ title: 'Pelayanan prima' }, { organiser: 'LAN' }, { from: '2026-02-26' }, { to: '2026-03-03' }],
      ...[{ jp: (jp + 100) as Jp }, { form: 'KL06' }, { number: 'SINAU-9' }],
    ]) {
      lines.set('l1', sampleContent({ ...edition(3), ...more }));
      await follow('sri');
      expect(await row('sri'), JSON.stringify(more)).toMatchObject({ state: 'differs' });
      lines.set('l1', sampleContent(edition(3)));
      await follow('sri');
      expect(await row('sri')).toMatchObject({ state: 'accepted' });
      expect(await row('sri')).not.toHaveProperty('because');
    }
  });

  it('that holds a line no more as somebody has taken it out lets it go, and not the others', async () => {
    const { deps, lines, follow, principal, row } = await worldOf();
    lines.set('l2', sampleContent({ number: 'SINAU-2' }));
    await follow('sri');
    await make(deps);
    await decideRow(deps, { principal: principal(), ref: refOf('sri'), decision: 'release' });
    expect(await row('sri')).toMatchObject({ state: 'queued', because: 'file-released' });
    expect(await markFile(deps, file)).toBe(1);
    expect(await row('sri')).toMatchObject({ state: 'queued' });
  });

  it('C3: is known by what it holds of this agency alone, however long ago it was made', async () => {
    const { deps } = await worldOf();
    expect(await holdsRows(deps, file)).toBe(false);
    const [held] = await make(deps);
    // More than one page of newer ones.
    for (let n = 0; n < 120; n += 1) {
      const newer = { reportId: 'r2', changedAt: '2026-04-01T01:00:00.000Z', rev: 0 };
      await deps.rows.save({ ...(held as SyncRow), lineId: `n${n}`, ...newer });
    }
    const lain = 'lain' as AgencyId;
    expect(await filesHolding(deps, file.agencyId)).toEqual(
      new Map([
        ['r2', 120],
        ['r1', 1],
      ]),
    );
    expect(await filesHolding(deps, lain)).toEqual(new Map());
    expect(await holdsRows(deps, file)).toBe(true);
    expect(await holdsRows(deps, { ...file, agencyId: lain })).toBe(false);
    expect(await holdsRows(deps, { ...file, reportId: 'r' })).toBe(false);
    await markFile(deps, file);
    expect(await holdsRows(deps, file)).toBe(false);
  });

  it('C3: and a row are an agency’s own', async () => {
    const { deps, principal } = await worldOf();
    const given = { ref: refOf('sri'), decision: 'exclude' } as const;
    await expect(
      decideRow(deps, { ...given, principal: principal('lain' as AgencyId) }),
    ).rejects.toMatchObject({ code: 'siasn.not-found' });
    await decideRow(deps, { ...given, principal: principal() });
  });
});

describe('what others have entered', () => {
  it('and says the same stands for the line; what says otherwise waits for a person', async () => {
    const { fake, send, row, lines, follow, deps, principal, records } = await worldOf();
    const there = {
      namaKursus: 'Yan publik',
      tanggalKursus: '27-02-2026',
      tanggalSelesaiKursus: '02-03-2026',
    };
    fake.enter(nip, { ...there, noSertipikat: 'SINAU-1', jumlahJam: 6 });
    fake.enter(nip, { ...there, noSertipikat: 'SINAU-2', jumlahJam: 8 });
    lines.set('l2', sampleContent({ number: 'SINAU-2' }));
    await follow('sri');
    await send();
    expect(await row('sri')).toMatchObject({ state: 'accepted', remote: { made: false } });
    expect(await row('sri', 'l2')).toMatchObject({
      ...{ state: 'differs', because: 'found-differs', there: { title: 'Yan publik', hours: 8 } },
    });
    await follow('sri');
    await send();
    expect(await row('sri', 'l2')).toMatchObject({ state: 'differs' });
    const given = { principal: principal(), ref: refOf('sri', 'l2') };
    await decideRow(deps, { ...given, decision: 'take-over' });
    await send();
    expect(records().map((one) => (one as { jumlahJam?: number }).jumlahJam)).toEqual([6, 6]);
    expect(await row('sri', 'l2')).toMatchObject({ state: 'accepted', remote: { made: true } });
    // Corrected later, the first waits for a person as well; as it was again, for nobody.
    lines.set('l1', sampleContent({ jp: 700 as Jp }));
    await follow('sri');
    expect(await row('sri')).toMatchObject({ state: 'differs', because: 'corrected-since' });
    lines.set('l1', sampleContent());
    await follow('sri');
    expect(await row('sri')).toMatchObject({ state: 'accepted' });
    expect(records()).toHaveLength(2);
  });
});

describe('a setting that changes', () => {
  it('of the environment: what stands in training counts nothing in the real one, and is there again on the way back', async () => {
    const { store, deps, agencyId, row, send, rowsOf, lines, follow, clock, fake } = await worldOf();
    const settings = async (more: object) => {
      const { rev } = (await store.settings.find(agencyId)) ?? { rev: 0 };
      await store.settings.save({ ...sampleSettings(), ...more, rev });
      await recheckAll(deps, agencyId);
    };
    lines.set('l2', sampleContent({ number: 'SINAU-2' }));
    await follow('sri');
    await settings({ environment: 'training' });
    expect((await rowsOf('sri')).map(({ environment, state }) => [environment, state])).toEqual([
      ['training', 'queued'],
      ['training', 'queued'],
    ]);
    // Whose client sends to the real one gets nothing.
    expect(await send()).toEqual({ sent: 0, outcome: 'idle' });
    const desk = ownDesk(deps, { agencyId, environment: 'training' });
    const trial = createFakeSiasn({ clock, people: new Map([[nip, 'S'.repeat(32)]]) });
    await sendDue(desk, { client: clientOf(trial, clock), clock, stillTime: () => true });
    expect(trial.rows.course.size).toBe(2);
    expect(await row('sri')).toMatchObject({ state: 'accepted', environment: 'training' });
    await settings({});
    expect((await rowsOf('sri')).map(({ environment, state }) => [environment, state])).toEqual([
      ['production', 'queued'],
      ['production', 'queued'],
    ]);
    await send();
    expect(fake.rows.course.size).toBe(2);
    lines.set('l1', sampleContent({ jp: 300 as Jp }));
    lines.delete('l2');
    await settings({ environment: 'training' });
    expect(await row('sri')).toMatchObject({ state: 'queued', remote: { made: true } });
    expect(await row('sri', 'l2')).toMatchObject({ state: 'queued', remote: { made: true } });
    await sendDue(desk, { client: clientOf(trial, clock), clock, stillTime: () => true });
    expect([...trial.rows.course.values()]).toMatchObject([{ jumlahJam: 3 }]);
    await settings({});
    await send();
    expect([...fake.rows.course.values()]).toMatchObject([{ jumlahJam: 3 }]);
    expect((await rowsOf('sri')).map(({ state }) => state)).toEqual(['accepted', 'superseded']);
  });

  it('of the environment in the middle of an order waits for its end', async () => {
    const { store, deps, agencyId, row, clock } = await worldOf();
    const [order] = await claimWork(deps, { agencyId, environment: 'production', limit: 5 });
    await store.settings.save({ ...sampleSettings(), environment: 'training', rev: 1 });
    await recheckAll(deps, agencyId);
    expect(await row('sri')).toMatchObject({ state: 'sending', environment: 'production' });
    clock.advance(12 * 60_000);
    // Whoever held it has died.
    await claimWork(deps, { agencyId, environment: 'training', limit: 5 });
    expect(await row('sri')).toMatchObject({ state: 'queued', environment: 'training' });
    if (!order) throw new Error('no order');
    expect(await settleWork(deps, { held: order, end: { outcome: 'stopped' } })).toBe('lost');
  });

  it('of the first year reaches what waits, and not what stands there', async () => {
    const { store, deps, agencyId, row, send, lines, follow } = await worldOf();
    await send();
    lines.set('l2', sampleContent({ number: 'SINAU-2' }));
    await follow('sri');
    await store.settings.save({ ...sampleSettings(), fromYear: 2027, rev: 1 });
    await recheckAll(deps, agencyId);
    expect(await row('sri', 'l2')).toMatchObject({ state: 'excluded', because: 'before-first-year' });
    lines.set('l1', sampleContent({ jp: 300 as Jp }));
    await follow('sri');
    expect(await row('sri')).toMatchObject({ state: 'queued', remote: { made: true } });
    await store.settings.save({ ...sampleSettings(), rev: 2 });
    await recheckAll(deps, agencyId);
    expect(await row('sri', 'l2')).toMatchObject({ state: 'queued' });
  });

  it('of the kind of a course reaches what waits, what was refused, and what stands there', async () => {
    const { store, deps, agencyId, row, send, records, lines, follow, faults } = await worldOf();
    const other = 'CEB02F55C4665BA2E050640AF1085889';
    await send();
    lines.set('l2', sampleContent({ number: 'SINAU-2' }));
    await follow('sri');
    faults.push('forbidden');
    await send();
    expect(await row('sri', 'l2')).toMatchObject({ state: 'rejected' });
    await recheckAll(deps, agencyId);
    expect(await row('sri', 'l2')).toMatchObject({ state: 'rejected' });
    await store.mapping.saveCourse(agencyId, 'c1', { subjectId: other });
    await recheckAll(deps, agencyId);
    expect(await row('sri', 'l2')).toMatchObject({ state: 'queued' });
    expect(await row('sri')).toMatchObject({ state: 'queued', remote: { made: true } });
    await send();
    expect(records().map((one) => (one as { jenisKursusId?: string }).jenisKursusId)).toEqual([other, other]);
    await recheckAll(deps, agencyId);
    expect(await row('sri')).toMatchObject({ state: 'accepted' });
  });
});

describe('the list of kinds of courses', () => {
  it('is read from CSV, and searched by words', () => {
    const read = readSubjects(
      `id;nama;kode\n${sampleSubjectId.toLowerCase()};KURSUS KOMPUTER;2162\nx;SALAH;1\nCEB02F55C4665BA2E050640AF1085889;SEMINAR PRANATA KOMPUTER;3104`,
    );
    expect(read).toMatchObject({ ok: true, skipped: 1 });
    const subjects = read.ok ? read.subjects : [];
    expect(searchSubjects(subjects, 'komputer').map(({ code }) => code)).toEqual(['2162', '3104']);
    expect(searchSubjects(subjects, 'pranata komp')).toHaveLength(1);
    expect(readSubjects('a,b\n1,2')).toEqual({ ok: false, because: 'heads' });
  });
});
