import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField } from '../text-fields.ts';
import { answerPage, goTo, type PersonVisit, readForm } from '../visit.ts';
import { sharingPath } from './paths.ts';
import type { AgreementPorts } from './ports.ts';
import { attemptHere } from './read-form.ts';
import { OwnAgreementsPage, SharingHistoryPage, SharingPage } from './sharing-pages.tsx';

const providerIn = ({ context }: PersonVisit): string => context.req.param('providerId') ?? '';

export async function showSharing(visit: PersonVisit, ports: AgreementPorts, form: FormState = emptyForm) {
  const { context, ui, person, notice } = visit;
  const providers = await ports.sharingOf(person);
  const page = <SharingPage ui={ui} providers={providers} form={form} notice={notice} />;
  return answerPage(context, page, form === emptyForm ? 200 : 409);
}

export async function showHistory(visit: PersonVisit, ports: AgreementPorts) {
  const { context, ui, person } = visit;
  const history = await ports.historyOf(person, providerIn(visit));
  return answerPage(context, <SharingHistoryPage ui={ui} {...history} />);
}

const stopSchema = z.object({ reason: lineField(0, 500) });

export async function decide(visit: PersonVisit, ports: AgreementPorts, step: 'stop' | 'permit') {
  const { context, ui, person } = visit;
  const messages = { other: ui.t.shell.fieldWrong };
  const read =
    step === 'stop'
      ? await readForm(context, stopSchema, messages)
      : await readForm(context, z.object({}), messages);
  const reason = read.ok && 'reason' in read.data ? read.data.reason : '';
  const decision = { providerId: providerIn(visit), stopped: step === 'stop' };
  const done = read.ok
    ? await attemptHere(visit, read.form, () =>
        ports.decide(person, { ...decision, ...(typeof reason === 'string' && reason !== '' && { reason }) }),
      )
    : read;
  if (!done.ok) return showSharing(visit, ports, done.form);
  return goTo(context, sharingPath, 'saved');
}

export async function showOwn({ context, ui, person }: PersonVisit, ports: AgreementPorts) {
  return answerPage(context, <OwnAgreementsPage ui={ui} provider={await ports.ownAgreements(person)} />);
}
