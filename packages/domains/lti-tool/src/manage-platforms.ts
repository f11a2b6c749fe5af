import { type Clock, type Ids, InvalidInput, type Tenant } from '@sinau/kernel';
import { isWebAddress } from '@sinau/lti';
import { wantedScopes } from '@sinau/lti/tool';
import * as z from 'zod';
import { wrongAddress } from './check-addresses.ts';
import { PlatformChanged, PlatformNotFound, PlatformTaken, TooManyPlatforms } from './errors.ts';
import { newPlatform, refuseTooMany } from './new-platform.ts';
import { type ForeignPlatform, type ForeignPlatformId, mostDeployments } from './platform.ts';
import type { AddressCheck, ForeignPlatformStore } from './ports.ts';

interface ManageDeps {
  readonly platforms: ForeignPlatformStore;
  readonly clock: Clock;
}

const address = z.string().trim().refine(isWebAddress, 'Must be an http(s) address.');
const id = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[\x21-\x7e]+$/, 'Must be ASCII without spaces.');
const name = z.string().trim().min(1).max(200);

/** What somebody writes down of a learning system that cannot register us by itself. */
export const platformByHandSchema = z.strictObject({
  name,
  // An issuer is compared to the letter; what would be another text for the same host is not mended (R2).
  issuer: address.refine((text) => text.length <= 1000 && !/[?#]/.test(text), 'Must have no query.'),
  clientId: id,
  deployments: z.array(id).max(mostDeployments),
  authorizationUrl: address,
  tokenUrl: address,
  tokenAudience: z.string().trim().min(1).max(1000).exactOptional(),
  jwksUri: address,
});
export type PlatformByHand = z.infer<typeof platformByHandSchema>;

/** Works at once: whoever writes it down has confirmed it by that. */
export async function addPlatformByHand(
  deps: ManageDeps & {
    readonly addressCheck: AddressCheck;
    readonly ids: Ids;
    /** Our own name as a platform, which no client of others may have. */
    readonly ownIssuer: string;
  },
  input: { readonly owner: Tenant; readonly registeredBy: string; readonly platform: PlatformByHand },
): Promise<ForeignPlatform> {
  const { owner, registeredBy, platform: told } = input;
  const { issuer, authorizationUrl, tokenUrl, jwksUri } = told;
  if (told.clientId === deps.ownIssuer) throw wrongField('clientId', 'is our own name.');
  const wrong = await wrongAddress(deps, { issuer, authorizationUrl, tokenUrl, jwksUri });
  if (wrong) throw wrongField(wrong.field, wrong.because);
  await refuseTooMany(deps, owner);
  const deployments = [...new Set(told.deployments)];
  const platform = newPlatform(deps, {
    ...{ ...told, deployments, owner, registeredBy, scopes: wantedScopes, status: 'active' },
  });
  if ((await deps.platforms.add(platform)) === 'taken') throw new PlatformTaken();
  return platform;
}

function wrongField(field: string, message: string): InvalidInput {
  return new InvalidInput(`${field}: ${message}`, { issues: [{ path: `/${field}`, message }] });
}

/** A platform of the caller's own. */
export async function findPlatform(
  deps: { readonly platforms: Pick<ForeignPlatformStore, 'find'> },
  input: { readonly platformId: string; readonly owner: Tenant },
): Promise<ForeignPlatform> {
  const platform = await deps.platforms.find(input.platformId as ForeignPlatformId);
  if (!platform || JSON.stringify(platform.owner) !== JSON.stringify(input.owner))
    throw new PlatformNotFound();
  return platform;
}

/** What is left out stays. */
export const changePlatformSchema = z.strictObject({
  name: name.exactOptional(),
  /** The first `active` is the confirmation that a platform which registered itself waits for. */
  status: z.enum(['active', 'off']).exactOptional(),
  /** One more place that launches may come from. */
  addDeployment: id.exactOptional(),
});
export type ChangePlatformRequest = z.infer<typeof changePlatformSchema>;

/** `rev`: of the platform as it was shown, where somebody confirms what they have seen. */
export async function changePlatform(
  deps: ManageDeps,
  input: {
    readonly platform: ForeignPlatform;
    readonly change: ChangePlatformRequest;
    readonly rev?: number;
  },
): Promise<ForeignPlatform> {
  const { platform: before, change, rev } = input;
  if (rev !== undefined && rev !== before.rev) throw new PlatformChanged();
  const { strangeDeployment, ...kept } = before;
  const deployments = withDeployment(before.deployments, change.addDeployment);
  const stillStrange = strangeDeployment !== undefined && !deployments.includes(strangeDeployment);
  const next: ForeignPlatform = {
    ...kept,
    ...(stillStrange && { strangeDeployment }),
    ...{ name: change.name ?? before.name, status: change.status ?? before.status, deployments },
    updatedAt: deps.clock.now().toISOString(),
  };
  if ((await deps.platforms.change(next)) === 'stale') throw new PlatformChanged();
  return { ...next, rev: next.rev + 1 };
}

function withDeployment(deployments: readonly string[], added: string | undefined): readonly string[] {
  if (added === undefined || deployments.includes(added)) return deployments;
  if (deployments.length >= mostDeployments) {
    throw new TooManyPlatforms(`A learning system has at most ${mostDeployments} deployments.`);
  }
  return [...deployments, added];
}

/** Its links and launches end at once; what people learned here stays theirs. */
export async function removePlatform(
  deps: Pick<ManageDeps, 'platforms'>,
  platform: ForeignPlatform,
): Promise<void> {
  if ((await deps.platforms.remove(platform)) === 'stale') throw new PlatformChanged();
}
