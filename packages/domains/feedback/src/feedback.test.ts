import { type AgencyId, blotOut, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { giveAnswer, openForm } from './give-answer.ts';
import { listComments, moderateComment } from './moderate.ts';
import type { AnswerStore, SenderLimit, ServiceStore } from './ports.ts';
import { setPromise } from './promises.ts';
import { listPublicServices, readPublicService, readService } from './read-service.ts';
import { type ElementCode, elementCodes } from './rule.ts';
import type { Service, ServiceId } from './service.ts';
import { addService, changeService, listServices, openOrClose } from './services.ts';
import { leastAnswers } from './standing.ts';
import { surveyRequestSchema } from './survey.ts';
import { endSurvey, planSurvey } from './surveys.ts';
import { memoryFeedbackStores } from './testing/index.ts';

const rina: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['learner', 'agency-admin'] },
  agencyId: 'bkn' as AgencyId,
};
const elsewhere: PersonPrincipal = { ...rina, agencyId: 'lan' as AgencyId };
const learner: PersonPrincipal = { ...rina, roles: ['learner'] };

const scoresOf = (score: number, over: Partial<Record<ElementCode, number>> = {}) => ({
  ...(Object.fromEntries(elementCodes.map((code) => [code, score])) as Record<ElementCode, number>),
  ...over,
});

