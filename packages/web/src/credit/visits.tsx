import * as z from 'zod';
import { emptyForm } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { AnswerPage } from './answer-page.tsx';
import { HoldPage } from './hold-page.tsx';
import { HoldsPage } from './holds-page.tsx';
import { LedgerPage } from './ledger-page.tsx';
import { heldPath, jpShows, ledgerPath } from './paths.ts';
import type { CreditPorts } from './ports.ts';

const words = z.string().trim().min(10).max(1000);
const answerSchema = z.object({ words });
const decisionSchema = z.object({
  words,
  outcome: z.enum(['released', 'rejected']),
  rev: z.coerce.number().int().min(1),
});
const showSchema = z.enum(jpShows).optional().catch(undefined);
const yearSchema = z.coerce.number().int().min(2000).max(2100).optional().catch(undefined);

const placeIn = ({ context }: PersonVisit) => ({
  personId: context.req.param('personId') ?? '',
  about: context.req.param('about') ?? '',
});

export async function showLedger(visit: PersonVisit, ports: CreditPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.yearOf(person, {
    year: yearSchema.parse(context.req.query('year')),
    show: showSchema.parse(context.req.query('show')),
  });
  return answerPage(context, <LedgerPage ui={ui} view={view} notice={notice} />);
}

export async function showAnswer(visit: PersonVisit, ports: CreditPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const hold = await ports.ownHoldOf(person, placeIn(visit).about);
  return answerPage(context, <AnswerPage ui={ui} hold={hold} form={emptyForm} />);
}

export async function answer(visit: PersonVisit, ports: CreditPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { about } = placeIn(visit);
  const messages = { words: ui.t.credit.wordsMissing, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, answerSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.answer(person, { about, words: read.data.words }))
    : read;
  if (done.ok) return goTo(context, ledgerPath, 'saved');
  const hold = await ports.ownHoldOf(person, about);
  return answerPage(context, <AnswerPage ui={ui} hold={hold} form={done.form} />, 422);
}

export async function showHeld(visit: PersonVisit, ports: CreditPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const token = context.req.query('page');
  const { holds, nextPageToken } = await ports.heldOf(person, token);
  return answerPage(
    context,
    <HoldsPage ui={ui} holds={holds} next={nextPageToken} isFirst={token === undefined} notice={notice} />,
  );
}

export async function showHold(visit: PersonVisit, ports: CreditPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const hold = await ports.holdOf(person, placeIn(visit));
  return answerPage(context, <HoldPage ui={ui} hold={hold} form={emptyForm} />);
}

export async function decide(visit: PersonVisit, ports: CreditPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const place = placeIn(visit);
  const messages = { words: ui.t.credit.wordsMissing, outcome: ui.t.credit.outcomeMissing };
  const read = await readForm(context, decisionSchema, { ...messages, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.decide(person, { ...place, ...read.data }))
    : read;
  if (done.ok) return goTo(context, heldPath, 'saved');
  const hold = await ports.holdOf(person, place);
  return answerPage(context, <HoldPage ui={ui} hold={hold} form={done.form} />, 422);
}
