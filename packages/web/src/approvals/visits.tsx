import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { approvalsPath } from './frame.tsx';
import type { AdmissionDesk, ApprovalsPorts } from './ports.ts';
import { RequestPage } from './request-page.tsx';
import { RequestsPage } from './requests-page.tsx';

/** A visit at one of the desks. */
export interface AtDesk {
  readonly visit: PersonVisit;
  readonly ports: ApprovalsPorts;
  readonly desk: AdmissionDesk;
}

/** The enrolment that an address names. */
export const enrolmentOf = ({ visit }: AtDesk) => visit.context.req.param('enrolment') ?? '';

export async function showRequests({ visit, ports, desk }: AtDesk): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const token = context.req.query('page');
  const { rows, nextPageToken } = await ports.requestsOf(person, { desk, token });
  const isFirst = token === undefined;
  return answerPage(
    context,
    <RequestsPage ui={ui} desk={desk} rows={rows} next={nextPageToken} isFirst={isFirst} notice={notice} />,
  );
}

export function showRequest(at: AtDesk): Promise<Response> {
  return answerRequest(at, emptyForm, 200);
}

const decisionForm = z.object({
  decision: z.enum(['approve', 'decline']),
  reason: textField(0, 500).optional(),
  budgetLine: z.string().max(60).optional(),
});

export async function decide(at: AtDesk): Promise<Response> {
  const { visit, ports, desk } = at;
  const { context, ui, person } = visit;
  const { reasonWrong, lineWrong } = ui.t.approvals;
  const words = { reason: reasonWrong, budgetLine: lineWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, decisionForm, words);
  if (!read.ok) return answerRequest(at, read.form, 422);
  const { decision, reason = '', budgetLine = '' } = read.data;
  if (decision === 'decline' && reason.length < 3) {
    return answerRequest(at, { ...read.form, errors: { reason: reasonWrong } }, 422);
  }
  const registration = enrolmentOf(at);
  const approval = { registration, ...(budgetLine !== '' && { budgetLine }) };
  const given = decision === 'decline' ? { registration, reason } : approval;
  const done = await attempt(visit, read.form, () => ports.decide(person, given));
  if (!done.ok) return answerRequest(at, withWords(ui, done.form, words), 409);
  return goTo(context, approvalsPath(desk), decision === 'approve' ? 'approved' : 'declined');
}

async function answerRequest(at: AtDesk, form: FormState, status: 200 | 409 | 422): Promise<Response> {
  const { visit, ports, desk } = at;
  const request = await ports.requestOf(visit.person, enrolmentOf(at));
  const page = <RequestPage ui={visit.ui} desk={desk} request={request} form={form} />;
  return answerPage(visit.context, page, status);
}