describe('what citizens say', () => {
  let clock: ReturnType<typeof fixedClock>;
  let deps: {
    readonly services: ServiceStore;
    readonly answers: AnswerStore;
    readonly limit: SenderLimit;
    readonly clock: ReturnType<typeof fixedClock>;
    readonly ids: ReturnType<typeof countedIds>;
    readonly signer: ReturnType<typeof hmacSigner>;
  };
  let senders: Map<string, number>;
  let service: Service;
  beforeEach(() => beginAnew());
  async function beginAnew() {
    clock = fixedClock('2026-11-10T01:00:00.000Z');
    senders = new Map();
    const limit: SenderLimit = {
      async admit(sender) {
        senders.set(sender, (senders.get(sender) ?? 0) + 1);
        return (senders.get(sender) ?? 0) <= 30;
      },
    };
    const signer = hmacSigner('a-secret-of-at-least-thirty-two-bytes');
    deps = { ...memoryFeedbackStores(), limit, clock, ids: countedIds(), signer };
    service = await addService(deps, { principal: rina, request: { name: 'KTP elektronik' } });
  }
  const at = () => ({ principal: rina, serviceId: service.serviceId });
  const plan = (
    from: string,
    to: string,
    over: { readonly served?: number; readonly swapped?: boolean } = {},
  ) => planSurvey(deps, { ...at(), request: { from, to, swapped: false, ...over } });
  const formOf = async () => (await openForm(deps, service)).form ?? '';
  const answer = async (
    scores: Record<ElementCode, number>,
    comment?: string,
    sender = `s-${senders.size}`,
  ) => {
    const request = { form: await formOf(), scores, ...(comment !== undefined && { comment }) };
    return giveAnswer(deps, { place: service, request, sender });
  };

  it('opens and closes by its days, those of western Indonesia', async () => {
    await plan('2026-11-11', '2026-11-12');
    expect((await openForm(deps, service)).survey).toBeUndefined();
    // 00:30 on the 11th in Jakarta is the evening before in UTC.
    clock.advance(16.5 * 3_600_000);
    expect((await openForm(deps, service)).survey?.surveyId).toBe('2026-11-11');
    clock.advance(47 * 3_600_000);
    expect((await openForm(deps, service)).survey?.surveyId).toBe('2026-11-11');
    const form = await formOf();
    clock.advance(3_600_000);
    expect((await openForm(deps, service)).survey).toBeUndefined();
    const late = giveAnswer(deps, { place: service, request: { form, scores: scoresOf(4) }, sender: 'a' });
    await expect(late).rejects.toMatchObject({ code: 'feedback.survey-closed' });
  });

  it('counts a form once, keeps nothing of who sent it, and blots numbers and addresses out', async () => {
    await plan('2026-11-01', '2026-11-30');
    const form = await formOf();
    const request = {
      form,
      scores: scoresOf(3),
      comment: 'Hubungi 0812-3456-7890 atau budi@contoh.id. Antre 2 jam.',
    };
    expect(await giveAnswer(deps, { place: service, request, sender: '203.0.113.9' })).toBe('kept');
    expect(await giveAnswer(deps, { place: service, request, sender: '203.0.113.9' })).toBe('repeated');
    const view = await readService(deps, at());
    expect(view.surveys[0]).toMatchObject({ answers: 1, comments: { waiting: 1 } });
    expect(view.surveys[0]?.satisfaction).toBeUndefined();
    const surveyId = view.surveys[0]?.survey.surveyId ?? ('' as never);
    const { comments } = await listComments(deps, { ...at(), surveyId, state: 'waiting', limit: 10 });
    expect(comments[0]?.text).toBe('Hubungi […] atau […]. Antre 2 jam.');
    expect(JSON.stringify([view, comments])).not.toContain('203.0.113.9');
  });

  it('refuses a form that is made up, of another service, or older than four hours', async () => {
    await plan('2026-11-01', '2026-11-30');
    const form = await formOf();
    const send = (one: string, place: { agencyId: AgencyId; serviceId: ServiceId } = service) =>
      giveAnswer(deps, { place, request: { form: one, scores: scoresOf(4) }, sender: 'a' });
    await expect(send(`${form}x`)).rejects.toMatchObject({ code: 'feedback.form-expired' });
    await expect(send('')).rejects.toMatchObject({ code: 'feedback.form-expired' });
    const other = await addService(deps, { principal: rina, request: { name: 'Akta kelahiran' } });
    await planSurvey(deps, {
      ...{ principal: rina, serviceId: other.serviceId },
      request: { from: '2026-11-01', to: '2026-11-30', swapped: false },
    });
    await expect(send(form, other)).rejects.toMatchObject({ code: 'feedback.form-expired' });
    clock.advance(4 * 3_600_000);
    await expect(send(form)).rejects.toMatchObject({ code: 'feedback.form-expired' });
    expect((await readService(deps, at())).surveys[0]?.answers).toBe(0);
  });

  it('slows down whoever answers again and again, and nobody else', async () => {
    await plan('2026-11-01', '2026-11-30');
    for (let n = 0; n < 30; n += 1) await answer(scoresOf(1), undefined, 'loket');
    await expect(answer(scoresOf(1), undefined, 'loket')).rejects.toMatchObject({
      code: 'feedback.too-many-answers',
    });
    expect(await answer(scoresOf(4), undefined, 'rumah')).toBe('kept');
  });

  it('lets surveys of one service share no day, also where one ended early', async () => {
    await plan('2026-11-01', '2026-11-20');
    await expect(plan('2026-11-20', '2026-11-25')).rejects.toMatchObject({
      code: 'feedback.survey-overlaps',
    });
    expect(await endSurvey(deps, { ...at(), surveyId: '2026-11-01' as never })).toBe('ended');
    await expect(plan('2026-11-10', '2026-11-25')).rejects.toMatchObject({
      code: 'feedback.survey-overlaps',
    });
    await plan('2026-11-11', '2026-11-25');
    await expect(endSurvey(deps, { ...at(), surveyId: '2026-11-01' as never })).rejects.toMatchObject({
      code: 'feedback.survey-closed',
    });
    expect(await endSurvey(deps, { ...at(), surveyId: '2026-11-11' as never })).toBe('removed');
    await plan('2026-11-11', '2026-11-12');
  });

  it('keeps the order of the last two elements as it was asked', async () => {
    const survey = await plan('2026-11-01', '2026-11-30', { swapped: true });
    expect(survey.elements.map(({ code, subject }) => [code, subject]).slice(-3)).toEqual([
      ['u7', 'conduct'],
      ['u8', 'facilities'],
      ['u9', 'complaints'],
    ]);
  });

  it('P3, P5: tells nothing of less than ten answers, and everything of ten once it is over, with the comments that a moderator has shown', async () => {
    await plan('2026-11-01', '2026-11-30', { served: 1_000 });
    for (let n = 1; n < leastAnswers; n += 1) await answer(scoresOf(4), `Ramah ${n}`);
    const surveyId = '2026-11-01' as never;
    const { comments } = await listComments(deps, { ...at(), surveyId, state: 'waiting', limit: 50 });
    const show = (comment: (typeof comments)[number]) =>
      moderateComment(deps, { ...at(), surveyId, comment, decision: { state: 'shown' } });
    for (const comment of comments.slice(0, 2)) await show(comment);
    const few = await readPublicService(deps, service);
    expect(few.surveys[0]).toMatchObject({ answers: 0, wished: 278 });
    expect(few.surveys[0]?.satisfaction).toBeUndefined();
    expect(few.surveys[0]?.counts).toBeUndefined();
    expect(few.comments).toEqual([]);
    await answer(scoresOf(4, { u6: 1 }));
    expect((await readPublicService(deps, service)).surveys[0]?.satisfaction).toBeUndefined();
    await endSurvey(deps, { ...at(), surveyId });
    const enough = await readPublicService(deps, service);
    expect(enough.surveys[0]).toMatchObject({
      answers: 10,
      satisfaction: { grade: 'A', means: { u6: 370 } },
      comments: { waiting: 0, shown: 2, hidden: 0 },
    });
    expect(enough.comments).toHaveLength(2);
  });

  it('P3: gives away nobody’s scores to who looks before and after: what is shown differs by ten answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 64 }),
        async (scores) => {
          await beginAnew();
          await plan('2026-11-01', '2026-11-30');
          const seen = [0];
          for (const [n, score] of scores.entries()) {
            await answer(scoresOf(score), n % 3 === 0 ? 'Antre lama' : undefined, `s-${n}`);
            const [shown] = (await readPublicService(deps, service)).surveys;
            const [desk] = (await readService(deps, at())).surveys;
            expect(shown?.comments.waiting).toBe(0);
            expect(desk?.satisfaction).toEqual(shown?.satisfaction);
            const told = shown?.counts?.answers ?? 0;
            // Ten who answered last are in no number yet.
            expect(told === 0 || n + 1 - told >= leastAnswers).toBe(true);
            if (told !== seen.at(-1)) seen.push(told);
          }
          await endSurvey(deps, { ...at(), surveyId: '2026-11-01' as never });
          const [end] = (await readPublicService(deps, service)).surveys;
          expect(end?.answers).toBe(scores.length < leastAnswers ? 0 : scores.length);
          if (end?.answers !== 0 && end?.answers !== seen.at(-1)) seen.push(scores.length);
          for (const [n, told] of seen.slice(1).entries()) {
            expect(told - (seen[n] ?? 0)).toBeGreaterThanOrEqual(leastAnswers);
          }
          if (scores.length >= 2 * leastAnswers) expect(seen.length).toBeGreaterThan(1);
        },
      ),
      { numRuns: 25, seed: 2026 },
    );
  });

  it('lets a moderator hide a comment for a reason and show it again, and another one find it changed', async () => {
    await plan('2026-11-01', '2026-11-30');
    await answer(scoresOf(2), 'Petugas bernama Budi kasar');
    const surveyId = '2026-11-01' as never;
    const list = async (state: 'waiting' | 'hidden' | 'shown') =>
      (await listComments(deps, { ...at(), surveyId, state, limit: 5 })).comments;
    const [comment] = await list('waiting');
    if (!comment) throw new Error('no comment');
    const hide = { state: 'hidden', reason: 'names-somebody' } as const;
    await moderateComment(deps, { ...at(), surveyId, comment, decision: hide });
    await expect(
      moderateComment(deps, { ...at(), surveyId, comment, decision: { state: 'shown' } }),
    ).rejects.toMatchObject({ code: 'feedback.not-found' });
    const [hidden] = await list('hidden');
    expect(hidden).toMatchObject({ reason: 'names-somebody', decided: { by: 'Rina' } });
    if (!hidden) throw new Error('not hidden');
    await moderateComment(deps, { ...at(), surveyId, comment: hidden, decision: { state: 'shown' } });
    expect((await list('shown'))[0]?.reason).toBeUndefined();
  });

  it('8: shows nobody of another agency, and no learner, anything but what is public', async () => {
    await plan('2026-11-01', '2026-11-30');
    const surveyId = '2026-11-01' as never;
    for (const principal of [elsewhere, learner]) {
      const where = { principal, serviceId: service.serviceId };
      const refused = { code: 'feedback.not-found' };
      await expect(readService(deps, where)).rejects.toMatchObject(refused);
      await expect(endSurvey(deps, { ...where, surveyId })).rejects.toMatchObject(refused);
      await expect(
        listComments(deps, { ...where, surveyId, state: 'waiting', limit: 1 }),
      ).rejects.toMatchObject(refused);
      await expect(openOrClose(deps, { ...where, state: 'closed' })).rejects.toMatchObject(refused);
      const request = { said: 'Antre lama', action: 'Loket kedua', state: 'planned' } as const;
      await expect(setPromise(deps, { ...where, request })).rejects.toMatchObject(refused);
    }
    expect(await listServices(deps, { principal: elsewhere })).toEqual([]);
  });

  it('takes a closed service out of public, with its survey, and brings it back', async () => {
    await plan('2026-11-01', '2026-11-30');
    const form = await formOf();
    await openOrClose(deps, { ...at(), state: 'closed' });
    expect(await listPublicServices(deps, service.agencyId)).toEqual([]);
    await expect(readPublicService(deps, service)).rejects.toMatchObject({ code: 'feedback.not-found' });
    const late = giveAnswer(deps, { place: service, request: { form, scores: scoresOf(4) }, sender: 'a' });
    await expect(late).rejects.toMatchObject({ code: 'feedback.survey-closed' });
    await openOrClose(deps, { ...at(), state: 'open' });
    expect((await openForm(deps, service)).survey?.surveyId).toBe('2026-11-01');
  });

  it('changes a service and a promise only over what was read', async () => {
    await changeService(deps, { ...at(), request: { name: 'KTP elektronik', unit: 'Dukcapil' }, rev: 1 });
    await expect(changeService(deps, { ...at(), request: { name: 'KTP' }, rev: 1 })).rejects.toMatchObject({
      code: 'feedback.changed',
    });
    const request = { said: 'Antre lama sekali', action: 'Loket kedua dibuka', state: 'planned' } as const;
    const promise = await setPromise(deps, { ...at(), request });
    const kept = { ...request, state: 'kept' } as const;
    await setPromise(deps, { ...at(), request: kept, existing: promise });
    await expect(setPromise(deps, { ...at(), request, existing: promise })).rejects.toMatchObject({
      code: 'feedback.changed',
    });
    const view = await readPublicService(deps, service);
    expect(view.promises).toMatchObject([{ state: 'kept', said: 'Antre lama sekali' }]);
  });
});

