import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import {
  assess,
  type CompetencyId,
  changeItem,
  declareOwn,
  describeTechnical,
  forgetOwn,
  moveItem,
  nationalCompetencies,
  type PlanItem,
  planRequestSchema,
  proposeItem,
  readProfile,
  readTeam,
  recommendFor,
  type StandardRequest,
  setStandard,
  technicalId,
  withdrawAssessment,
  withdrawStandard,
} from './index.ts';
import { priorityOf, ranked } from './priority.ts';
import { standardFor, titleKey } from './standard.ts';
import {
  agus,
  badan,
  budi,
  competencyWorld,
  memberOf,
  personOf,
  sri,
  today,
} from './testing/competency-world.ts';

const m = (n: number) => `M${n}` as CompetencyId;
const keu = { code: 'KEU.01', name: 'Pengelolaan kas', field: 'Keuangan', levels: [], verified: false };
const standardOf = (over: Partial<StandardRequest> = {}): StandardRequest => ({
  ...{ post: { title: 'Analis Keuangan' }, from: '2026-01-01', criticality: 2, verified: false },
  requirements: [
    { competencyId: m(1), level: 3 },
    { competencyId: m(7), level: 3 },
  ],
  ...over,
});

const profileOf = (world: ReturnType<typeof competencyWorld>, principal = sri, personId = sri.personId) =>
  readProfile(world, { principal, personId });
const test = { method: 'competency-test', level: 1, assessedOn: '2026-03-01' } as const;

describe('dictionaries', () => {
  it('have nine national competencies with five levels in both languages, marked as not verified', () => {
    const nine = nationalCompetencies(today);
    expect(nine.map(({ competencyId }) => competencyId)).toEqual([...[1, 2, 3, 4, 5, 6, 7, 8].map(m), 'S1']);
    for (const { levels, verified, legalBasis } of nine) {
      expect(levels.map(({ id, en }) => Boolean(id && en))).toEqual([true, true, true, true, true]);
      expect([verified, legalBasis]).toEqual([false, 'PermenPANRB 38/2017']);
    }
  });

  it('keep editions by day, and say of what is described again that it is so', async () => {
    const world = competencyWorld();
    const describe = (request: Parameters<typeof describeTechnical>[1]['request']) =>
      describeTechnical(world, { agencyId: badan, request });
    expect(await describe({ ...keu, from: '2026-01-01' })).toBe('created');
    expect(await describe({ ...keu, from: '2026-01-01' })).toBe('skipped');
    expect(await describe({ ...keu, from: '2027-01-01', name: 'Kas dan bank' })).toBe('changed');
    expect((await profileOf(world)).dictionary.get('T.KEU.01')?.name.id).toBe('Pengelolaan kas');
  });
});

