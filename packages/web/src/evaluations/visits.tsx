import * as z from 'zod';
import { evaluationWords } from '../i18n/evaluations.ts';
import type { FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { EvaluationListPage, EvaluationPage } from './own-pages.tsx';
import { evaluationPath, evaluationsPath, teamEvaluationsPath } from './paths.ts';
import {
  type AppliedAnswerView,
  type EndAnswerOrder,
  type EvaluationsPorts,
  fiveScores,
  fourScores,
  obstacleNames,
  reactionNames,
  type TeamPlace,
} from './ports.ts';
import { TeamEvaluationPage, TeamEvaluationsPage } from './team-pages.tsx';

const idIn = ({ context }: PersonVisit): string => (context.req.param('evaluationId') ?? '').slice(0, 80);
const placeIn = (visit: PersonVisit): TeamPlace => ({
  personId: (visit.context.req.param('personId') ?? '').slice(0, 64),
  evaluationId: idIn(visit),
});

export async function showList(visit: PersonVisit, ports: EvaluationsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  return answerPage(context, <EvaluationListPage ui={ui} all={await ports.listOf(person)} notice={notice} />);
}

export async function showOne(visit: PersonVisit, ports: EvaluationsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const one = await ports.evaluationOf(person, idIn(visit));
  return answerPage(context, <EvaluationPage ui={ui} one={one} notice={notice} />);
}

// A browser sends a line break as two characters.
const text = z
  .string()
  .transform((given) => given.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(1_000))
  .optional();
const four = z.enum(fourScores).optional();
const five = z.enum(fiveScores).optional();

const endSchema = z.object({
  ...{ relevance: four, delivery: four, organisation: four, intention: four, comment: text },
  ...{ before: five, after: five },
});

/** A level is answered whole or not at all; undefined with the words of what is missing. */
function endAnswerOf(
  ui: PersonVisit['ui'],
  data: z.output<typeof endSchema>,
):
  | { readonly answer: EndAnswerOrder }
  | { readonly errors: FormState['errors'] }
  | { readonly failure: string } {
  const { wrong } = evaluationWords[ui.locale];
  const { comment, before, after } = data;
  const missing = reactionNames.filter((name) => data[name] === undefined);
  const saysReaction = missing.length < reactionNames.length || (comment ?? '') !== '';
  const saysLearning = before !== undefined || after !== undefined;
  if (!saysReaction && !saysLearning) return { failure: wrong.nothing };
  const errors = {
    ...(saysReaction && Object.fromEntries(missing.map((name) => [name, wrong.whole]))),
    ...(saysLearning && before === undefined && { before: wrong.whole }),
    ...(saysLearning && after === undefined && { after: wrong.whole }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const score = (name: (typeof reactionNames)[number]) => Number(data[name]);
  return {
    answer: {
      ...(saysReaction && {
        reaction: {
          ...{ relevance: score('relevance'), delivery: score('delivery') },
          ...{ organisation: score('organisation'), intention: score('intention') },
          ...(comment !== undefined && { comment }),
        },
      }),
      ...(saysLearning && { learning: { before: Number(before), after: Number(after) } }),
    },
  };
}

export async function answerEnd(visit: PersonVisit, ports: EvaluationsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { wrong } = evaluationWords[ui.locale];
  const read = await readForm(context, endSchema, { comment: wrong.text, other: wrong.score });
  const said = read.ok ? endAnswerOf(ui, read.data) : undefined;
  const form: FormState = { ...read.form, ...(said && !('answer' in said) && said) };
  const done =
    said && 'answer' in said
      ? await attempt(visit, read.form, () => ports.answerEnd(person, idIn(visit), said.answer))
      : ({ ok: false, form } as const);
  if (done.ok) return goTo(context, evaluationPath(idIn(visit)), 'saved');
  const one = await ports.evaluationOf(person, idIn(visit));
  return answerPage(context, <EvaluationPage ui={ui} one={one} endForm={done.form} />, 422);
}

const appliedSchema = z.object({
  applied: z.enum(fourScores),
  obstacle: z.enum(obstacleNames),
  example: text,
});

async function readApplied(visit: PersonVisit) {
  const { wrong } = evaluationWords[visit.ui.locale];
  const messages = { applied: wrong.score, obstacle: wrong.obstacle, example: wrong.text };
  return readForm(visit.context, appliedSchema, { ...messages, other: visit.ui.t.shell.fieldWrong });
}

const appliedOf = ({ applied, obstacle, example }: z.output<typeof appliedSchema>): AppliedAnswerView => ({
  ...{ applied: Number(applied), obstacle },
  ...(example !== undefined && { example }),
});

export async function answerApplied(visit: PersonVisit, ports: EvaluationsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readApplied(visit);
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.answerApplied(person, idIn(visit), appliedOf(read.data)))
    : read;
  if (done.ok) return goTo(context, evaluationsPath, 'saved');
  const one = await ports.evaluationOf(person, idIn(visit));
  return answerPage(context, <EvaluationPage ui={ui} one={one} appliedForm={done.form} />, 422);
}

export async function showTeam(visit: PersonVisit, ports: EvaluationsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  return answerPage(
    context,
    <TeamEvaluationsPage ui={ui} all={await ports.teamOf(person)} notice={notice} />,
  );
}

export async function showTeamOne(visit: PersonVisit, ports: EvaluationsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const one = await ports.teamEvaluationOf(person, placeIn(visit));
  return answerPage(context, <TeamEvaluationPage ui={ui} one={one} />);
}

export async function answerAsSupervisor(visit: PersonVisit, ports: EvaluationsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readApplied(visit);
  const done = read.ok
    ? await attempt(visit, read.form, () =>
        ports.answerAsSupervisor(person, placeIn(visit), appliedOf(read.data)),
      )
    : read;
  if (done.ok) return goTo(context, teamEvaluationsPath, 'saved');
  const one = await ports.teamEvaluationOf(person, placeIn(visit));
  return answerPage(context, <TeamEvaluationPage ui={ui} one={one} form={done.form} />, 422);
}
