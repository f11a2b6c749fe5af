import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { AddressPage, ByHandPage, LmsListPage, LmsPage, RemovePage } from './pages.tsx';
import { lmsHref, lmsPaths } from './paths.ts';
import type { LmsDesk, LmsPorts, LmsWords } from './ports.ts';

interface At {
  readonly ports: LmsPorts;
  readonly desk: LmsDesk;
}

const platformIn = ({ context }: PersonVisit): string => context.req.param('platformId') ?? '';

export async function showList({ context, ui, person, notice }: PersonVisit, { ports, desk }: At) {
  const found = await ports.list(person, desk);
  return answerPage(context, <LmsListPage {...{ ui, desk, found, notice }} />);
}

export async function makeAddress({ context, ui, person }: PersonVisit, { ports, desk }: At) {
  const made = await ports.makeAddress(person, desk);
  return answerPage(context, <AddressPage {...{ ui, desk, made }} />);
}

export async function showByHand(visit: PersonVisit, { ports, desk }: At, form: FormState = emptyForm) {
  const { context, ui } = visit;
  const page = <ByHandPage {...{ ui, desk, form }} tool={await ports.tool()} />;
  return answerPage(context, page, form === emptyForm ? 200 : 422);
}

const address = z
  .string()
  .trim()
  .max(2000)
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''));

const byHand = z.object({
  name: z.string().trim().min(1).max(200),
  issuer: address,
  clientId: z.string().trim().min(1).max(255),
  deployments: z
    .string()
    .max(20_000)
    .default('')
    .transform((text) => text.split(/\r?\n/).flatMap((line) => line.trim() || []))
    .refine((lines) => lines.length <= 50),
  authorizationUrl: address,
  tokenUrl: address,
  tokenAudience: z.string().trim().max(1000).default(''),
  jwksUri: address,
});

export async function addByHand(visit: PersonVisit, at: At) {
  const { context, ui, person } = visit;
  const { addressWrong, linesWrong: deployments } = ui.t.lms;
  const addresses = { issuer: addressWrong, authorizationUrl: addressWrong, tokenUrl: addressWrong };
  const words = { ...addresses, jwksUri: addressWrong, deployments };
  const read = await readForm(context, byHand, { ...words, other: ui.t.shell.fieldWrong });
  if (!read.ok) return showByHand(visit, at, read.form);
  const { tokenAudience, ...told } = read.data;
  const given: LmsWords = { ...told, ...(tokenAudience !== '' && { tokenAudience }) };
  const done = await attempt(visit, read.form, () => at.ports.add(person, at.desk, given));
  if (!done.ok) return showByHand(visit, at, withWords(ui, done.form, words));
  return goTo(context, lmsHref(at.desk, done.value.platformId), 'created');
}

export async function showOne(visit: PersonVisit, { ports, desk }: At, form: FormState = emptyForm) {
  const { context, ui, person, notice } = visit;
  const lms = await ports.find(person, desk, platformIn(visit));
  const page = <LmsPage {...{ ui, desk, lms, form, notice }} tool={await ports.tool()} />;
  return answerPage(context, page, form === emptyForm ? 200 : 422);
}

const step = z.object({
  step: z.enum(['confirm', 'on', 'off', 'deployment']),
  name: z.string().trim().min(1).max(200).optional(),
  deployment: z.string().trim().min(1).max(255).optional(),
  rev: z.coerce.number().int().optional(),
});

export async function change(visit: PersonVisit, at: At) {
  const { context, ui, person } = visit;
  const read = await readForm(context, step, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return showOne(visit, at, read.form);
  const { step: asked, name, deployment, rev } = read.data;
  const platformId = platformIn(visit);
  const done = await attempt(visit, read.form, () =>
    at.ports.change(person, at.desk, {
      platformId,
      ...(asked === 'off' && { status: 'off' }),
      ...((asked === 'on' || asked === 'confirm') && { status: 'active' }),
      ...(asked === 'confirm' && name !== undefined && { name }),
      ...(asked === 'deployment' && deployment !== undefined && { addDeployment: deployment }),
      ...(rev !== undefined && { rev }),
    }),
  );
  if (!done.ok) return showOne(visit, at, done.form);
  return goTo(context, lmsHref(at.desk, platformId), 'saved');
}

const oneScore = z.object({
  registration: z.string().min(1).max(64).optional(),
  placementId: z.string().min(1).max(64).optional(),
  subject: z.string().min(1).max(255).optional(),
});

/** One, or without any every one that failed. */
export async function sendScores(visit: PersonVisit, at: At) {
  const { context, ui, person } = visit;
  const read = await readForm(context, oneScore, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return showOne(visit, at, read.form);
  const { registration, placementId, subject } = read.data;
  const which =
    registration !== undefined && placementId !== undefined && subject !== undefined
      ? { registration, placementId, subject }
      : undefined;
  const platformId = platformIn(visit);
  const done = await attempt(visit, read.form, () =>
    at.ports.sendScores(person, at.desk, { platformId, ...(which && { which }) }),
  );
  if (!done.ok) return showOne(visit, at, done.form);
  return goTo(context, `${lmsHref(at.desk, platformId)}`, 'saved');
}

export async function remove(visit: PersonVisit, { ports, desk }: At) {
  const { context, ui, person } = visit;
  const platformId = platformIn(visit);
  const lms = await ports.find(person, desk, platformId);
  if (context.req.method === 'GET') return answerPage(context, <RemovePage {...{ ui, desk, lms }} />);
  const done = await attempt(visit, emptyForm, () => ports.remove(person, desk, platformId));
  if (!done.ok) {
    return answerPage(context, <RemovePage {...{ ui, desk, lms }} failure={ui.t.problem.other} />, 409);
  }
  return goTo(context, lmsPaths[desk], 'deleted');
}
