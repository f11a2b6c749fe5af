import type { AnswerId, BoardChange, QuestionId } from '@sinau/collaboration/board';
import {
  answerSample,
  communitySample,
  memberSample,
  memoryCommunityBoardStore,
  memoryCommunityStore,
  questionSample,
} from '@sinau/collaboration/testing';
import type { CommunityQuestionChanged } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { noticeText } from '@sinau/notifications/text';
import { expect, it } from 'vitest';
import type { FollowCollaborationDeps } from './follow-collaboration.ts';
import { followCollaboration } from './late-followers.ts';

const at = '2026-03-02T05:00:00.000Z';

/** Budi leads it, Sri and Tuti are in it, Wulan has left it, and Dewi has gone to another agency. */
async function world() {
  const [communities, board, notices] = [
    memoryCommunityStore(),
    memoryCommunityBoardStore(),
    memoryNoticeStore(),
  ];
  const mails: string[] = [];
  const deps = {
    ...{ communities, board, notices, clock: { now: () => new Date(at) }, onMailFailure: () => {} },
    mail: { send: async ({ to }: { readonly to: string }) => void mails.push(to) },
    people: {
      find: async (personId: string) => ({
        ...{ personId, name: personId, status: 'active', email: `${personId}@bkn.example` },
        home: { kind: 'agency', agencyId: personId === 'dewi' ? 'lan' : 'bkn' },
      }),
    },
  } as unknown as FollowCollaborationDeps;
  await communities.found(communitySample(), memberSample());
  for (const name of ['sri', 'tuti', 'dewi'])
    await communities.saveMember(memberSample({ personId: name as PersonId, role: 'member' }));
  await communities.saveMember(memberSample({ personId: 'wulan' as PersonId, state: 'left' }));
  const tell = (over: Partial<CommunityQuestionChanged>) =>
    followCollaboration(deps, {
      ...{ eventId: `q:${JSON.stringify(over)}`, type: 'community-question-changed', occurredAt: at },
      ...{ communityId: 'k1', questionId: 'q1', change: 'asked', ...over },
    });
  const inbox = async (name: string) =>
    (await notices.list({ personId: name as PersonId, limit: 50 })).map((notice) => [
      noticeText(notice, 'id').title,
      notice.link,
    ]);
  const keep = (change: BoardChange) => board.change(change);
  return { tell, inbox, keep, mails, communities, notices };
}

it('members who are there now hear once a day that something was asked, in the inbox alone and without a word of it', async () => {
  const { tell, inbox, keep, mails } = await world();
  for (const questionId of ['q1', 'q2'] as QuestionId[])
    await keep({ question: questionSample({ questionId }) });
  for (const questionId of ['q1', 'q1', 'q2']) await tell({ questionId });
  const told = [['Pertanyaan baru di Penulis telaahan', '/communities/k1/questions']];
  expect([await inbox('budi'), await inbox('tuti')]).toEqual([told, told]);
  // The asker, who has left, and who is somewhere else by now.
  for (const name of ['sri', 'wulan', 'dewi']) expect(await inbox(name)).toEqual([]);
  await tell({ questionId: 'q2', occurredAt: '2026-03-03T05:00:00.000Z' });
  expect([(await inbox('budi')).length, mails]).toEqual([2, []]);
});