describe('standards', () => {
  it('go by title, else by group, else by the template, which is marked', async () => {
    const world = competencyWorld();
    expect((await profileOf(world)).standard).toMatchObject({ source: 'template', verified: false });
    expect((await profileOf(world)).comparison.rows.map(({ required }) => required)).toEqual(
      Array(9).fill(3),
    );
    await setStandard(world, { agencyId: badan, request: standardOf({ post: { group: 'ahli-muda' } }) });
    expect((await profileOf(world)).standard?.source).toBe('group');
    await setStandard(world, {
      agencyId: badan,
      request: standardOf({ requirements: [{ competencyId: m(2), level: 1 }] }),
    });
    expect((await profileOf(world)).standard).toMatchObject({ source: 'title', criticality: 2 });
    await withdrawStandard(world, {
      principal: agus,
      post: titleKey('analis  KEUANGAN'),
      state: 'withdrawn',
    });
    expect((await profileOf(world)).standard?.source).toBe('group');
  });

  it('hold from their day on', async () => {
    const world = competencyWorld();
    const level = (n: 1 | 4) => [{ competencyId: m(1), level: n }] as const;
    await setStandard(world, { agencyId: badan, request: standardOf({ requirements: [...level(1)] }) });
    await setStandard(world, {
      agencyId: badan,
      request: standardOf({ from: '2026-11-29', requirements: [...level(4)] }),
    });
    const found = new Map((await world.standards.standards(badan)).map((one) => [one.post, one]));
    const post = memberOf('x', { post: { title: 'Analis Keuangan', family: 'pelaksana' } }).post;
    expect(standardFor(found, post, '2026-11-28')?.requirements[0]?.level).toBe(1);
    expect(standardFor(found, post, '2026-11-29')?.requirements[0]?.level).toBe(4);
  });

  it('refuse a competency that is in no dictionary, and one of another agency', async () => {
    const world = competencyWorld();
    const request = standardOf({ requirements: [{ competencyId: technicalId('KEU.01'), level: 2 }] });
    const set = () => setStandard(world, { agencyId: badan, request });
    await expect(set()).rejects.toMatchObject({ code: 'competency.unknown' });
    await describeTechnical(world, { agencyId: 'dinas' as AgencyId, request: { ...keu, from: today } });
    await expect(set()).rejects.toMatchObject({ code: 'competency.unknown' });
    await describeTechnical(world, { agencyId: badan, request: { ...keu, from: today } });
    expect(await set()).toBe('created');
    expect(await set()).toBe('skipped');
  });
});

describe('assessments', () => {
  const record = (
    world: ReturnType<typeof competencyWorld>,
    principal = agus,
    given: Partial<Parameters<typeof assess>[1]['request']> & { readonly about?: PersonId } = {},
  ) => {
    const { about: personId = sri.personId, ...over } = given;
    return assess(world, { principal, personId, request: { ...test, competencyId: m(1), ...over } });
  };

  it('are recorded by the supervisor or the agency, never about oneself (case C7)', async () => {
    const world = competencyWorld();
    await record(world);
    await record(world, budi, { competencyId: m(2), method: 'supervisor' });
    const refused = { code: 'competency.move-not-allowed' };
    await expect(record(world, sri)).rejects.toMatchObject(refused);
    await expect(record(world, agus, { about: agus.personId })).rejects.toMatchObject(refused);
    await expect(record(world, budi)).rejects.toMatchObject(refused);
    expect((await profileOf(world)).assessments).toHaveLength(2);
  });

  it('C1, C2: are nobody else’s to see, and somebody who is not there is answered alike', async () => {
    const world = competencyWorld();
    const strangers = [
      personOf('tono', ['learner', 'supervisor']),
      personOf('wati', ['agency-admin'], 'dinas' as AgencyId),
    ];
    for (const principal of strangers) {
      for (const personId of [sri.personId, 'nobody' as PersonId]) {
        await expect(profileOf(world, principal, personId)).rejects.toMatchObject({
          code: 'competency.not-found',
        });
        await expect(record(world, principal, { about: personId })).rejects.toMatchObject({
          code: 'competency.not-found',
        });
      }
    }
  });

  it('refuse days to come, ends before the beginning, and unknown competencies', async () => {
    const world = competencyWorld();
    const wrong = (over: Parameters<typeof record>[2]) => record(world, agus, over);
    await expect(wrong({ assessedOn: '2026-11-29' })).rejects.toMatchObject({ code: 'competency.wrong-day' });
    await expect(wrong({ validTo: '2026-02-28' })).rejects.toMatchObject({ code: 'competency.wrong-day' });
    await expect(wrong({ competencyId: technicalId('X') })).rejects.toMatchObject({
      code: 'competency.unknown',
    });
    expect((await profileOf(world)).assessments).toEqual([]);
  });

  it('are withdrawn with a reason and come back, the supervisor’s by the supervisor', async () => {
    const world = competencyWorld();
    await record(world);
    const name = ['M1', '', '2026-03-01', 'competency-test'];
    const at = { personId: sri.personId, name };
    await expect(
      withdrawAssessment(world, { principal: budi, ...at, reason: 'Keliru' }),
    ).rejects.toMatchObject({ code: 'competency.move-not-allowed' });
    await withdrawAssessment(world, { principal: agus, ...at, reason: 'Tertukar' });
    expect((await profileOf(world)).comparison.match).toBeUndefined();
    expect((await profileOf(world)).assessments[0]?.withdrawn?.reason).toBe('Tertukar');
    await withdrawAssessment(world, { principal: agus, ...at });
    expect((await profileOf(world)).comparison.match).toMatchObject({ assessed: 1 });
  });

  it('L14: an own word stands beside, changes at will and goes', async () => {
    const world = competencyWorld();
    await declareOwn(world, { principal: sri, word: { competencyId: m(1), level: 5, note: 'Menurut saya' } });
    await declareOwn(world, { principal: sri, word: { competencyId: m(1), level: 4 } });
    const { comparison, assessments } = await profileOf(world, budi);
    expect(comparison.rows[0]).toMatchObject({ standing: 'not-assessed', own: { level: 4 } });
    expect([comparison.match, assessments.length]).toEqual([undefined, 1]);
    await forgetOwn(world, { principal: sri, competencyId: m(1) });
    expect((await profileOf(world)).assessments).toEqual([]);
  });
});

