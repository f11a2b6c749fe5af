import {
  type Agreement,
  activateAgreement,
  agreementRequestSchema,
  changeDraft,
  closeAgreement,
  draftAgreement,
  getAgreement,
  listAgreements,
  reasonSchema,
  removeDraft,
  reviseAgreement,
  revokeAllAgreements,
  standingOf,
} from '@sinau/agreements';
import { type Clock, InvalidInput, type ProviderId } from '@sinau/kernel';
import { readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { createAgreementOrganisations } from '../shared/agreement-parts.ts';
import type { AgreementContext as Context, AgreementRouteDeps as Deps } from './agreement-routes.ts';

/** The schema of a request has a rule over two of its fields; a change names what it has read beside. */
const changeSchema = z.looseObject({ rev: z.int().positive() });
const revSchema = z.strictObject({ rev: z.int().positive() });
const closeSchema = z.strictObject({ as: z.enum(['ended', 'revoked']), reason: reasonSchema });
const revokeSchema = z.strictObject({ reason: reasonSchema });

export const deskOf = (deps: Deps) => ({ ...deps, organisations: createAgreementOrganisations(deps) });

export const providerAt = (c: Context) => ({
  principal: c.get('principal'),
  providerId: (c.req.param('providerId') ?? '') as ProviderId,
});

/** A number that is none finds nothing. */
const at = (c: Context) => {
  const { principal, providerId } = providerAt(c);
  const agreementId = c.req.param('agreementId') ?? '';
  return { principal, place: { providerId, agreementId, version: Number(c.req.param('version')) || 0 } };
};

export async function list(c: Context, deps: Deps): Promise<Response> {
  const found = await listAgreements(deskOf(deps), providerAt(c));
  return c.json({ agreements: found.map(views(deps)) });
}

export async function draft(c: Context, deps: Deps): Promise<Response> {
  const request = await readJson(c.req, agreementRequestSchema);
  const made = await draftAgreement(deskOf(deps), { ...providerAt(c), request });
  return c.json(views(deps)(made), 201, { location: addressOf(made) });
}

export async function revise(c: Context, deps: Deps): Promise<Response> {
  const request = await readJson(c.req, agreementRequestSchema);
  const { agreementId } = at(c).place;
  const made = await reviseAgreement(deskOf(deps), { ...providerAt(c), agreementId, request });
  return c.json(views(deps)(made), 201, { location: addressOf(made) });
}

export const show = async (c: Context, deps: Deps): Promise<Response> =>
  c.json(views(deps)(await getAgreement(deskOf(deps), at(c))));

export async function change(c: Context, deps: Deps): Promise<Response> {
  const { rev, ...words } = await readJson(c.req, changeSchema);
  const request = parse(words);
  return c.json(views(deps)(await changeDraft(deskOf(deps), { ...at(c), rev, request })));
}

export async function remove(c: Context, deps: Deps): Promise<Response> {
  await removeDraft(deskOf(deps), at(c));
  return c.body(null, 204);
}

export async function activate(c: Context, deps: Deps): Promise<Response> {
  const { rev } = await readJson(c.req, revSchema);
  return c.json(views(deps)(await activateAgreement(deskOf(deps), { ...at(c), rev })));
}

export async function close(c: Context, deps: Deps): Promise<Response> {
  const end = await readJson(c.req, closeSchema);
  return c.json(views(deps)(await closeAgreement(deskOf(deps), { ...at(c), ...end })));
}

export async function revokeAll(c: Context, deps: Deps): Promise<Response> {
  const { reason } = await readJson(c.req, revokeSchema);
  const revoked = await revokeAllAgreements(deskOf(deps), { ...providerAt(c), reason });
  return c.json({ agreements: revoked.map(views(deps)) });
}

function parse(words: object) {
  const parsed = agreementRequestSchema.safeParse(words);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message }));
  throw new InvalidInput('The agreement is not described rightly.', { issues });
}

const addressOf = ({ providerId, agreementId, version }: Agreement) =>
  `/api/providers/${providerId}/agreements/${agreementId}/${version}`;

/** How an agreement is shown, by the time of the answer. */
export function views({ clock }: { readonly clock: Clock }) {
  const now = clock.now();
  return (agreement: Agreement) => {
    const { createdBy: _by, ...shown } = agreement;
    return { ...shown, standing: standingOf(agreement, now) };
  };
}
