import type { Agreement } from '@sinau/agreements';
import { type Clock, InvalidInput, type ProviderId } from '@sinau/kernel';
import { forClientsOf, type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { createAgreementOrganisations } from '../shared/agreement-parts.ts';
import type { ApiDeps } from './deps.ts';

/** Few machines make or stop agreements. */
const useCases = () => import('@sinau/agreements');

type Deps = Pick<ApiDeps, 'agreements' | 'sharing' | 'disclosures' | 'organisations' | 'clock' | 'ids'>;

const read = ['scope:agreements/read'] as const;
const write = ['scope:agreements/write'] as const;
const sharing = ['scope:sharing/write'] as const;
const ofProvider = '/api/providers/:providerId/agreements';
const oneVersion = `${ofProvider}/:agreementId/:version`;

/** The schema of a request has a rule over two of its fields; a change names what it has read beside. */
const changeSchema = z.looseObject({ rev: z.int().positive() });
const revSchema = z.strictObject({ rev: z.int().positive() });

/** What providers may hear of people: made by machines of the platform, read by those of providers, stopped by those of agencies. */
export function addAgreementRoutes(app: HttpApp, given: Deps): void {
  const deps = { ...given, organisations: createAgreementOrganisations(given) };
  addVersionRoutes(app, deps);
  addStepRoutes(app, deps);
  addSharingRoutes(forClientsOf('agency', app), deps);
}

type Joined = Omit<Deps, 'organisations'> & {
  readonly organisations: ReturnType<typeof createAgreementOrganisations>;
};

interface Addressed {
  readonly req: { param(name: string): string | undefined };
}

const providerIn = ({ req }: Addressed) => (req.param('providerId') ?? '') as ProviderId;

/** A number that is none finds nothing. */
const placeIn = (c: Addressed) => ({
  providerId: providerIn(c),
  agreementId: c.req.param('agreementId') ?? '',
  version: Number(c.req.param('version')) || 0,
});

function addVersionRoutes(app: HttpApp, deps: Joined): void {
  app.route({ method: 'GET', path: ofProvider, access: read }, async (c) => {
    const asked = { principal: c.get('principal'), providerId: providerIn(c) };
    const found = await (await useCases()).listAgreements(deps, asked);
    return c.json({ agreements: found.map(await views(deps)) });
  });
  app.route({ method: 'POST', path: ofProvider, access: write }, async (c) => {
    const request = await readJson(c.req, (await useCases()).agreementRequestSchema);
    const input = { principal: c.get('principal'), providerId: providerIn(c), request };
    const draft = await (await useCases()).draftAgreement(deps, input);
    return c.json((await views(deps))(draft), 201, { location: addressOf(draft) });
  });
  app.route({ method: 'POST', path: `${ofProvider}/:agreementId/versions`, access: write }, async (c) => {
    const request = await readJson(c.req, (await useCases()).agreementRequestSchema);
    const { providerId, agreementId } = placeIn(c);
    const input = { principal: c.get('principal'), providerId, agreementId, request };
    const draft = await (await useCases()).reviseAgreement(deps, input);
    return c.json((await views(deps))(draft), 201, { location: addressOf(draft) });
  });
  app.route({ method: 'GET', path: oneVersion, access: read }, async (c) => {
    const asked = { principal: c.get('principal'), place: placeIn(c) };
    return c.json((await views(deps))(await (await useCases()).getAgreement(deps, asked)));
  });
  app.route({ method: 'PUT', path: oneVersion, access: write }, async (c) => {
    const { rev, ...words } = await readJson(c.req, changeSchema);
    const request = await parse(words);
    const input = { principal: c.get('principal'), place: placeIn(c), rev, request };
    return c.json((await views(deps))(await (await useCases()).changeDraft(deps, input)));
  });
  app.route({ method: 'DELETE', path: oneVersion, access: write }, async (c) => {
    await (await useCases()).removeDraft(deps, { principal: c.get('principal'), place: placeIn(c) });
    return c.body(null, 204);
  });
}

function addStepRoutes(app: HttpApp, deps: Joined): void {
  app.route({ method: 'POST', path: `${oneVersion}/activate`, access: write }, async (c) => {
    const { rev } = await readJson(c.req, revSchema);
    const input = { principal: c.get('principal'), place: placeIn(c), rev };
    return c.json((await views(deps))(await (await useCases()).activateAgreement(deps, input)));
  });
  app.route({ method: 'POST', path: `${oneVersion}/close`, access: write }, async (c) => {
    const { reasonSchema } = await useCases();
    const closeSchema = z.strictObject({ as: z.enum(['ended', 'revoked']), reason: reasonSchema });
    const end = await readJson(c.req, closeSchema);
    const input = { principal: c.get('principal'), place: placeIn(c), ...end };
    return c.json((await views(deps))(await (await useCases()).closeAgreement(deps, input)));
  });
  app.route({ method: 'POST', path: `${ofProvider}/revoke-all`, access: write }, async (c) => {
    const { reasonSchema } = await useCases();
    const { reason } = await readJson(c.req, z.strictObject({ reason: reasonSchema }));
    const input = { principal: c.get('principal'), providerId: providerIn(c), reason };
    const revoked = await (await useCases()).revokeAllAgreements(deps, input);
    return c.json({ agreements: revoked.map(await views(deps)) });
  });
}

/** The agency is that of the client. */
function addSharingRoutes(app: HttpApp, deps: Joined): void {
  const one = '/api/sharing/:providerId';
  app.route({ method: 'GET', path: '/api/sharing', access: sharing }, async (c) => {
    const found = await (await useCases()).listAgencySharing(deps, { principal: c.get('principal') });
    const viewOf = await views(deps);
    return c.json({
      providers: found.map(({ agreement, ...rest }) => ({
        ...rest,
        ...(agreement && { agreement: viewOf(agreement) }),
      })),
    });
  });
  app.route({ method: 'GET', path: one, access: sharing }, async (c) => {
    const asked = { principal: c.get('principal'), providerId: providerIn(c) };
    return c.json({ decisions: await (await useCases()).sharingHistory(deps, asked) });
  });
  app.route({ method: 'PUT', path: one, access: sharing }, async (c) => {
    const { reasonSchema } = await useCases();
    const decisionSchema = z.strictObject({ stopped: z.boolean(), reason: reasonSchema.exactOptional() });
    const decision = await readJson(c.req, decisionSchema);
    const input = { principal: c.get('principal'), providerId: providerIn(c), ...decision };
    return c.json(await (await useCases()).decideSharing(deps, input));
  });
}

async function parse(words: object) {
  const { agreementRequestSchema } = await useCases();
  const parsed = agreementRequestSchema.safeParse(words);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message }));
  throw new InvalidInput('The agreement is not described rightly.', { issues });
}

const addressOf = ({ providerId, agreementId, version }: Agreement) =>
  `/api/providers/${providerId}/agreements/${agreementId}/${version}`;

/** How an agreement is shown, by the time of the answer. */
async function views({ clock }: { readonly clock: Clock }) {
  const { standingOf } = await useCases();
  const now = clock.now();
  return (agreement: Agreement) => {
    const { createdBy: _by, ...shown } = agreement;
    return { ...shown, standing: standingOf(agreement, now) };
  };
}
