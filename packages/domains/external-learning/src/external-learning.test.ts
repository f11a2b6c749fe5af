import { describe, expect, it } from 'vitest';
import { changeDetails } from './change-details.ts';
import {
  DetailsRefused,
  EvidenceRefused,
  LearningChanged,
  LearningDuplicate,
  LearningNotFound,
  LearningOnPlatform,
  NoAgency,
  OwnLearning,
  StepRefused,
} from './errors.ts';
import { addEvidence, readEvidence, removeEvidence } from './keep-evidence.ts';
import type { ExternalLearning } from './learning.ts';
import { listForAgency, listForTeam } from './list-waiting.ts';
import { markRecognised } from './mark-recognised.ts';
import { listOwn, readLearning } from './read-learning.ts';
import { setPolicy } from './set-policy.ts';
import { agus, bkn, budi, jp, learningWorld, pdf, personOf, sri } from './testing/learning-world.ts';
import { seminar } from './testing/samples.ts';

const reason = 'Sertifikatnya belum terbaca.';
const letter = { number: 'ST-12/2026', date: '2026-02-27' };

/** A report of Sri that waits. */
async function reported(world = learningWorld()) {
  const learning = await world.own(await world.prove(await world.add()), 'send');
  return { world, learning };
}

describe('what was attended already', () => {
  it('goes from a draft to the ledger: reported, verified by somebody else, recognised', async () => {
    const { world, learning } = await reported();
    expect(learning).toMatchObject({ state: 'reported', stage: 'report' });
    expect((await listForTeam(world, { principal: budi })).length).toBe(1);
    expect((await listForAgency(world, { principal: agus })).learnings.length).toBe(1);
    const verified = await world.decide(learning, budi, { action: 'verify' });
    expect(verified).toMatchObject({ state: 'verified', verifiedAt: world.clock.now().toISOString() });
    expect(await listForTeam(world, { principal: budi })).toEqual([]);
    await markRecognised(world, verified);
    expect(await markRecognised(world, verified)).toBeUndefined();
    const { lines, learning: last } = await readLearning(world, { principal: sri, ...verified });
    expect(last.state).toBe('recognised');
    expect(lines.map(({ n, action, by }) => [n, action, by.kind === 'person' ? by.as : by.kind])).toEqual([
      [1, 'add', 'learner'],
      [2, 'send', 'learner'],
      [3, 'verify', 'supervisor'],
      [4, 'recognise', 'system'],
    ]);
  });

  it('a draft of an older rule is refused with its fields when it is sent, and goes once they are written anew', async () => {
    const world = learningWorld();
    const draft = await world.prove(await world.add());
    const certificate = { number: 'A\t1', issuer: 'UI\u200e' };
    const old = { ...seminar, title: 'Seminar\tArsip', certificate };
    const [before] = await listOwn(world, { principal: sri });
    if (!before) throw new Error('no draft');
    await world.learnings.take({ before, after: { ...before, details: old } });
    const [kept] = await listOwn(world, { principal: sri });
    if (!kept) throw new Error('no draft');
    expect(kept.details.title).toBe(old.title);
    const refused = await world.own(kept, 'send').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DetailsRefused);
    expect((refused as DetailsRefused).issues.map(({ path }) => path)).toEqual([
      ...['/title', '/certificateNumber', '/certificateIssuer'],
    ]);
    const { learningId } = draft;
    const mended = await changeDetails(world, {
      principal: sri,
      learningId,
      rev: kept.rev,
      details: seminar,
    });
    expect((await world.own(mended, 'send')).state).toBe('reported');
  });

  it('tells of what is over, with a file, and with the letter where the agency asks for one', async () => {
    const world = learningWorld();
    await expect(world.own(await world.add(), 'send')).rejects.toThrow(EvidenceRefused);
    const future = await world.add({
      title: 'Seminar esok',
      endsOn: '2026-03-11',
      certificate: { number: '2', issuer: 'BB' },
    });
    await expect(world.own(await world.prove(future), 'send')).rejects.toThrow(DetailsRefused);
    await setPolicy(world, { principal: agus, letterForms: ['KL06'], verifiers: 'agency', rev: 0 });
    const [first] = (await listOwn(world, { principal: sri })).filter(
      ({ evidence }) => evidence.length === 0,
    );
    if (!first) throw new Error('no draft');
    const proven = await world.prove(first);
    await expect(world.own(proven, 'send')).rejects.toThrow(DetailsRefused);
    const { learningId, rev } = proven;
    const lettered = await changeDetails(world, {
      principal: sri,
      learningId,
      rev,
      details: { ...seminar, letter },
    });
    const sent = await world.own(lettered, 'send');
    // This agency lets nobody but its administrators verify.
    await expect(world.decide(sent, budi, { action: 'verify' })).rejects.toThrow(LearningNotFound);
    expect((await world.decide(sent, agus, { action: 'verify' })).state).toBe('verified');
  });

  it('comes back with a reason, is mended and sent again', async () => {
    const { world, learning } = await reported();
    const returned = await world.decide(learning, agus, { action: 'return', reason });
    expect(returned).toMatchObject({ state: 'returned', reason });
    const { learningId, rev } = returned;
    const details = { ...seminar, title: 'Seminar Arsip Digital 2026' };
    const mended = await changeDetails(world, { principal: sri, learningId, rev, details });
    expect(await world.own(mended, 'send')).toMatchObject({ state: 'reported', details });
    await expect(
      changeDetails(world, { principal: sri, learningId, rev: mended.rev + 1, details }),
    ).rejects.toThrow(StepRefused);
  });

  it('can be taken back by the learner, and brought back as long as nobody has written down the same', async () => {
    const { world, learning } = await reported();
    const cancelled = await world.own(learning, 'cancel');
    expect((await listForAgency(world, { principal: agus })).learnings).toEqual([]);
    const again = await world.add();
    await expect(world.own(cancelled, 'restore')).rejects.toThrow(LearningDuplicate);
    await world.own(again, 'cancel');
    expect(await world.own(cancelled, 'restore')).toMatchObject({ state: 'draft', stage: 'report' });
  });

  it('stays with its learner alone when it is taken back: nobody else may ever have been sent it', async () => {
    const world = learningWorld();
    const cancelled = await world.own(await world.add(), 'cancel');
    for (const principal of [budi, agus]) {
      await expect(readLearning(world, { principal, ...cancelled })).rejects.toThrow(LearningNotFound);
      const decided = world.decide(cancelled, principal, { action: 'verify' });
      await expect(decided).rejects.toThrow(LearningNotFound);
    }
    expect((await readLearning(world, { principal: sri, ...cancelled })).learning.state).toBe('cancelled');
  });

  it('is taken back by the agency when the certificate proves false, and may be reopened', async () => {
    const { world, learning } = await reported();
    await markRecognised(world, await world.decide(learning, budi, { action: 'verify' }));
    const recognised = (await world.learnings.find(sri.personId, learning.learningId)) as ExternalLearning;
    await expect(world.decide(recognised, budi, { action: 'reject', reason })).rejects.toThrow(
      LearningNotFound,
    );
    const rejected = await world.decide(recognised, agus, { action: 'reject', reason });
    expect(rejected).toMatchObject({ state: 'rejected', reason });
    // It keeps its claim: whoever was told no asks the agency instead of writing it down once more.
    await expect(world.add()).rejects.toThrow(LearningDuplicate);
    await expect(world.decide(rejected, budi, { action: 'reopen', reason })).rejects.toThrow(
      LearningNotFound,
    );
    expect((await world.decide(rejected, agus, { action: 'reopen', reason })).state).toBe('returned');
  });
});