describe('plans', () => {
  const words = {
    competencyId: m(7),
    form: 'NKL01',
    title: 'Bimbingan',
    targetLevel: 3,
    evidence: 'Satu proses diperbaiki',
    commitment: 'Saya menerapkannya; atasan memberi waktu.',
    dueOn: '2027-06-30',
  } as const;
  const item = async (world: ReturnType<typeof competencyWorld>): Promise<PlanItem> => {
    const found = (await profileOf(world)).items[0];
    if (!found) throw new Error('no item');
    return found;
  };
  const proposed = async (principal = sri) => {
    const world = competencyWorld();
    await proposeItem(world, { principal, personId: sri.personId, request: words });
    return world;
  };

  it('are agreed by the supervisor, finished by the learner, and each step is kept', async () => {
    const world = await proposed();
    expect((await readTeam(world, { principal: budi }))[0]).toMatchObject({ waiting: 1 });
    const move = async (principal: typeof sri, name: 'agree' | 'finish', note?: string) => {
      const { itemId, rev } = await item(world);
      await moveItem(world, {
        ...{ principal, personId: sri.personId, itemId, rev, move: name },
        ...(note !== undefined && { note }),
      });
    };
    await expect(move(sri, 'agree')).rejects.toMatchObject({ code: 'competency.move-not-allowed' });
    await move(budi, 'agree');
    await move(sri, 'finish', 'Tiga pertemuan');
    const { state, steps } = await item(world);
    expect(state).toBe('done');
    expect(steps.map((one) => [one.move, one.by.name, one.note])).toEqual([
      ['propose', 'sri', undefined],
      ['agree', 'budi', undefined],
      ['finish', 'sri', 'Tiga pertemuan'],
    ]);
    // What is finished is evidence: the level stands as nobody has assessed it.
    const row = (await profileOf(world)).comparison.rows.find(({ competencyId }) => competencyId === 'M7');
    expect(row?.standing).toBe('not-assessed');
  });

  it('hold with evidence and commitment alone, for the gap as it stood when both agreed', async () => {
    for (const lack of [{ evidence: ' ' }, { commitment: '' }]) {
      expect(planRequestSchema.safeParse({ ...words, ...lack }).success).toBe(false);
    }
    const world = await proposed();
    const agree = async () => {
      const { itemId, rev } = await item(world);
      await moveItem(world, { principal: budi, personId: sri.personId, itemId, rev, move: 'agree' });
    };
    // One that was proposed before commitments were asked for.
    const { commitment: _, ...old } = await item(world);
    await world.persons.saveItem(old);
    await expect(agree()).rejects.toMatchObject({ code: 'competency.item-incomplete' });
    const { itemId, rev } = await item(world);
    await changeItem(world, { principal: sri, personId: sri.personId, itemId, rev, request: words });
    await agree();
    const agreed = await item(world);
    expect(agreed).toMatchObject({ state: 'agreed', commitment: words.commitment });
    const row = (await profileOf(world)).comparison.rows.find(({ competencyId }) => competencyId === m(7));
    expect(row).toBeDefined();
    expect(agreed.gap).toEqual({ required: row?.required });
  });

  it('come back with a reason alone, and are changed by who proposed them', async () => {
    const world = await proposed();
    const first = await item(world);
    const at = { personId: sri.personId, itemId: first.itemId };
    const back = { ...at, principal: budi, rev: first.rev, move: 'return' } as const;
    await expect(moveItem(world, back)).rejects.toMatchObject({ code: 'competency.move-not-allowed' });
    await moveItem(world, { ...back, note: 'Pilih yang lebih dekat' });
    await expect(
      changeItem(world, { ...at, principal: sri, rev: first.rev, request: words }),
    ).rejects.toMatchObject({ code: 'competency.changed' });
    const { rev } = await item(world);
    await changeItem(world, { ...at, principal: sri, rev, request: { ...words, dueOn: '2027-03-31' } });
    expect(await item(world)).toMatchObject({ state: 'proposed', dueOn: '2027-03-31' });
  });

  it('are agreed by the agency where somebody has no supervisor, and not beside one', async () => {
    const world = await proposed();
    const { itemId, rev } = await item(world);
    const agree = { principal: agus, personId: sri.personId, itemId, rev, move: 'agree' } as const;
    await expect(moveItem(world, agree)).rejects.toMatchObject({ code: 'competency.move-not-allowed' });
    const { supervisorId: _, ...alone } = memberOf('sri');
    world.people.set('sri', alone);
    await moveItem(world, agree);
    expect((await item(world)).state).toBe('agreed');
  });
});

