import { InvalidInput, oneLine, type ProviderId } from '@sinau/kernel';
import { type CompletionRule, completionRuleSchema } from '@sinau/rostering';
import * as z from 'zod';
import { mayTellCompletion } from './completion-settings.ts';
import { type ConnectionKind, connectionKinds } from './connection.ts';
import { kindTraits } from './kinds.ts';
import { moodleSettingsSchema } from './moodle-settings.ts';
import { oneRosterSettingsSchema } from './one-roster-settings.ts';
import { openEdxSettingsSchema } from './openedx-settings.ts';
import { reconciliationSettingsSchema } from './reconciliation-settings.ts';
import { startSettingsSchema } from './start-settings.ts';
import { xapiSettingsSchema } from './xapi-settings.ts';

export const mostConnections = 20;
/** More would not fit its seal. */
const mostSecretCharacters = 1_000;

const hour = z.int().min(0).max(23);
const settings = {
  name: z.string().trim().min(2).max(100).regex(oneLine, { message: 'must be one line of text' }),
  /** Without trailing slash; what stands behind `?` or `#` is no part of an address of services. */
  baseUrl: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .regex(/^[^?#]*$/)
    .transform((url) => url.replace(/\/+$/, ''))
    .exactOptional(),
  contactEmail: z.email().max(200),
  acceptance: z.enum(['person', 'all']),
  schedule: z.strictObject({
    syncHour: hour.exactOptional(),
    pollMinutes: z.int().min(5).max(1_440).exactOptional(),
    reconcileHour: hour.exactOptional(),
  }),
  moodle: moodleSettingsSchema.exactOptional(),
  xapi: xapiSettingsSchema.exactOptional(),
  oneRoster: oneRosterSettingsSchema.exactOptional(),
  openedx: openEdxSettingsSchema.exactOptional(),
  start: startSettingsSchema.exactOptional(),
  completion: z
    .custom<CompletionRule>((value) => completionRuleSchema.safeParse(value).success)
    .exactOptional(),
  reconciliation: reconciliationSettingsSchema.exactOptional(),
  secret: z.string().trim().min(1).max(mostSecretCharacters).exactOptional(),
};

/** `providerId`: of operators and the platform alone. `secret`: where the provider gives one. */
export const createConnectionSchema = z.strictObject({
  providerId: z
    .string()
    .min(1)
    .max(100)
    .transform((text) => text as ProviderId)
    .exactOptional(),
  kind: z.enum(connectionKinds),
  ...settings,
});
export type CreateConnectionRequest = z.input<typeof createConnectionSchema>;

/** `secret`: absent keeps the one there is. Kind and provider stay. */
export const changeConnectionSchema = z.strictObject({ ...settings, rev: z.int().positive() });
export type ChangeConnectionRequest = z.input<typeof changeConnectionSchema>;

/** Throws `InvalidInput` with the places that are wrong. */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message }));
  throw new InvalidInput('The connection is not described rightly.', { issues });
}

/** What a kind needs and what it has no use for. Throws `InvalidInput`. */
export function checkKind(
  kind: ConnectionKind,
  given: {
    readonly baseUrl?: string;
    readonly secret?: string;
    readonly moodle?: object;
    readonly xapi?: { readonly beside?: string };
    readonly oneRoster?: object;
    readonly openedx?: object;
    readonly start?: object;
    readonly completion?: { readonly by: string };
    readonly reconciliation?: object;
    readonly schedule: {
      readonly syncHour?: number;
      readonly pollMinutes?: number;
      readonly reconcileHour?: number;
    };
  },
): void {
  const { address, secret } = kindTraits[kind];
  if (address && given.baseUrl === undefined) throw refusal('/baseUrl', 'Give the address of the provider.');
  if (!address && given.baseUrl !== undefined) throw refusal('/baseUrl', 'This kind has no address.');
  if (secret !== 'given' && given.secret !== undefined) {
    throw refusal('/secret', 'This kind is given no secret.');
  }
  checkSettings(kind, given);
  if (!kindTraits[kind].catalogue && given.start !== undefined) {
    throw refusal('/start', 'This kind has no catalogue.');
  }
  checkCompletion(kind, given);
  checkSchedule(kind, given);
}

function checkCompletion(kind: ConnectionKind, { completion }: Given): void {
  if (!completion) return;
  if (!kindTraits[kind].catalogue) throw refusal('/completion', 'This kind has no catalogue.');
  if (completion.by === 'completed' && !mayTellCompletion(kind)) {
    throw refusal('/completion', 'This kind tells scores alone: let a pass or a score count.');
  }
}

type Given = Parameters<typeof checkKind>[1];

function checkSchedule(kind: ConnectionKind, { schedule, reconciliation, xapi }: Given): void {
  const { asks, learners, compares } = kindTraits[kind];
  const { syncHour, pollMinutes, reconcileHour } = schedule;
  if (!asks && (syncHour ?? pollMinutes) !== undefined) {
    throw refusal('/schedule', 'Nothing can be asked of this kind: only its comparison has an hour.');
  }
  if (!learners && pollMinutes !== undefined) {
    throw refusal('/schedule', 'This kind cannot be asked for results.');
  }
  if (!compares && (reconcileHour ?? reconciliation) !== undefined) {
    throw refusal('/schedule', 'This kind knows no learners: only its catalogue has a schedule.');
  }
  if (xapi?.beside !== undefined && (reconcileHour ?? reconciliation) !== undefined) {
    throw refusal('/schedule', 'What it sends is compared with the connection that it is beside.');
  }
}

function checkSettings(
  kind: ConnectionKind,
  given: Readonly<Partial<Record<'moodle' | 'openedx' | 'oneRoster' | 'xapi', object>>>,
): void {
  if (kind !== 'moodle' && given.moodle !== undefined) {
    throw refusal('/moodle', 'These settings are for a Moodle.');
  }
  if (kind === 'openedx' && given.openedx === undefined) {
    throw refusal('/openedx', 'Give the client ID and how learners are found.');
  }
  if (kind !== 'openedx' && given.openedx !== undefined) {
    throw refusal('/openedx', 'These settings are for an Open edX site.');
  }
  if (kind !== 'xapi' && given.xapi !== undefined) {
    throw refusal('/xapi', 'These settings are for an LMS that sends statements.');
  }
  if ((kind === 'oneroster') !== (given.oneRoster !== undefined)) {
    throw refusal(
      '/oneRoster',
      'A server of OneRoster, and no other kind, has an address for tokens and a client id.',
    );
  }
}

/** Every address that the secret of a connection, or what it is exchanged for, is shown to. */
export const addressesOf = ({
  baseUrl,
  oneRoster,
  openedx,
}: {
  readonly baseUrl?: string;
  readonly oneRoster?: { readonly tokenUrl: string };
  readonly openedx?: { readonly catalogueUrl?: string };
}): readonly string[] => [baseUrl, oneRoster?.tokenUrl, openedx?.catalogueUrl].flatMap((url) => url ?? []);

export const refusal = (path: string, message: string) =>
  new InvalidInput(message, { issues: [{ path, message }] });