describe('what is planned', () => {
  it('goes the whole way: supervisor, agency, letter, under way, report, verified', async () => {
    const world = learningWorld();
    await setPolicy(world, { principal: agus, letterForms: ['KL06'], verifiers: 'either', rev: 0 });
    let one = await world.add({ startsOn: '2026-03-12', endsOn: '2026-03-13' }, 'planned');
    one = await world.own(one, 'send');
    await expect(world.decide(one, agus, { action: 'approve' })).rejects.toThrow(LearningNotFound);
    one = await world.decide(one, budi, { action: 'approve' });
    expect(one.state).toBe('supervisor_ok');
    one = await world.decide(one, agus, { action: 'approve' });
    await expect(world.own(one, 'begin')).rejects.toThrow(StepRefused);
    one = await world.decide(one, agus, { action: 'assign', letter });
    expect(one).toMatchObject({ state: 'assigned', details: { letter } });
    one = await world.own(one, 'begin');
    const { learningId, rev } = one;
    const other = { ...seminar, ...one.details, title: 'Judul lain', count: 1, notes: 'Hanya hari pertama.' };
    one = await changeDetails(world, { principal: sri, learningId, rev, details: other });
    expect(one.details).toMatchObject({
      title: seminar.title,
      count: 1,
      letter,
      notes: 'Hanya hari pertama.',
    });
    one = await world.prove(one);
    await expect(world.own(one, 'send')).rejects.toThrow(DetailsRefused);
    world.places.set('sri', { agencyId: bkn, supervisorId: budi.personId, today: '2026-03-14' });
    one = await world.own(one, 'send');
    expect((await world.decide(one, agus, { action: 'verify' })).state).toBe('verified');
  });

  it('is the agency’s as well when the supervisor has not answered for two weeks, from when it was sent last', async () => {
    const world = learningWorld();
    const sent = await world.own(await world.add({ endsOn: '2026-12-12' }, 'planned'), 'send');
    const on = (today: string) =>
      world.places.set('sri', { agencyId: bkn, supervisorId: budi.personId, today });
    on('2026-03-23');
    expect((await listForAgency(world, { principal: agus })).learnings).toEqual([]);
    await expect(world.decide(sent, agus, { action: 'approve' })).rejects.toThrow(LearningNotFound);
    on('2026-03-24');
    expect((await listForAgency(world, { principal: agus })).learnings).toHaveLength(1);
    expect(await listForTeam(world, { principal: budi })).toHaveLength(1);
    const lan = personOf('rini', ['agency-admin'], 'lan' as typeof bkn);
    await expect(world.decide(sent, lan, { action: 'approve' })).rejects.toThrow(LearningNotFound);
    const decided = await world.decide(sent, agus, { action: 'approve' });
    expect(decided.state).toBe('hr_ok');
    const { lines } = await readLearning(world, { principal: sri, ...decided });
    expect(lines.at(-1)?.by).toMatchObject({ as: 'agency' });
  });

  it('is the agency’s alone where there is no supervisor', async () => {
    const world = learningWorld();
    const own = await world.own(await world.add({}, 'planned', budi), 'send', budi);
    expect((await listForAgency(world, { principal: agus })).learnings).toHaveLength(1);
    expect((await world.decide(own, agus, { action: 'approve' })).state).toBe('hr_ok');
  });
});

