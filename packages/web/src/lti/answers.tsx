import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import {
  ApprovalPage,
  ByHandPage,
  OpenRegistrationPage,
  ToolListPage,
  ToolPage,
  WaitingToolsPage,
} from './pages.tsx';
import { operatorToolHref, toolHref, waitingToolsPath } from './paths.ts';
import type { LtiToolPorts } from './ports.ts';
import { formOf, readByHand, readChange } from './read-by-hand.ts';
import { RejectPage, TurnOffPage } from './turn-off-page.tsx';

const clientIn = ({ context }: PersonVisit): string => context.req.param('clientId') ?? '';

export async function showTools(visit: PersonVisit, ports: LtiToolPorts, form: FormState = emptyForm) {
  const { context, ui, person, notice } = visit;
  const tools = await ports.toolsOf(person);
  const page = <ToolListPage ui={ui} tools={tools} form={form} notice={notice} />;
  return answerPage(context, page, form === emptyForm ? 200 : 422);
}

const addressSchema = z.object({ address: z.string().trim().min(1).max(2000) });

export async function beginRegistration(visit: PersonVisit, ports: LtiToolPorts) {
  const { context, ui, person } = visit;
  const words = { address: ui.t.lti.addressWrong };
  const read = await readForm(context, addressSchema, { ...words, other: ui.t.shell.fieldWrong });
  if (!read.ok) return showTools(visit, ports, read.form);
  const done = await attempt(visit, read.form, () => ports.beginRegistration(person, read.data.address));
  if (!done.ok) return showTools(visit, ports, withWords(ui, done.form, words));
  return answerPage(context, <OpenRegistrationPage ui={ui} url={done.value} />);
}

export async function showByHand(
  { context, ui }: PersonVisit,
  _ports: LtiToolPorts,
  form: FormState = emptyForm,
) {
  return answerPage(context, <ByHandPage ui={ui} form={form} />, form === emptyForm ? 200 : 422);
}

export async function addByHand(visit: PersonVisit, ports: LtiToolPorts) {
  const { context, ui, person } = visit;
  const read = await readByHand(visit);
  if (!read.ok) return showByHand(visit, ports, read.form);
  const done = await attempt(visit, read.form, () => ports.addByHand(person, read.words));
  if (!done.ok) return showByHand(visit, ports, withWords(ui, done.form, wrongWords(visit)));
  return goTo(context, toolHref(done.value.clientId), 'created');
}

const addresses = ['initiateLoginUri', 'redirectUris', 'targetLinkUri', 'deepLinkingUri', 'jwksUri'];

function wrongWords({ ui }: PersonVisit): Readonly<Record<string, string>> {
  const { addressWrong, publicKeyHint: publicKey } = ui.t.lti;
  return { ...Object.fromEntries(addresses.map((name) => [name, addressWrong])), publicKey };
}

export async function showEdit(visit: PersonVisit, ports: LtiToolPorts, form?: FormState) {
  const { context, ui, person } = visit;
  const tool = await ports.toolOf(person, clientIn(visit));
  const page = <ByHandPage {...{ ui, tool }} form={form ?? formOf(tool)} />;
  return answerPage(context, page, form ? 422 : 200);
}

export async function changeByHand(visit: PersonVisit, ports: LtiToolPorts) {
  const { context, ui, person } = visit;
  const read = await readChange(visit);
  if (!read.ok) return showEdit(visit, ports, read.form);
  const { words, rev } = read;
  const done = await attempt(visit, read.form, () =>
    ports.changeByHand(person, clientIn(visit), { words, rev }),
  );
  if (!done.ok) return showEdit(visit, ports, withWords(ui, done.form, wrongWords(visit)));
  return goTo(context, toolHref(clientIn(visit)), 'saved');
}

export async function showTool(visit: PersonVisit, ports: LtiToolPorts, form: FormState = emptyForm) {
  const { context, ui, person, notice } = visit;
  const tool = await ports.toolOf(person, clientIn(visit));
  const page = <ToolPage {...{ ui, tool, form, notice }} platform={await ports.platform()} />;
  return answerPage(context, page, form === emptyForm ? 200 : 422);
}

