import {
  communityMeetingChangedSchema,
  communityQuestionChangedSchema,
  pairChangedSchema,
  pairSessionChangedSchema,
  teachingSharedSchema,
} from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { AnswerId, Question } from '../board/board.ts';
import type { Meeting } from '../communities/community.ts';
import { erasedWords } from '../forget-person.ts';
import type { Session, Signature } from '../session.ts';
import {
  answerSample,
  attendanceSample,
  materialSample,
  meetingSample,
  memberSample,
  pairSample,
  questionSample,
  sessionSample,
} from '../testing/index.ts';
import { toAnswerRow, toQuestionRow, toWriterRow } from './board-rows.ts';
import { toMeetingRow, toMemberRow } from './community-rows.ts';
import { collaborationFacts } from './facts.ts';
import { toPairRow, toSessionRow } from './rows.ts';

const budi: Signature = {
  ...{ side: 'guide', personId: 'budi' as PersonId, at: '2026-03-02T05:00:00.000Z' },
};
const written = sessionSample({ rev: 1 });
const signed: Session = {
  ...{ ...written, rev: 2, state: 'confirmed', signatures: [...written.signatures, budi] },
};
const sessionFacts = (before: Session | undefined, after: Session) =>
  collaborationFacts({ ...(before && { before: toSessionRow(before) }), after: toSessionRow(after) });
const meetingFacts = (before: Meeting | undefined, after: Meeting) =>
  collaborationFacts({ ...(before && { before: toMeetingRow(before) }), after: toMeetingRow(after) });

describe('what a session tells', () => {
  it('is its steps, and what was taught once both have signed', () => {
    const [waits] = sessionFacts(undefined, written);
    expect(pairSessionChangedSchema.parse(waits)).toMatchObject({
      state: 'waits',
      personId: 'sri',
      version: 1,
    });
    expect(sessionFacts(undefined, written)).toHaveLength(1);
    const [confirmed, shared] = sessionFacts(written, signed);
    expect(pairSessionChangedSchema.parse(confirmed).state).toBe('confirmed');
    expect(teachingSharedSchema.parse(shared)).toMatchObject({
      ...{ shareId: 'coaching-s1-budi', revision: 2, personId: 'budi', agencyId: 'bkn', form: 'coaching' },
      ...{ minutes: 60, on: '2026-03-02', title: 'Coaching', withdrawn: false },
    });
  });

  it('takes back what was taught as soon as one signature is gone, and says what it was', () => {
    const changed: Session = {
      ...{ ...signed, rev: 3, version: 2, state: 'waits', signatures: [budi] },
      endsAt: '2026-03-02T02:45:00.000Z',
    };
    const [, back] = sessionFacts(signed, changed);
    expect(teachingSharedSchema.parse(back)).toMatchObject({ revision: 3, minutes: 60, withdrawn: true });
    const again: Session = { ...changed, rev: 4, state: 'confirmed', signatures: signed.signatures };
    expect(sessionFacts(changed, again)[1]).toMatchObject({ revision: 4, minutes: 45, withdrawn: false });
    const gone: Session = { ...signed, rev: 3, state: 'withdrawn', by: 'learner', reason: 'Salah' };
    expect(sessionFacts(signed, gone)[1]).toMatchObject({ shareId: 'coaching-s1-budi', withdrawn: true });
  });

  it('is the topic where the two show it, until its words are erased or it is taken back', () => {
    const shown: Session = { ...signed, showTopic: true };
    const [, shared] = sessionFacts(written, shown);
    expect(shared).toMatchObject({ revision: 2, title: 'Coaching: Membuka rapat' });
    const wordless = { topic: erasedWords, result: erasedWords, followUp: erasedWords };
    const erased: Session = { ...shown, ...wordless, rev: 3 };
    const told = sessionFacts(shown, erased);
    expect(told).toHaveLength(1);
    expect(teachingSharedSchema.parse(told[0])).toMatchObject({
      ...{ shareId: 'coaching-s1-budi', revision: 3, title: 'Coaching', minutes: 60, withdrawn: false },
      // When it was confirmed, so that whoever was erased since is given nothing back.
      occurredAt: shown.updatedAt,
    });
    expect(sessionFacts(erased, { ...erased, rev: 4 })).toEqual([]);
    // Nothing was told of the topic, so that nothing changes with it.
    expect(sessionFacts(signed, { ...signed, ...wordless, rev: 3 })).toEqual([]);
    const gone: Session = { ...shown, rev: 3, state: 'withdrawn', by: 'learner', reason: 'Salah' };
    expect(sessionFacts(shown, gone)[1]).toMatchObject({ title: 'Coaching', withdrawn: true });
  });

  it('is never a word of it, and nothing where only its turn has moved on', () => {
    const all = JSON.stringify([sessionFacts(undefined, written), sessionFacts(written, signed)]);
    expect(all).not.toMatch(/Membuka|Agenda|Senin/);
    const turn = { step: 'lapse', at: '2026-04-01T00:00:00.000Z' } as const;
    expect(sessionFacts(written, { ...written, rev: 2, turn })).toEqual([]);
  });
});

it('a pair tells of its states', () => {
  const asked = pairSample({ state: 'invited', rev: 1 });
  const [fact] = collaborationFacts({ after: toPairRow(asked) });
  expect(pairChangedSchema.parse(fact)).toMatchObject({ pairId: 'p1', state: 'invited' });
  const turned = { ...asked, rev: 2, turn: { step: 'lapse', at: '2026-04-01T00:00:00.000Z' } } as const;
  expect(collaborationFacts({ before: toPairRow(asked), after: toPairRow(turned) })).toEqual([]);
});