describe('priority', () => {
  it('is gap × criticality × people ÷ cost; what is free costs the least that anything does', () => {
    expect(priorityOf({ weight: 12, price: 0 })).toBe(12);
    expect(priorityOf({ weight: 12, price: 50_000 })).toBe(12);
    expect(priorityOf({ weight: 12, price: 600_000 })).toBe(1);
    const needs = [
      { id: 'b', weight: 12, price: 600_000 },
      { id: 'c', weight: 2, price: 0 },
      { id: 'a', weight: 0, price: 0 },
    ];
    expect(ranked(needs).map(({ id }) => id)).toEqual(['c', 'b']);
  });

  it('names for a person what leads beyond what they hold', async () => {
    const world = competencyWorld();
    await assess(world, {
      principal: agus,
      personId: sri.personId,
      request: { ...test, competencyId: m(1) },
    });
    const { comparison } = await profileOf(world);
    const teaches = (courseId: string, level: 1 | 2 | 3) => ({
      ...{ courseId, providerId: 'univ' as ProviderId, updatedAt: '', rev: 1 },
      teaches: [{ competencyId: m(1), level }],
    });
    const found = recommendFor(
      { rows: comparison.rows, criticality: 3 },
      [teaches('low', 1), teaches('paid', 3), teaches('free', 2)],
      new Map(
        ['low', 'paid', 'free'].map((courseId) => [
          courseId,
          { courseId, price: courseId === 'paid' ? 500_000 : 0 },
        ]),
      ),
    );
    expect(found.map(({ courseId, priority, because }) => [courseId, priority, because])).toEqual([
      ['free', 6, { points: 2, people: 1, price: 0, criticality: 3 }],
      ['paid', 0.6, { points: 2, people: 1, price: 500_000, criticality: 3 }],
    ]);
  });
});
