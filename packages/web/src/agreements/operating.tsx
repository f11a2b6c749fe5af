import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField } from '../text-fields.ts';
import { answerPage, goTo, type PersonVisit, readForm } from '../visit.ts';
import { AgreementFormPage } from './form-page.tsx';
import { AgreementPage, AgreementProvidersPage, ProviderAgreementsPage } from './operator-pages.tsx';
import { providerHref, versionHref } from './paths.ts';
import type { AgreementPorts, VersionKey } from './ports.ts';
import { attemptHere, formOf, readAgreement } from './read-form.ts';

const providerIn = ({ context }: PersonVisit): string => context.req.param('providerId') ?? '';

/** A number that is none finds nothing. */
const keyIn = (visit: PersonVisit): VersionKey => ({
  providerId: providerIn(visit),
  agreementId: visit.context.req.param('agreementId') ?? '',
  version: Number(visit.context.req.param('version')) || 0,
});

export async function showProviders({ context, ui, person }: PersonVisit, ports: AgreementPorts) {
  return answerPage(context, <AgreementProvidersPage ui={ui} providers={await ports.providers(person)} />);
}

export async function showProvider(visit: PersonVisit, ports: AgreementPorts, form: FormState = emptyForm) {
  const { context, ui, person, notice } = visit;
  const provider = await ports.agreementsOf(person, providerIn(visit));
  const page = <ProviderAgreementsPage ui={ui} provider={provider} form={form} notice={notice} />;
  return answerPage(context, page, form === emptyForm ? 200 : 422);
}

const fresh: FormState = { values: { legalBasis: 'public-task', coverage: 'all' }, errors: {} };

export async function showNew(visit: PersonVisit, ports: AgreementPorts, form: FormState = fresh) {
  const { ui, person, context } = visit;
  const provider = await ports.agreementsOf(person, providerIn(visit));
  const action = `${providerHref(provider.providerId)}/new`;
  const given = { ui, form, provider, action, agencies: await ports.agencies() };
  const page = <AgreementFormPage {...given} title={ui.t.agreements.newTitle} />;
  return answerPage(context, page, form === fresh ? 200 : 422);
}

export async function addNew(visit: PersonVisit, ports: AgreementPorts) {
  const read = await readAgreement(visit, 'add');
  if (!read.ok) return showNew(visit, ports, read.form);
  const done = await attemptHere(visit, read.form, () =>
    ports.draft(visit.person, providerIn(visit), read.words),
  );
  if (!done.ok) return showNew(visit, ports, done.form);
  return goTo(visit.context, versionHref(done.value), 'created');
}

export async function showVersion(visit: PersonVisit, ports: AgreementPorts, form: FormState = emptyForm) {
  const { context, ui, person, notice } = visit;
  const agreement = await ports.agreementOf(person, keyIn(visit));
  const page = <AgreementPage ui={ui} agreement={agreement} form={form} notice={notice} />;
  return answerPage(context, page, form === emptyForm ? 200 : 409);
}

/** `change` a draft, or `revise`: begin the next version with the words of this one. */
export async function showEdit(
  visit: PersonVisit,
  ports: AgreementPorts,
  { kind, form }: { readonly kind: 'change' | 'revise'; readonly form?: FormState },
) {
  const { context, ui, person } = visit;
  const words = ui.t.agreements;
  const agreement = await ports.agreementOf(person, keyIn(visit));
  const { providerId, provider: name } = agreement;
  const page = (
    <AgreementFormPage
      ui={ui}
      title={kind === 'change' ? words.changeTitle : words.reviseTitle}
      lead={kind === 'revise' ? words.reviseText : undefined}
      provider={{ providerId, name }}
      action={`${versionHref(agreement)}/${kind}`}
      form={form ?? formOf(agreement, kind === 'change')}
      agencies={await ports.agencies()}
    />
  );
  return answerPage(context, page, form ? 422 : 200);
}

export async function saveEdit(visit: PersonVisit, ports: AgreementPorts, kind: 'change' | 'revise') {
  const { context, person } = visit;
  const key = keyIn(visit);
  const read = await readAgreement(visit, kind === 'change' ? 'change' : 'add');
  if (!read.ok) return showEdit(visit, ports, { kind, form: read.form });
  const done = await attemptHere(visit, read.form, async () => {
    if (kind === 'revise') return ports.revise(person, key, read.words);
    await ports.change(person, { ...key, rev: read.rev }, read.words);
    return key;
  });
  if (!done.ok) return showEdit(visit, ports, { kind, form: done.form });
  return goTo(context, versionHref(done.value), 'saved');
}

const revSchema = z.object({ rev: z.coerce.number().int().positive() });

export async function activate(visit: PersonVisit, ports: AgreementPorts) {
  const read = await readForm(visit.context, revSchema, { other: visit.ui.t.shell.fieldWrong });
  if (!read.ok) return showVersion(visit, ports, read.form);
  const { form, data } = read;
  const done = await attemptHere(visit, form, () => ports.activate(visit.person, keyIn(visit), data.rev));
  if (!done.ok) return showVersion(visit, ports, { ...emptyForm, ...failureOf(done.form) });
  return goTo(visit.context, versionHref(keyIn(visit)), 'saved');
}

export async function remove(visit: PersonVisit, ports: AgreementPorts) {
  const { form } = await readForm(visit.context, z.object({}), { other: visit.ui.t.shell.fieldWrong });
  const done = await attemptHere(visit, form, () => ports.remove(visit.person, keyIn(visit)));
  if (!done.ok) return showVersion(visit, ports, done.form);
  return goTo(visit.context, providerHref(providerIn(visit)), 'deleted');
}

const reason = lineField(3, 500);
const closeSchema = z.object({ how: z.enum(['ended', 'revoked']), reason });

export async function close(visit: PersonVisit, ports: AgreementPorts) {
  const { ui, context, person } = visit;
  const messages = { reason: ui.t.agreements.wrong.reason, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, closeSchema, messages);
  if (!read.ok) return showVersion(visit, ports, read.form);
  const done = await attemptHere(visit, read.form, () =>
    ports.close(person, keyIn(visit), { as: read.data.how, reason: read.data.reason }),
  );
  if (!done.ok) return showVersion(visit, ports, done.form);
  return goTo(context, versionHref(keyIn(visit)), 'saved');
}

export async function revokeAll(visit: PersonVisit, ports: AgreementPorts) {
  const { ui, context, person } = visit;
  const messages = { reason: ui.t.agreements.wrong.reason, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, z.object({ reason }), messages);
  if (!read.ok) return showProvider(visit, ports, read.form);
  const providerId = providerIn(visit);
  const done = await attemptHere(visit, read.form, () =>
    ports.revokeAll(person, providerId, read.data.reason),
  );
  if (!done.ok) return showProvider(visit, ports, done.form);
  return goTo(context, providerHref(providerId), 'saved');
}

function failureOf({ failure }: FormState): { readonly failure?: string } {
  return failure === undefined ? {} : { failure };
}
