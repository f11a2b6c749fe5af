import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { CommunityId } from '../communities/community.ts';
import {
  communitySample,
  memberSample,
  memoryCommunityBoardStore,
  memoryCommunityStore,
} from '../testing/index.ts';
import { answerQuestion, changeAnswer, markHelpful, removeAnswer } from './answer.ts';
import { askQuestion, changeQuestion, removeQuestion } from './ask.ts';
import { type AnswerId, boardLimits, wordsAt } from './board.ts';
import { countWritten, forgetAuthor } from './forget-author.ts';
import { hideWords, showWords } from './hide.ts';
import type { BoardChange } from './ports.ts';
import { listQuestions, readQuestion } from './read-board.ts';

const personOf = (name: string, agency = 'bkn') =>
  ({
    ...{ kind: 'person', personId: name as PersonId, name, roles: ['learner'] },
    agencyId: agency as AgencyId,
  }) satisfies PersonPrincipal;
/** Who leads it, two who are in it, one who has left, one who never was. */
const [budi, sri, tuti, gone, dewi] = [
  personOf('budi'),
  personOf('sri'),
  personOf('tuti'),
  personOf('gone'),
  personOf('dewi'),
];
const communityId = 'k1' as CommunityId;
const code = (of: string) => expect.objectContaining({ code: `collaboration.${of}` });
const words = { title: 'Berapa halaman telaahan?', text: '' };

async function world() {
  const communities = memoryCommunityStore();
  await communities.found(communitySample(), memberSample());
  for (const { personId } of [sri, tuti])
    await communities.saveMember(memberSample({ personId, role: 'member' }));
  await communities.saveMember(memberSample({ personId: gone.personId, role: 'member', state: 'left' }));
  const board = memoryCommunityBoardStore();
  const clock = fixedClock('2026-03-02T05:00:00.000Z');
  const deps = { communities, board, ids: countedIds(), clock };
  const ask = (principal = sri) => askQuestion(deps, { principal, communityId, words });
  const asked = await ask();
  const at = { communityId, questionId: asked };
  const answer = async (principal: PersonPrincipal = budi, text = 'Dua halaman.') => {
    clock.advance(1_000);
    const answerId = await answerQuestion(deps, { ...at, principal, text });
    if (answerId === undefined) throw new Error('nothing was said of its words');
    return answerId;
  };
  const read = (principal: PersonPrincipal = sri) => readQuestion(deps, { ...at, principal });
  return { deps, clock, at, ask, answer, read };
}