describe('what is refused', () => {
  it('C7: nobody decides about their own learning, in whatever office', async () => {
    const world = learningWorld();
    const own = await world.own(await world.prove(await world.add({}, 'attended', agus), agus), 'send', agus);
    await expect(world.decide(own, agus, { action: 'verify' })).rejects.toThrow(OwnLearning);
    expect((await listForAgency(world, { principal: agus })).learnings).toEqual([]);
  });

  it('C1: another agency and another supervisor are answered as if there were nothing', async () => {
    const { world, learning } = await reported();
    const [evidence] = learning.evidence;
    if (!evidence) throw new Error('no file');
    for (const other of [
      personOf('eka', ['agency-admin'], 'lan' as typeof bkn),
      personOf('tono', ['supervisor']),
      personOf('wati', ['learner']),
    ]) {
      const asked = { ...learning, principal: other };
      await expect(readLearning(world, asked)).rejects.toThrow(LearningNotFound);
      await expect(readEvidence(world, { ...asked, ...evidence })).rejects.toThrow(LearningNotFound);
      await expect(world.decide(learning, other, { action: 'verify' })).rejects.toThrow(LearningNotFound);
      expect((await listForAgency(world, { principal: other })).learnings).toEqual([]);
    }
    const draft = await world.add({ title: 'Draf', certificate: { number: '9', issuer: 'BB' } });
    await expect(readLearning(world, { ...draft, principal: budi })).rejects.toThrow(LearningNotFound);
    expect((await readEvidence(world, { ...learning, principal: budi, ...evidence })).bytes).toEqual(pdf);
  });

  it('a decision on something else than was shown, and a second one', async () => {
    const { world, learning } = await reported();
    await expect(world.decide({ ...learning, rev: 1 }, budi, { action: 'verify' })).rejects.toThrow(
      LearningChanged,
    );
    const verified = await world.decide(learning, budi, { action: 'verify' });
    await expect(world.decide(verified, agus, { action: 'verify' })).rejects.toThrow(StepRefused);
  });

  it('the same twice, with the record that is there, and certificates of our own', async () => {
    const world = learningWorld();
    const first = await world.add();
    const again = world.add({
      title: 'Lain',
      certificate: { number: '012 sem 2026', issuer: 'UNIVERSITAS CONTOH' },
    });
    await expect(again).rejects.toThrow(LearningDuplicate);
    await expect(again).rejects.toMatchObject({ learningId: first.learningId });
    const ours = { certificate: { number: 'SINAU-AAAA-BBBB-CCCC', issuer: 'Sinau' } };
    await expect(world.add({ title: 'Lain', ...ours })).rejects.toThrow(LearningOnPlatform);
    // Its provider has told of it, so that its course has counted by itself.
    const counted = { title: 'Lain', certificate: { number: 'UI/7', issuer: 'UI' } };
    await expect(world.add(counted)).rejects.toMatchObject({
      ...{ code: 'external-learning.on-platform', year: 2026 },
    });
    await expect(world.add({}, 'attended', personOf('wati', []))).rejects.toThrow(NoAgency);
  });

  it('more records than anybody could mean', async () => {
    const world = learningWorld();
    const add = (n: number) =>
      world.add({ title: `Seminar ${n}`, certificate: { number: `${n}`, issuer: 'UI' } });
    for (let n = 0; n < 200; n += 1) await add(n);
    await expect(add(200)).rejects.toMatchObject({ code: 'external-learning.too-many' });
  });

  it.each([
    ['a form there is not', { form: 'XX99' }, '/form'],
    ['days that are turned around', { startsOn: '2026-03-04' }, '/endsOn'],
    ['more days than there are', { count: 3 }, '/count'],
    ['more JP than two days have hours for', { form: 'KL03', stated: jp(65) }, '/stated'],
    ['more sessions than two days have hours for', { form: 'NKL01', count: 33 }, '/count'],
    ['two semesters in two days', { form: 'PD01', count: 2 }, '/count'],
    ['three postings in two days', { form: 'NKL05', count: 3 }, '/count'],
    ['a training without its JP', { form: 'KL03' }, '/stated'],
    ['longer than any degree', { startsOn: '2010-03-03' }, '/endsOn'],
  ])('%s', async (_, details, path) => {
    const refused = learningWorld().add(details);
    await expect(refused).rejects.toMatchObject({ code: 'external-learning.details', issues: [{ path }] });
  });
});

