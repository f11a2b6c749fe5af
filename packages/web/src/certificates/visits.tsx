import type { PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import type { Desk } from '../people/desk.tsx';
import { textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { CertificatePage } from './certificate-page.tsx';
import { DecisionPage } from './decision-page.tsx';
import { certificatePath, type Decision } from './paths.ts';
import { CertificatesOfPersonPage } from './person-page.tsx';
import { type CertificatesPorts, type WalletFilter, walletStates } from './ports.ts';
import { WalletPage } from './wallet-page.tsx';

const text = textField(1, 500);
const reissueSchema = z.object({ reason: text });
const revokeSchema = z.object({
  reason: z.enum(['completion-withdrawn', 'issued-in-error', 'other']),
  note: text,
});

const numberIn = ({ context }: PersonVisit): string => context.req.param('certificate') ?? '';

const yearSchema = z.coerce.number().int().min(2000).max(2100).optional().catch(undefined);
const stateSchema = z.enum(walletStates).optional().catch(undefined);

function filterIn({ context }: PersonVisit): WalletFilter {
  const year = yearSchema.parse(context.req.query('year') || undefined);
  const state = stateSchema.parse(context.req.query('state'));
  return { ...(year !== undefined && { year }), ...(state && { state }) };
}

export async function showOwn(visit: PersonVisit, ports: CertificatesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const token = context.req.query('page');
  const filter = filterIn(visit);
  const wallet = await ports.ownOf(person, { token, filter });
  const page = <WalletPage ui={ui} wallet={wallet} filter={filter} isFirst={token === undefined} />;
  return answerPage(context, page);
}

export async function showOfPerson(
  visit: PersonVisit,
  ports: CertificatesPorts,
  desk: Desk,
): Promise<Response> {
  const { context, ui, person } = visit;
  const token = context.req.query('page');
  const of = await ports.ofPerson(person, context.req.param('personId') ?? '', token);
  const page = <CertificatesOfPersonPage ui={ui} desk={desk} of={of} isFirst={token === undefined} />;
  return answerPage(context, page);
}

export async function showCertificate(visit: PersonVisit, ports: CertificatesPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const certificate = await ports.certificateOf(person, numberIn(visit));
  context.set('readOf', certificate.holderId as PersonId);
  return answerPage(context, <CertificatePage ui={ui} certificate={certificate} notice={notice} />);
}

/** What is being made, or counts no more, is explained on the page. */
export async function downloadPdf(visit: PersonVisit, ports: CertificatesPorts): Promise<Response> {
  const { context, person } = visit;
  const typed = numberIn(visit);
  const isUnsealed = context.req.query('form') === 'unsealed';
  const found = await (isUnsealed ? ports.pdfOf(person, typed, 'unsealed') : ports.pdfOf(person, typed));
  if (!found) return goTo(context, certificatePath(typed));
  context.set('readOf', found.holderId as PersonId);
  return context.body(new Uint8Array(found.pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Sertifikat-${found.number}.pdf"`,
    'cache-control': 'no-store',
  });
}

export async function askDecision(
  visit: PersonVisit,
  ports: CertificatesPorts,
  decision: Decision,
): Promise<Response> {
  return showDecision(visit, ports, { decision, form: emptyForm });
}

async function showDecision(
  visit: PersonVisit,
  ports: CertificatesPorts,
  asked: { readonly decision: Decision; readonly form: FormState },
): Promise<Response> {
  const { context, ui, person } = visit;
  const certificate = await ports.certificateOf(person, numberIn(visit));
  const page = <DecisionPage ui={ui} certificate={certificate} {...asked} />;
  return answerPage(context, page, asked.form === emptyForm ? 200 : 422);
}

export async function reissue(visit: PersonVisit, ports: CertificatesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { reasonMissing } = ui.t.certificates;
  const messages = { reason: reasonMissing, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, reissueSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.reissue(person, numberIn(visit), read.data))
    : read;
  if (done.ok) return goTo(context, certificatePath(numberIn(visit)), 'saved');
  return showDecision(visit, ports, { decision: 'reissue', form: done.form });
}

export async function revoke(visit: PersonVisit, ports: CertificatesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { chooseReason, noteMissing } = ui.t.certificates;
  const messages = { reason: chooseReason, note: noteMissing, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, revokeSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.revoke(person, numberIn(visit), read.data))
    : read;
  if (done.ok) return goTo(context, certificatePath(numberIn(visit)), 'saved');
  return showDecision(visit, ports, { decision: 'revoke', form: done.form });
}