it('the second question of a day looks at no member but the asker of the first, who has not heard yet', async () => {
  const { tell, inbox, keep, communities, notices } = await world();
  const [q1, q2, q3] = ['q1', 'q2', 'q3'] as QuestionId[] as [QuestionId, QuestionId, QuestionId];
  for (const questionId of [q1, q2]) await keep({ question: questionSample({ questionId }) });
  await keep({ question: questionSample({ questionId: q3, askedBy: 'tuti' as PersonId }) });
  const touched: string[] = [];
  const { membersOf, findMember } = communities;
  communities.membersOf = (of) => {
    touched.push('all');
    return membersOf(of);
  };
  communities.findMember = (of, personId) => {
    touched.push(personId);
    return findMember(of, personId);
  };
  const { add } = notices;
  notices.add = (notice) => {
    touched.push(`notice:${notice.personId}`);
    return add(notice);
  };
  await tell({ questionId: q1 });
  expect(touched).toEqual(['all', 'notice:budi', 'notice:tuti']);
  for (const questionId of [q1, q2]) await tell({ questionId });
  expect(touched).toHaveLength(3);
  await tell({ questionId: q3 });
  expect(touched.slice(3)).toEqual(['sri', 'notice:sri']);
  expect((await inbox('sri')).length).toBe(1);
  // The next day begins anew, and for all.
  await tell({ questionId: q2, occurredAt: '2026-03-03T05:00:00.000Z' });
  expect(touched.slice(5)).toEqual(['all', 'notice:budi', 'notice:tuti']);
});

it('a round that was broken off begins anew', async () => {
  const { tell, inbox, keep, notices } = await world();
  await keep({ question: questionSample() });
  const { add } = notices;
  notices.add = async (notice) => {
    if (notice.personId === 'tuti') throw new Error('late');
    return add(notice);
  };
  await expect(tell({})).rejects.toThrow('late');
  notices.add = add;
  await tell({});
  expect([(await inbox('budi')).length, (await inbox('tuti')).length]).toEqual([1, 1]);
});

it('the asker hears of answers once a day, and of none of their own', async () => {
  const { tell, inbox, keep, mails } = await world();
  await keep({ question: questionSample(), answer: answerSample() });
  await keep({ answer: answerSample({ answerId: 'a2' as AnswerId, answeredBy: 'tuti' as PersonId }) });
  await keep({ answer: answerSample({ answerId: 'a3' as AnswerId, answeredBy: 'sri' as PersonId }) });
  await tell({ change: 'answered', answerId: 'a3' });
  expect(await inbox('sri')).toEqual([]);
  for (const answerId of ['a1', 'a2']) await tell({ change: 'answered', answerId });
  expect(await inbox('sri')).toEqual([
    ['Pertanyaan Anda di Penulis telaahan dijawab', '/communities/k1/questions/q1'],
  ]);
  expect(new Set(mails)).toEqual(new Set(['sri@bkn.example']));
});

it('whoever has answered hears once that it has helped, while it does', async () => {
  const { tell, inbox, keep } = await world();
  const helpful = { answerId: 'a1' as AnswerId, at };
  await keep({ question: questionSample({ helpful }), answer: answerSample() });
  for (const eventId of ['1', '2']) await tell({ change: 'helped', answerId: 'a1', eventId });
  expect(await inbox('budi')).toEqual([
    ['Jawaban Anda di Penulis telaahan membantu', '/communities/k1/questions/q1'],
  ]);
  await keep({ answer: answerSample({ answerId: 'a2' as AnswerId, answeredBy: 'tuti' as PersonId }) });
  await tell({ change: 'helped', answerId: 'a2' });
  expect(await inbox('tuti')).toEqual([]);
});

it('nobody hears of what was hidden or taken away meanwhile, or of who has gone', async () => {
  const { tell, inbox, keep, communities } = await world();
  await tell({});
  const hidden = { by: 'budi' as PersonId, at, reason: 'Iklan' };
  await keep({ question: questionSample({ hidden }) });
  await tell({});
  await keep({ question: questionSample({ rev: 1 }), answer: answerSample({ hidden }) });
  await tell({ change: 'answered', answerId: 'a1' });
  await tell({ change: 'answered', answerId: 'a9' });
  const member = await communities.findMember(memberSample().communityId, 'sri' as PersonId);
  if (member) await communities.saveMember({ ...member, state: 'left' });
  await keep({ answer: answerSample({ answerId: 'a2' as AnswerId }) });
  await tell({ change: 'answered', answerId: 'a2' });
  for (const name of ['budi', 'tuti', 'sri']) expect(await inbox(name)).toEqual([]);
});
