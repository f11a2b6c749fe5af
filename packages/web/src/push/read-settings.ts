import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { lineField } from '../text-fields.ts';
import { choices, type PersonVisit, readForm } from '../visit.ts';
import type { PushPlace } from './place.tsx';
import type { PushReceiver, PushSettings, PushSubscription } from './ports.ts';

/** One a line or separated by blanks. */
const iris = z
  .string()
  .max(20_000)
  .transform((text) => text.split(/\s+/).filter((part) => part !== ''))
  .pipe(
    z
      .array(
        z
          .string()
          .max(2_000)
          .regex(/^[a-z][a-z0-9+.-]*:\S+$/i),
      )
      .max(50),
  );
const url = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''));

/** One of both: a receiver that is made begins somewhere, one that is changed was read at some revision. */
const aims = {
  from: z.enum(['beginning', 'now']).default('beginning'),
  rev: z.coerce.number<string>().int().positive().default(1),
};

const common = { ...aims, name: lineField(2, 100), url, verbs: iris, activities: iris };
const lrs = {
  ...common,
  version: z.enum(['1.0.3', '2.0.0']),
  auth: z.enum(['basic', 'oauth']),
  account: z.string().trim().min(1).max(500),
  secret: z.string().max(1_000),
  tokenUrl: z.union([z.literal(''), url]),
  scope: z.string().trim().max(500),
};
const webhookOf = ({ events, hasFilters }: PushPlace) => ({
  ...common,
  ...(!hasFilters && { verbs: iris.default([]), activities: iris.default([]) }),
  payload: hasFilters ? z.enum(['full', 'thin']) : z.literal('full').default('full'),
  events: choices<(typeof events)[number]>(events),
});

export type ReadSettings =
  | {
      readonly ok: true;
      readonly settings: PushSettings & { readonly from: 'beginning' | 'now'; readonly rev: number };
      readonly form: FormState;
    }
  | { readonly ok: false; readonly form: FormState };

/** Reads the form of a receiver that is made (`from`) or changed (`rev`). A password is never sent back to the page. */
export async function readSettings(
  visit: PersonVisit,
  asked: {
    readonly kind: PushReceiver['kind'];
    readonly aim: 'create' | 'change';
    readonly place: PushPlace;
  },
): Promise<ReadSettings> {
  const { kind, aim, place } = asked;
  const { context, ui } = visit;
  const { push, shell } = ui.t;
  const messages = {
    url: push.urlWrong,
    tokenUrl: push.tokenUrlMissing,
    verbs: push.irisWrong,
    activities: push.irisWrong,
    events: push.eventsMissing,
    secret: push.secretMissing,
    other: shell.fieldWrong,
  };
  if (kind === 'webhook') {
    const read = await readForm(context, z.object(webhookOf(place)), messages);
    if (!read.ok) return read;
    const { name, url: address, verbs, activities, payload, events, ...rest } = read.data;
    const receiver = { kind, url: address, payload, events };
    return {
      ok: true,
      form: read.form,
      settings: { name, receiver, filter: { verbs, activities }, ...rest },
    };
  }
  const read = await readForm(context, z.object(lrs), messages);
  const form = withoutSecret(read.form);
  if (!read.ok) return { ok: false, form };
  const {
    name,
    url: address,
    verbs,
    activities,
    version,
    auth,
    account,
    secret,
    tokenUrl,
    scope,
    ...rest
  } = read.data;
  const errors = {
    ...(auth === 'oauth' && tokenUrl === '' && { tokenUrl: push.tokenUrlMissing }),
    ...(auth === 'basic' && account.includes(':') && { account: shell.fieldWrong }),
    ...(aim === 'create' && secret === '' && { secret: push.secretMissing }),
  };
  if (Object.keys(errors).length > 0) return { ok: false, form: { ...form, errors } };
  const access =
    auth === 'basic'
      ? { kind: auth, key: account }
      : { kind: auth, tokenUrl, clientId: account, ...(scope && { scope }) };
  return {
    ok: true,
    form,
    settings: {
      name,
      receiver: { kind, url: address, version, auth: access },
      filter: { verbs, activities },
      ...(secret && { secret }),
      ...rest,
    },
  };
}

function withoutSecret(form: FormState): FormState {
  return { ...form, values: { ...form.values, secret: '' } };
}

/** The form of a receiver as it is now. */
export function formOf(subscription: PushSubscription): FormState {
  const { name, receiver, filter, rev: revision } = subscription;
  const shared = {
    name,
    url: receiver.url,
    verbs: filter.verbs.join('\n'),
    activities: filter.activities.join('\n'),
    rev: String(revision),
  };
  if (receiver.kind === 'webhook') {
    const values = { ...shared, payload: receiver.payload, events: receiver.events.join(' ') };
    return { values, errors: {} };
  }
  const { version, auth } = receiver;
  const access =
    auth.kind === 'basic'
      ? { account: auth.key }
      : { account: auth.clientId, tokenUrl: auth.tokenUrl, scope: auth.scope ?? '' };
  return { values: { ...shared, version, auth: auth.kind, ...access }, errors: {} };
}