export async function addDeployment(visit: PersonVisit, ports: LtiToolPorts) {
  const { context, ui, person } = visit;
  const schema = z.object({ name: z.string().trim().min(1).max(200) });
  const read = await readForm(context, schema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return showTool(visit, ports, read.form);
  const done = await attempt(visit, read.form, () =>
    ports.addDeployment(person, clientIn(visit), read.data.name),
  );
  if (!done.ok) return showTool(visit, ports, done.form);
  return goTo(context, toolHref(clientIn(visit)), 'saved');
}

export async function removeDeployment(visit: PersonVisit, ports: LtiToolPorts) {
  const { context, ui, person } = visit;
  const schema = z.object({ deploymentId: z.string().min(1).max(255) });
  const read = await readForm(context, schema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return showTool(visit, ports, read.form);
  const done = await attempt(visit, { ...emptyForm }, () =>
    ports.removeDeployment(person, clientIn(visit), read.data.deploymentId),
  );
  if (!done.ok) return showTool(visit, ports, done.form);
  return goTo(context, toolHref(clientIn(visit)), 'saved');
}

/** A new window goes to the tool; what the page would post could not be led on to another site. */
export async function tryOut(visit: PersonVisit, ports: LtiToolPorts) {
  const { context, ui, person } = visit;
  const to = toolHref(clientIn(visit));
  // Only the page itself may begin this: a link on another site would open a launch in the author's name.
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return context.redirect(to, 303);
  const done = await attempt(visit, emptyForm, () => ports.tryOut(person, clientIn(visit), ui.locale));
  if (!done.ok) return showTool(visit, ports, done.form);
  return context.redirect(done.value, 303);
}

/** What turning it off would stop, before a provider does. */
export async function showTurnOff(visit: PersonVisit, ports: LtiToolPorts) {
  const { context, ui, person } = visit;
  const clientId = clientIn(visit);
  const tool = await ports.toolOf(person, clientId);
  if (tool.status === 'disabled') return goTo(context, toolHref(clientId));
  const impact = await ports.impactOf(person, clientId);
  return answerPage(context, <TurnOffPage {...{ ui, tool, impact }} />);
}

const steps = { disable: 'disabled', enable: 'active', submit: 'pending' } as const;

/** What a provider does with its own tool. */
export async function turn(visit: PersonVisit, ports: LtiToolPorts, step: keyof typeof steps) {
  const { context, person } = visit;
  const status = steps[step];
  const done = await attempt(visit, { ...emptyForm }, () =>
    ports.setStatus(person, clientIn(visit), { status }),
  );
  return done.ok ? goTo(context, toolHref(clientIn(visit)), 'saved') : showTool(visit, ports, done.form);
}

export async function approve(visit: PersonVisit, ports: LtiToolPorts) {
  const { context, ui, person } = visit;
  const schema = z.object({ rev: z.coerce.number().int().nonnegative() });
  const read = await readForm(context, schema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return showForApproval(visit, ports, read.form);
  const step = { status: 'active', rev: read.data.rev } as const;
  const done = await attempt(visit, { ...emptyForm }, () => ports.setStatus(person, clientIn(visit), step));
  if (!done.ok) return showForApproval(visit, ports, done.form);
  return goTo(context, waitingToolsPath, 'saved');
}

/** What it stops, and the question why. */
export async function showReject(visit: PersonVisit, ports: LtiToolPorts, form: FormState = emptyForm) {
  const { context, ui, person } = visit;
  const clientId = clientIn(visit);
  const tool = await ports.toolOf(person, clientId);
  if (tool.status === 'disabled') return goTo(context, operatorToolHref(clientId));
  const impact = await ports.impactOf(person, clientId);
  return answerPage(context, <RejectPage {...{ ui, tool, impact, form }} />, form === emptyForm ? 200 : 422);
}

export async function reject(visit: PersonVisit, ports: LtiToolPorts) {
  const { context, ui, person } = visit;
  const schema = z.object({ reason: z.string().trim().min(1).max(500) });
  const words = { reason: ui.t.lti.reasonMissing, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, schema, words);
  if (!read.ok) return showReject(visit, ports, read.form);
  const step = { status: 'disabled', reason: read.data.reason } as const;
  const done = await attempt(visit, read.form, () => ports.setStatus(person, clientIn(visit), step));
  if (!done.ok) return showReject(visit, ports, done.form);
  return goTo(context, waitingToolsPath, 'saved');
}

export async function showWaiting({ context, ui, person, notice }: PersonVisit, ports: LtiToolPorts) {
  const list = context.req.query('list') === 'decided' ? 'decided' : 'waiting';
  const tools = await ports[list](person);
  return answerPage(context, <WaitingToolsPage ui={ui} list={list} tools={tools} notice={notice} />);
}

export async function showForApproval(visit: PersonVisit, ports: LtiToolPorts, form: FormState = emptyForm) {
  const { context, ui, person } = visit;
  const tool = await ports.toolOf(person, clientIn(visit));
  return answerPage(
    context,
    <ApprovalPage ui={ui} tool={tool} form={form} />,
    form === emptyForm ? 200 : 409,
  );
}

/** Asks the tool whether it is there, and shows what came of it on the page that it was asked from. */
export async function checkTool(visit: PersonVisit, ports: LtiToolPorts, list: string) {
  const clientId = clientIn(visit);
  await ports.check(visit.person, clientId);
  return goTo(visit.context, `${list}/${encodeURIComponent(clientId)}#health`);
}
