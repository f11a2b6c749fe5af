import { decideSharing, listAgencySharing, reasonSchema, sharingHistory } from '@sinau/agreements';
import { readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { deskOf, providerAt, views } from './agreement-answers.ts';
import type { AgreementContext as Context, AgreementRouteDeps as Deps } from './agreement-routes.ts';

const decisionSchema = z.strictObject({ stopped: z.boolean(), reason: reasonSchema.exactOptional() });

export async function list(c: Context, deps: Deps): Promise<Response> {
  const found = await listAgencySharing(deskOf(deps), { principal: c.get('principal') });
  const viewOf = views(deps);
  return c.json({
    providers: found.map(({ agreement, ...rest }) => ({
      ...rest,
      ...(agreement && { agreement: viewOf(agreement) }),
    })),
  });
}

export const history = async (c: Context, deps: Deps): Promise<Response> =>
  c.json({ decisions: await sharingHistory(deskOf(deps), providerAt(c)) });

export async function decide(c: Context, deps: Deps): Promise<Response> {
  const decision = await readJson(c.req, decisionSchema);
  return c.json(await decideSharing(deskOf(deps), { ...providerAt(c), ...decision }));
}