describe('evidence', () => {
  it('is kept while the learner may still write, each file once, five at most', async () => {
    const world = learningWorld();
    let draft = await world.add({ stated: jp(8) });
    const add = (name: string) =>
      addEvidence(world, {
        ...{ principal: sri, learningId: draft.learningId, kind: 'report', name: `${name}.pdf` },
        bytes: new TextEncoder().encode(`%PDF-1.7 ${name}`),
      });
    for (const name of ['a', 'b', 'b', 'c', 'd', 'e']) draft = await add(name);
    expect(draft.evidence.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf']);
    await expect(add('f')).rejects.toMatchObject({ problem: 'too-many' });
    const [first] = draft.evidence;
    if (!first) throw new Error('no file');
    const place = { principal: sri, learningId: draft.learningId, evidenceId: first.evidenceId };
    draft = await removeEvidence(world, place);
    expect(draft.evidence).toHaveLength(4);
    await expect(removeEvidence(world, place)).rejects.toThrow(LearningNotFound);
    await expect(readEvidence(world, { ...place, personId: sri.personId })).rejects.toThrow(LearningNotFound);
    await world.own(draft, 'send');
    await expect(add('g')).rejects.toThrow(StepRefused);
  });

  it('is called what its name shows, and of two who add some at once nothing stays of the slower', async () => {
    const world = learningWorld();
    const { learningId } = await world.add();
    const kept = new Set<string>();
    const evidence: typeof world.evidence = {
      ...world.evidence,
      put: async (place, bytes) => {
        kept.add(place.evidenceId);
        return world.evidence.put(place, bytes);
      },
      remove: async (place) => {
        kept.delete(place.evidenceId);
        return world.evidence.remove(place);
      },
    };
    const add = (text: string) =>
      addEvidence(
        { ...world, evidence },
        {
          ...{ principal: sri, learningId, kind: 'report', name: ' Sertifikat\u202efdp.exe\n' },
          bytes: new TextEncoder().encode(`%PDF-1.7 ${text}`),
        },
      );
    const all = await Promise.allSettled(['a', 'b', 'c'].map(add));
    expect(all.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const found = await world.learnings.find(sri.personId, learningId);
    expect(found?.evidence.map(({ name }) => name)).toEqual(['Sertifikat fdp.exe']);
    expect([...kept]).toEqual(found?.evidence.map(({ evidenceId }) => evidenceId));
  });

  it('is no more than four megabytes, and a PDF', async () => {
    const world = learningWorld();
    const { learningId } = await world.add();
    const send = (bytes: Uint8Array) =>
      addEvidence(world, { principal: sri, learningId, kind: 'certificate', name: 'a.pdf', bytes });
    await expect(send(new Uint8Array(4 * 1024 * 1024 + 1))).rejects.toMatchObject({ problem: 'too-large' });
    await expect(send(new TextEncoder().encode('<html>'))).rejects.toMatchObject({ problem: 'not-pdf' });
  });
});