describe('what a meeting tells', () => {
  const open = meetingSample({
    rev: 1,
    attendances: [
      attendanceSample('sri', { taughtAt: '2026-03-02T05:00:00.000Z' }),
      attendanceSample('tuti'),
    ],
  });
  const closed: Meeting = {
    ...{
      ...open,
      rev: 2,
      state: 'closed',
      closedBy: 'budi' as PersonId,
    },
  } as Meeting;

  it('is who is concerned: everybody by a step, and those alone whose attendance has changed', () => {
    const [planned] = meetingFacts(undefined, meetingSample({ rev: 1 }));
    expect(communityMeetingChangedSchema.parse(planned)).toMatchObject({ change: 'planned', personIds: [] });
    const one = {
      ...open,
      rev: 2,
      attendances: [attendanceSample('sri', { present: false }), attendanceSample('tuti')],
    };
    expect(meetingFacts(open, one)).toMatchObject([{ change: 'attendance', personIds: ['sri'] }]);
    expect(meetingFacts(open, { ...open, rev: 2, minutes: 'Notula' })).toEqual([]);
    expect(meetingFacts(closed, { ...closed, rev: 3, materials: [materialSample()] })).toEqual([]);
    expect(meetingFacts(open, closed)[0]).toMatchObject({ change: 'closed', personIds: ['sri', 'tuti'] });
  });

  it('is what those who led it have given, whoever has closed it, and its end', () => {
    const facts = meetingFacts(open, closed);
    expect(facts).toHaveLength(2);
    expect(teachingSharedSchema.parse(facts[1])).toMatchObject({
      ...{ shareId: 'community-m1-sri', form: 'community', minutes: 135, on: '2026-03-02' },
      ...{ revision: 2, withdrawn: false },
    });
    const { closedBy: _, ...rest } = closed;
    const opened: Meeting = { ...rest, rev: 3, state: 'open', reason: 'Salah' };
    expect(meetingFacts(closed, opened)[1]).toMatchObject({ shareId: 'community-m1-sri', withdrawn: true });
  });
});

it('a member tells of their states', () => {
  const asked = memberSample({ role: 'member', state: 'asked', rev: 1 });
  const letIn = { ...asked, state: 'in', rev: 2 } as const;
  expect(collaborationFacts({ before: toMemberRow(asked), after: toMemberRow(letIn) })).toMatchObject([
    { type: 'community-member-changed', state: 'in' },
  ]);
  const leads = { ...letIn, role: 'facilitator', rev: 3 } as const;
  const factsOf = (before: typeof asked | undefined, after: typeof asked) =>
    collaborationFacts({ ...(before && { before: toMemberRow(before) }), after: toMemberRow(after) });
  expect(factsOf(letIn, leads)).toMatchObject([{ state: 'in', lead: 'begins' }]);
  expect(factsOf(leads, { ...leads, rev: 4 })).toEqual([]);
  expect(factsOf(leads, { ...leads, role: 'member', rev: 4 })).toEqual([]);
  const gone = { ...leads, role: 'member', state: 'left', rev: 4 } as const;
  expect(factsOf(leads, gone)).toMatchObject([{ state: 'left', lead: 'ends' }]);
  const [left, founded] = [factsOf(letIn, { ...gone, rev: 3 }), factsOf(undefined, leads)];
  for (const [fact] of [left, founded]) expect(fact).not.toHaveProperty('lead');
});

describe('what a board tells', () => {
  const told = (before: Question | undefined, after: Question) =>
    collaborationFacts({ ...(before && { before: toQuestionRow(before) }), after: toQuestionRow(after) });
  const question = questionSample({ rev: 1 });

  it('is that something was asked, answered and has helped, once each and without a word of it', () => {
    const [asked] = told(undefined, question);
    expect(communityQuestionChangedSchema.parse(asked)).toMatchObject({ change: 'asked', questionId: 'q1' });
    const [answered] = collaborationFacts({ after: toAnswerRow(answerSample({ rev: 1 })) });
    expect(communityQuestionChangedSchema.parse(answered)).toMatchObject({
      change: 'answered',
      answerId: 'a1',
    });
    const helpful = { answerId: 'a1' as AnswerId, at: '2026-03-03T00:00:00.000Z' };
    const [helped] = told(question, { ...question, helpful, rev: 2 });
    expect(communityQuestionChangedSchema.parse(helped)).toMatchObject({
      ...{ change: 'helped', answerId: 'a1', occurredAt: helpful.at },
    });
    expect(JSON.stringify([asked, answered, helped])).not.toMatch(/halaman|contoh|sri|budi/);
  });

  it('is nothing where words are changed, hidden, taken away or counted', () => {
    const helpful = { answerId: 'a1' as AnswerId, at: '2026-03-03T00:00:00.000Z' };
    const marked = { ...question, helpful };
    expect(told(question, { ...question, title: 'Lain', rev: 2 })).toEqual([]);
    expect(told(marked, { ...marked, answers: 2, rev: 2 })).toEqual([]);
    expect(told(marked, { ...question, rev: 2 })).toEqual([]);
    const [before, after] = [
      toAnswerRow(answerSample()),
      toAnswerRow(answerSample({ text: 'Lain', rev: 1 })),
    ];
    expect(collaborationFacts({ before, after })).toEqual([]);
    expect(collaborationFacts({ before: toQuestionRow(question) })).toEqual([]);
    const { communityId, askedBy } = question;
    const writer = { communityId, personId: askedBy ?? ('' as never), day: '2026-03-02', questions: 1 };
    expect(collaborationFacts({ after: toWriterRow({ ...writer, answers: 0, rev: 1 }) })).toEqual([]);
  });
});