describe('a board', () => {
  it('is for those who are in the community now, and for nobody else to read or write', async () => {
    const { deps, at, ask, answer, read } = await world();
    for (const one of [budi, sri, tuti]) expect((await read(one)).question.title).toBe(words.title);
    for (const one of [gone, dewi, personOf('sri', 'lan')]) {
      await expect(read(one)).rejects.toEqual(code('community-not-found'));
      const list = listQuestions(deps, { principal: one, communityId, limit: 20 });
      await expect(list).rejects.toEqual(code('community-not-found'));
      await expect(ask(one)).rejects.toEqual(code('community-not-found'));
      await expect(answer(one)).rejects.toEqual(code('community-not-found'));
      await expect(removeQuestion(deps, { ...at, principal: one })).rejects.toEqual(
        code('community-not-found'),
      );
    }
  });

  it('goes on being read once the community is not active, and takes words away and none in', async () => {
    const { deps, at, ask, answer, read } = await world();
    const answerId = await answer();
    await deps.communities.save(communitySample({ state: 'closed', rev: 1 }));
    expect((await read()).answers).toHaveLength(1);
    await expect(ask()).rejects.toEqual(code('community-not-now'));
    await expect(answer()).rejects.toEqual(code('community-not-now'));
    await expect(markHelpful(deps, { ...at, principal: sri, answerId })).rejects.toEqual(
      code('community-not-now'),
    );
    await hideWords(deps, { ...at, principal: budi, reason: 'Menyebut nama' });
    await removeAnswer(deps, { ...at, principal: budi, answerId });
    expect((await read()).answers).toEqual([]);
  });

  it('takes ten questions a day of one person, and more the day after; of others all the time', async () => {
    const { clock, ask } = await world();
    for (let n = 1; n < boardLimits.questionsADay; n += 1) await ask();
    await expect(ask()).rejects.toEqual(code('written-enough'));
    await ask(tuti);
    clock.advance(86_400_000);
    await ask();
  });

  it('counts what somebody writes at once', async () => {
    const { ask } = await world();
    const all = await Promise.allSettled(Array.from({ length: 15 }, () => ask(tuti)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(boardLimits.questionsADay);
  });

  it('takes forty answers a day of one person, and fifty of one question', async () => {
    const { deps, answer } = await world();
    for (let n = 0; n < boardLimits.answersADay; n += 1) await answer();
    await expect(answer()).rejects.toEqual(code('written-enough'));
    for (let n = boardLimits.answersADay; n < boardLimits.answersOfQuestion; n += 1) await answer(tuti);
    await expect(answer(tuti)).rejects.toEqual(code('community-full'));
    // The eleventh day of its writer has nothing to do with it.
    expect(await deps.board.findWriter(communityId, tuti.personId)).toMatchObject({ answers: 10 });
  });

  it('counts the answers that members see, and of hidden ones as many as go with their question at once', async () => {
    const { deps, at, answer, clock, read } = await world();
    const hide = (answerId: AnswerId) =>
      hideWords(deps, { ...at, principal: budi, answerId, reason: 'Iklan' });
    const { answersADay, answersOfQuestion, answerRowsOfQuestion } = boardLimits;
    for (let n = 0; n < answerRowsOfQuestion; n += 1) {
      if (n % answersADay === 0) clock.advance(86_400_000);
      const answerId = await answer();
      if (n < answersOfQuestion) await hide(answerId);
    }
    const { question, answers } = await read();
    expect([question.answers, answers.length]).toEqual([answerRowsOfQuestion - answersOfQuestion, 90]);
    await expect(answer(tuti)).rejects.toEqual(code('community-full'));
    for (const { answerId, hidden } of answers) if (!hidden) await hide(answerId);
    const rows: number[] = [];
    const { change } = deps.board;
    deps.board.change = (next: BoardChange) => {
      rows.push((next.gone?.answers?.length ?? 0) + 1);
      return change(next);
    };
    await removeQuestion(deps, { ...at, principal: sri });
    // DynamoDB takes a hundred in one transaction.
    expect(rows).toEqual([91]);
  });
});

describe('an asker', () => {
  it('changes a question or takes it away while nobody has answered', async () => {
    const { deps, at, answer, read } = await world();
    const change = (principal: PersonPrincipal, title: string) =>
      changeQuestion(deps, { ...at, principal, words: { title, text: 'Contoh?' } });
    await change(sri, 'Berapa halaman?');
    expect((await read()).question).toMatchObject({
      title: 'Berapa halaman?',
      changedAt: expect.any(String),
    });
    // Not even whoever leads.
    await expect(change(budi, 'Lain')).rejects.toEqual(code('community-not-now'));
    await expect(removeQuestion(deps, { ...at, principal: budi })).rejects.toEqual(code('community-not-now'));
    const answerId = await answer();
    await expect(change(sri, 'Lain')).rejects.toEqual(code('question-answered'));
    await expect(removeQuestion(deps, { ...at, principal: sri })).rejects.toEqual(code('question-answered'));
    // What was hidden is no answer any more, and goes with it.
    await hideWords(deps, { ...at, principal: budi, answerId, reason: 'Iklan' });
    await removeQuestion(deps, { ...at, principal: sri });
    await expect(read()).rejects.toEqual(code('community-not-found'));
    expect(await deps.board.answersOf(at)).toEqual([]);
  });

  it('alone marks one answer of somebody else as helpful, which stands first; and takes the mark back', async () => {
    const { deps, at, answer, read } = await world();
    const [first, second] = [await answer(), await answer(tuti)];
    const own = await answer(sri);
    const mark = (principal: PersonPrincipal, answerId?: AnswerId) =>
      markHelpful(deps, { ...at, principal, ...(answerId && { answerId }) });
    for (const one of [budi, tuti]) await expect(mark(one, first)).rejects.toEqual(code('community-not-now'));
    await expect(mark(sri, own)).rejects.toEqual(code('community-not-now'));
    await expect(mark(sri, 'x' as AnswerId)).rejects.toEqual(code('community-not-found'));
    await mark(sri, first);
    await mark(sri, second);
    expect((await read()).answers.map(({ answerId }) => answerId)).toEqual([second, first, own]);
    await mark(sri);
    expect((await read()).question.helpful).toBeUndefined();
  });
});

describe('whoever has answered', () => {
  it('changes the answer or takes it away, but for the words of one that has helped', async () => {
    const { deps, at, answer, read } = await world();
    const answerId = await answer();
    const change = (principal: PersonPrincipal) =>
      changeAnswer(deps, { ...at, principal, answerId, text: 'Tiga halaman.' });
    await change(budi);
    expect((await read()).answers[0]).toMatchObject({ text: 'Tiga halaman.', changedAt: expect.any(String) });
    for (const one of [sri, tuti]) await expect(change(one)).rejects.toEqual(code('community-not-now'));
    await markHelpful(deps, { ...at, principal: sri, answerId });
    await expect(change(budi)).rejects.toEqual(code('answer-marked'));
    await expect(removeAnswer(deps, { ...at, principal: sri, answerId })).rejects.toEqual(
      code('community-not-now'),
    );
    await removeAnswer(deps, { ...at, principal: budi, answerId });
    const { question, answers } = await read();
    expect([question.helpful, question.answers, answers]).toEqual([undefined, 0, []]);
  });

  it('answers the words that they have read, and none that came meanwhile', async () => {
    const { deps, clock, at, read } = await world();
    const asOf = wordsAt((await read()).question);
    const answer = (seen: string) =>
      answerQuestion(deps, { ...at, principal: tuti, text: 'Dua halaman.', asOf: seen });
    clock.advance(1_000);
    await changeQuestion(deps, { ...at, principal: sri, words: { title: 'Perlu halaman judul?', text: '' } });
    expect(await answer(asOf)).toBeUndefined();
    expect((await read()).answers).toEqual([]);
    // What was not kept is not counted either.
    expect(await deps.board.findWriter(communityId, tuti.personId)).toBeUndefined();
    const now = wordsAt((await read()).question);
    expect(await answer(now)).toBeDefined();
    // Answers of others are no other words.
    expect(await answer(now)).toBeDefined();
  });

  it('moves a question down the board, and up again with the last answer that goes', async () => {
    const { deps, ask, at, answer, clock } = await world();
    clock.advance(1_000);
    const later = await ask(tuti);
    const order = async () =>
      (await listQuestions(deps, { principal: sri, communityId, limit: 20 })).questions.map(
        ({ questionId }) => questionId,
      );
    expect(await order()).toEqual([later, at.questionId]);
    await answerQuestion(deps, { communityId, questionId: later, principal: budi, text: 'Ya.' });
    expect(await order()).toEqual([at.questionId, later]);
    const answerId = await answer();
    expect(await order()).toEqual([later, at.questionId]);
    await removeAnswer(deps, { ...at, principal: budi, answerId });
    expect(await order()).toEqual([at.questionId, later]);
  });
});

describe('whoever leads', () => {
  it('alone hides words with a reason, and shows them again', async () => {
    const { deps, at, answer, read } = await world();
    const answerId = await answer(tuti);
    await markHelpful(deps, { ...at, principal: sri, answerId });
    const hide = (principal: PersonPrincipal, of?: AnswerId) =>
      hideWords(deps, { ...at, principal, reason: 'Menyebut nama', ...(of && { answerId: of }) });
    for (const one of [sri, tuti]) await expect(hide(one)).rejects.toEqual(code('community-not-now'));
    await hide(budi, answerId);
    await expect(hide(budi, answerId)).rejects.toEqual(code('community-not-now'));
    let seen = await read();
    expect(seen.answers[0]?.hidden).toMatchObject({ by: 'budi', reason: 'Menyebut nama' });
    expect([seen.question.answers, seen.question.helpful]).toEqual([0, undefined]);
    // Hidden words are neither changed nor marked.
    const changed = changeAnswer(deps, { ...at, principal: tuti, answerId, text: 'Lain' });
    await expect(changed).rejects.toEqual(code('community-not-now'));
    const marked = markHelpful(deps, { ...at, principal: sri, answerId });
    await expect(marked).rejects.toEqual(code('community-not-now'));
    await expect(showWords(deps, { ...at, principal: tuti, answerId })).rejects.toEqual(
      code('community-not-now'),
    );
    await showWords(deps, { ...at, principal: budi, answerId });
    await expect(showWords(deps, { ...at, principal: budi, answerId })).rejects.toEqual(
      code('community-not-now'),
    );
    seen = await read();
    expect([seen.question.answers, seen.answers[0]?.hidden]).toEqual([1, undefined]);
  });

  it('hides a question, under which nobody answers, changes or marks until it is shown', async () => {
    const { deps, at, answer, read } = await world();
    await hideWords(deps, { ...at, principal: budi, reason: 'Rahasia jabatan' });
    await expect(answer(tuti)).rejects.toEqual(code('community-not-now'));
    await expect(changeQuestion(deps, { ...at, principal: sri, words })).rejects.toEqual(
      code('community-not-now'),
    );
    await expect(hideWords(deps, { ...at, principal: budi, reason: 'Lagi' })).rejects.toEqual(
      code('community-not-now'),
    );
    await showWords(deps, { ...at, principal: budi });
    const answerId = await answer(tuti);
    expect((await read()).question.answers).toBe(1);
    const change = () => changeAnswer(deps, { ...at, principal: tuti, answerId, text: 'Tiga.' });
    await hideWords(deps, { ...at, principal: budi, reason: 'Rahasia jabatan' });
    await expect(change()).rejects.toEqual(code('community-not-now'));
    await showWords(deps, { ...at, principal: budi });
    await change();
    expect((await read()).answers[0]?.text).toBe('Tiga.');
    await expect(showWords(deps, { ...at, principal: budi })).rejects.toEqual(code('community-not-now'));
  });
});

describe('an erasure', () => {
  it('takes the reasons for which their words were hidden, and leaves those about others', async () => {
    const { deps, at, answer, read } = await world();
    const [own, other] = [await answer(sri, 'Ternyata dua.'), await answer(tuti)];
    const hide = (reason: string, answerId?: AnswerId) =>
      hideWords(deps, { ...at, principal: budi, reason, ...(answerId && { answerId }) });
    await hide('Jawaban Sri kasar', own);
    await hide('Iklan', other);
    await hide('Sri menyebut nama');
    await forgetAuthor(deps.board, sri.personId);
    const { question, answers } = await read(budi);
    expect(question.hidden).toMatchObject({ by: budi.personId, reason: '–' });
    expect(answers.map(({ hidden }) => hidden?.reason)).toEqual(['–', 'Iklan']);
  });

  it('takes the author out of what they wrote and leaves the words, also while others write', async () => {
    const { deps, answer, read } = await world();
    await answer(sri, 'Ternyata dua.');
    await answer(budi);
    expect(await countWritten(deps.board, sri.personId)).toBe(2);
    const { change } = deps.board;
    let tries = 0;
    deps.board.change = async (next: BoardChange) => {
      tries += 1;
      return tries === 1 ? 'conflict' : change(next);
    };
    expect(await forgetAuthor(deps.board, sri.personId)).toBe(2);
    const { question, answers } = await read(tuti);
    expect([question.askedBy, question.title]).toEqual([undefined, words.title]);
    expect(answers.map(({ answeredBy, text }) => [answeredBy, text])).toEqual([
      [undefined, 'Ternyata dua.'],
      [budi.personId, 'Dua halaman.'],
    ]);
    expect([
      await countWritten(deps.board, sri.personId),
      await forgetAuthor(deps.board, sri.personId),
    ]).toEqual([0, 0]);
  });
});