describe('a comment', () => {
  it.each([
    ['NIK saya 3171234567890123', 'NIK saya […]'],
    ['telepon +62 812 3456 7890 ya', 'telepon […] ya'],
    ['email budi.s+1@dinas.contoh.go.id.', 'email […].'],
    ['NIP 19850312 201001 1 004', 'NIP […]'],
    ['NIP 1985\u200B0312\u2060201001\u200E1004.', 'NIP […].'],
    ['telepon 0812\u20133456\u00A07890', 'telepon […]'],
    ['tulis b\u200Budi@\u200Bdinas.go.id', 'tulis […]'],
  ])('loses what tells who wrote it: %s', (given, kept) => {
    expect(blotOut(given)).toBe(kept);
  });

  it.each([
    'Tanggal 12-11-2026 jam 08.00 bayar Rp 50.000',
    'Loket 3, nomor antrean 114',
    'U1 sampai U9 baik',
    'Buka 08.00\u201316.00, loket 1\u20134 \u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  ])('keeps the rest: %s', (given) => {
    expect(blotOut(given)).toBe(given);
  });
});

describe('days of a survey', () => {
  it.each([
    ['2026-11-02', '2026-11-01'],
    ['2026-01-01', '2027-01-02'],
    ['2026-02-30', '2026-03-01'],
    ['1 November', '2026-11-30'],
  ])('are refused from %s to %s', (from, to) => {
    expect(surveyRequestSchema.safeParse({ from, to, swapped: false }).success).toBe(false);
  });

  it('may be those of a whole year', () => {
    const year = { from: '2026-01-01', to: '2026-12-31', swapped: false };
    expect(surveyRequestSchema.safeParse(year).success).toBe(true);
  });
});
