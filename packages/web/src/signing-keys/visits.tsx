import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { KeysPage, RotatePage, WithdrawPage } from './pages.tsx';
import { keysPath, signingRoles } from './paths.ts';
import type { SigningKeysPorts, SigningRole } from './ports.ts';

interface Desk {
  readonly ports: SigningKeysPorts;
  readonly role: SigningRole;
}

export async function showKeys({ context, ui, notice }: PersonVisit, ports: SigningKeysPorts) {
  const keys = await Promise.all(signingRoles.map(async (role) => [role, await ports.keysOf(role)] as const));
  return answerPage(context, <KeysPage ui={ui} keys={keys} notice={notice} />);
}

export async function askToRotate({ context, ui }: PersonVisit, role: SigningRole) {
  return answerPage(context, <RotatePage ui={ui} role={role} />);
}

export async function rotate(visit: PersonVisit, { ports, role }: Desk) {
  const { context, ui, person } = visit;
  // Nothing is asked; whatever comes all the same is refused.
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.rotate(person, role));
  if (!done.ok)
    return answerPage(context, <RotatePage ui={ui} role={role} failure={done.form.failure} />, 409);
  return goTo(context, keysPath, 'created');
}

const withdrawal = z.object({ kid: z.string().min(1).max(100), reason: z.string().trim().min(3).max(500) });

export async function askToWithdraw(visit: PersonVisit, { ports, role }: Desk) {
  return question(visit, { ports, role, kid: visit.context.req.query('kid') ?? '', form: emptyForm });
}

export async function withdraw(visit: PersonVisit, { ports, role }: Desk) {
  const { context, ui, person } = visit;
  const read = await readForm(context, withdrawal, {
    reason: ui.t.signingKeys.reasonWrong,
    other: ui.t.shell.fieldWrong,
  });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.withdraw(person, { role, ...read.data }))
    : read;
  if (done.ok) return goTo(context, keysPath, 'saved');
  return question(visit, { ports, role, kid: done.form.values.kid ?? '', form: done.form });
}

/** A key that left the set meanwhile is shown in the list, where there is nothing more to be done with it. */
async function question(
  { context, ui }: PersonVisit,
  { ports, role, kid, form }: Desk & { readonly kid: string; readonly form: FormState },
) {
  const keys = await ports.keysOf(role);
  const key = keys.find((one) => one.kid === kid && one.state !== 'withdrawn');
  if (!key) return goTo(context, keysPath);
  const hasNext = keys.some(({ state }) => state === 'next');
  const page = <WithdrawPage {...{ ui, role, form, hasNext }} item={key} />;
  return answerPage(context, page, form === emptyForm ? 200 : 422);
}
