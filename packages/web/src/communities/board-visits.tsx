import * as z from 'zod';
import { boardWords } from '../i18n/community-board.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { AnswerFormPage, BoardPage, QuestionFormPage } from './board-pages.tsx';
import type { CommunityBoardPorts, QuestionAt } from './board-ports.ts';
import { answerPath, boardPath, questionPath } from './paths.ts';
import { QuestionPage } from './question-page.tsx';

const partOf = ({ context }: PersonVisit, name: string): string =>
  (context.req.param(name) ?? '').slice(0, 64);
const communityIdIn = (visit: PersonVisit): string => partOf(visit, 'communityId');
const questionIn = (visit: PersonVisit): QuestionAt => ({
  ...{ communityId: communityIdIn(visit), questionId: partOf(visit, 'questionId') },
});
const answerIdIn = (visit: PersonVisit): string => partOf(visit, 'answerId');

export async function showBoard(visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const token = context.req.query('page');
  const board = await ports.boardOf(person, communityIdIn(visit), token);
  const isFirst = token === undefined;
  return answerPage(context, <BoardPage ui={ui} board={board} isFirst={isFirst} notice={notice} />);
}

const questionSchema = z.object({ title: lineField(5, 150), text: textField(0, 4_000) });
const answerSchema = z.object({ text: textField(2, 4_000) });

function questionMessages({ ui }: PersonVisit) {
  const words = boardWords[ui.locale];
  return { title: words.questionWrong, text: words.textWrong, other: ui.t.shell.fieldWrong };
}

function answerMessages({ ui }: PersonVisit) {
  return { text: boardWords[ui.locale].answerWrong, other: ui.t.shell.fieldWrong };
}

export async function showNew(visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const board = await ports.boardOf(person, communityIdIn(visit));
  if (!board.isActive) return goTo(context, boardPath(board.communityId));
  return answerPage(context, <QuestionFormPage ui={ui} of={board} form={emptyForm} />);
}

export async function ask(visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const communityId = communityIdIn(visit);
  const read = await readForm(context, questionSchema, questionMessages(visit));
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.ask(person, communityId, read.data))
    : read;
  if (done.ok && 'value' in done)
    return goTo(context, questionPath({ communityId, questionId: done.value }), 'created');
  const board = await ports.boardOf(person, communityId);
  return answerPage(context, <QuestionFormPage ui={ui} of={board} form={done.form as FormState} />, 422);
}

export async function showQuestion(visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const question = await ports.questionOf(person, questionIn(visit));
  return answerPage(context, <QuestionPage ui={ui} question={question} notice={notice} />);
}

export async function showChange(visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const at = questionIn(visit);
  const question = await ports.questionOf(person, at);
  if (!question.isMine || !question.isUnanswered) return goTo(context, questionPath(at));
  const values = { title: question.title ?? '', text: question.text ?? '' };
  const form = { values, errors: {} };
  return answerPage(context, <QuestionFormPage ui={ui} of={question} at={at} form={form} />);
}

export async function change(visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const at = questionIn(visit);
  const read = await readForm(context, questionSchema, questionMessages(visit));
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.changeQuestion(person, at, read.data))
    : read;
  if (done.ok) return goTo(context, questionPath(at), 'saved');
  const question = await ports.questionOf(person, at);
  return answerPage(context, <QuestionFormPage ui={ui} of={question} at={at} form={done.form} />, 422);
}

/** A step on the page of a question; a refusal stands above the page. */
async function step<Shape extends z.ZodRawShape>(
  visit: PersonVisit,
  ports: CommunityBoardPorts,
  run: {
    readonly schema: z.ZodObject<Shape>;
    readonly messages?: Readonly<Record<string, string>>;
    /** Text: why it was not done. */
    readonly does: (at: QuestionAt, data: z.output<z.ZodObject<Shape>>) => Promise<unknown>;
    readonly to?: string;
    readonly notice?: 'saved' | 'deleted';
  },
): Promise<Response> {
  const { context, ui, person } = visit;
  const at = questionIn(visit);
  const messages = { ...run.messages, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, run.schema, messages as never);
  const done = read.ok ? await attempt(visit, read.form, () => run.does(at, read.data)) : read;
  if (done.ok && typeof done.value !== 'string')
    return goTo(context, run.to ?? questionPath(at), run.notice ?? 'saved');
  const form: FormState = done.ok ? { ...read.form, failure: String(done.value) } : done.form;
  const question = await ports.questionOf(person, at);
  return answerPage(context, <QuestionPage ui={ui} question={question} form={form} />, 422);
}

const nothing = z.object({});
const which = z.object({ answerId: z.string().max(64).optional() });

export const remove = (visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> =>
  step(visit, ports, {
    ...{ schema: nothing, to: boardPath(communityIdIn(visit)), notice: 'deleted' },
    does: (at) => ports.removeQuestion(visit.person, at),
  });

export const answer = (visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> =>
  step(visit, ports, {
    schema: answerSchema.extend({ asOf: z.string().max(40).optional() }),
    messages: answerMessages(visit),
    does: async (at, order) =>
      (await ports.answer(visit.person, at, order)) === 'reworded'
        ? boardWords[visit.ui.locale].reworded
        : undefined,
  });

export const markHelpful = (visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> =>
  step(visit, ports, {
    schema: which,
    does: (at, { answerId }) => ports.markHelpful(visit.person, at, answerId),
  });

export const hide = (visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> =>
  step(visit, ports, {
    schema: which.extend({ reason: lineField(3, 300) }),
    messages: { reason: boardWords[visit.ui.locale].reasonWrong },
    does: (at, { answerId, reason }) =>
      ports.hide(visit.person, at, { ...(answerId !== undefined && { answerId }), reason }),
  });

export const show = (visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> =>
  step(visit, ports, {
    schema: which,
    does: (at, { answerId }) => ports.show(visit.person, at, answerId),
  });

export const removeAnswer = (visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> =>
  step(visit, ports, {
    ...{ schema: nothing, notice: 'deleted' },
    does: (at) => ports.removeAnswer(visit.person, { ...at, answerId: answerIdIn(visit) }),
  });

export async function showChangeAnswer(visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const at = questionIn(visit);
  const question = await ports.questionOf(person, at);
  const own = question.answers.find(({ answerId }) => answerId === answerIdIn(visit));
  if (!own?.isMine || own.hidden || own.hasHelped || question.hidden) return goTo(context, questionPath(at));
  const action = `${answerPath(at, own.answerId)}/change`;
  const form = { values: { text: own.text ?? '' }, errors: {} };
  return answerPage(context, <AnswerFormPage ui={ui} of={question} action={action} form={form} />);
}

export async function changeAnswer(visit: PersonVisit, ports: CommunityBoardPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const [at, answerId] = [questionIn(visit), answerIdIn(visit)];
  const read = await readForm(context, answerSchema, answerMessages(visit));
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.changeAnswer(person, { ...at, answerId }, read.data.text))
    : read;
  if (done.ok) return goTo(context, questionPath(at), 'saved');
  const question = await ports.questionOf(person, at);
  const action = `${answerPath(at, answerId)}/change`;
  return answerPage(context, <AnswerFormPage ui={ui} of={question} action={action} form={done.form} />, 422);
}
