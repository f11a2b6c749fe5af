import { changePersonRequestSchema } from '@sinau/identity';
import type { ProvisionRequest } from '@sinau/identity/provisioning';
import { withoutTurns } from '@sinau/kernel';
import {
  enterpriseUrn,
  isObject,
  type Json,
  type Resource,
  ScimRefused,
  sinauUrn,
  valueIn,
} from '@sinau/scim';
import { readCareer } from './read-career.ts';
import type { UnitWords } from './unit-words.ts';

export interface ToldUser {
  /** As it is to be. */
  readonly next: Resource;
  /** As this machine was shown it; absent for somebody new. */
  readonly before?: Resource;
  /** Names of what was said, beside what stands there still. */
  readonly said: ReadonlySet<string>;
  /** Nothing may be removed that a person cannot be without; a whole resource simply does not say it. */
  readonly isPatch: boolean;
  readonly units: UnitWords;
}

/** What of a resource is another than before, as a request to our own people. */
export function readUser(given: ToldUser): ProvisionRequest {
  if (given.isPatch) refuseRemovals(given);
  const told = asRead(given);
  const { next, before = {} } = told;
  const userName = changedText(next.userName, before.userName);
  if (next.userName === null || (next.userName === undefined && !told.isPatch)) throw missing('userName');
  const name = nameIn(told);
  const email = emailIn(told);
  const parts = {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...zoneIn(told),
    ...unitIn(told),
    ...supervisorIn(told),
  };
  const checked = changePersonRequestSchema.safeParse(parts);
  if (!checked.success) throw unfit(checked.error.issues[0]?.path[0], checked.error.issues[0]?.message);
  const { unitId, supervisorId, timeZone, ...own } = checked.data;
  return {
    ...(userName !== undefined && { userName }),
    ...('name' in own && own.name !== undefined && { name: own.name }),
    ...('email' in own && own.email !== undefined && { email: own.email }),
    ...(unitId !== undefined && { unitId }),
    ...(supervisorId !== undefined && { supervisorId }),
    ...(timeZone !== undefined && { timeZone }),
    ...nullable('externalId', next.externalId, before.externalId),
    ...nullable('givenName', valueIn(next.name, 'givenName'), valueIn(before.name, 'givenName')),
    ...nullable('familyName', valueIn(next.name, 'familyName'), valueIn(before.name, 'familyName')),
    ...(typeof next.active === 'boolean' && { isActive: next.active }),
    ...readCareer(told),
  };
}

/** Names and the title of the post without marks of direction, as lists are read; what stands there already is not looked at. */
function asRead(told: ToldUser): ToldUser {
  const { next, before } = told;
  const { name, [sinauUrn]: own } = next;
  return {
    ...told,
    next: {
      ...next,
      ...plainIn(next, before, ['displayName']),
      ...(isObject(name) && {
        name: { ...name, ...plainIn(name, before?.name, ['formatted', 'givenName', 'familyName']) },
      }),
      ...(isObject(own) && { [sinauUrn]: { ...own, ...plainIn(own, before?.[sinauUrn], ['postTitle']) } }),
    },
  };
}

function plainIn(next: Resource, before: Json | undefined, names: readonly string[]): Resource {
  const said = names.flatMap((name) => {
    const value = next[name];
    return typeof value === 'string' && value !== valueIn(before, name)
      ? [[name, withoutTurns(value)] as const]
      : [];
  });
  return Object.fromEntries(said);
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** Undefined where it is as it was, or unsaid. */
export const changedText = (next: Json | undefined, before: Json | undefined): string | undefined =>
  next === before ? undefined : text(next);

function nullable(name: 'externalId' | 'givenName' | 'familyName', next: Json | undefined, before?: Json) {
  if (next === undefined || next === before) return {};
  return { [name]: next === null ? null : text(next) };
}

/** The name that is shown, else the whole name, else its parts: whichever was said anew. */
function nameIn({ next, before = {} }: ToldUser): string | undefined {
  const shown = changedText(next.displayName, before.displayName);
  if (shown !== undefined) return shown;
  const whole = changedText(valueIn(next.name, 'formatted'), valueIn(before.name, 'formatted'));
  if (whole !== undefined) return whole;
  const part = (name: string) => text(valueIn(next.name, name));
  const isNew = ['givenName', 'familyName'].some(
    (name) => (valueIn(next.name, name) ?? null) !== (valueIn(before.name, name) ?? null),
  );
  // A whole resource that says nothing of the parts takes none away.
  if (!isNew || next.name === undefined) return undefined;
  const parts = [part('givenName'), part('familyName')].filter((one) => one !== undefined);
  // One of them may stand there with its marks since before.
  const joined = withoutTurns(parts.join(' '));
  return joined === '' ? undefined : joined;
}

/** One address is kept. Where nobody says one, the name of the account is it, and goes on being it. */
function emailIn({ next, before, said }: ToldUser): string | undefined {
  const old = chosenAddress(before?.emails);
  if (said.has('emails') && Array.isArray(next.emails)) {
    const chosen = chosenAddress(next.emails);
    if (chosen === undefined || chosen.toLowerCase() === old?.toLowerCase()) return undefined;
    return chosen;
  }
  const name = text(next.userName);
  const follows = before === undefined || old?.toLowerCase() === text(before.userName)?.toLowerCase();
  return follows && name?.includes('@') && name.toLowerCase() !== old?.toLowerCase() ? name : undefined;
}

function chosenAddress(emails: Json | undefined): string | undefined {
  const list = Array.isArray(emails) ? emails.filter(isObject) : [];
  const kind = ({ type }: Resource) => text(type)?.toLowerCase();
  const chosen =
    list.find(({ primary }) => primary === true) ?? list.find((one) => kind(one) === 'work') ?? list[0];
  return text(chosen?.value);
}

function zoneIn({ next, before }: ToldUser) {
  const zone = changedText(next.timezone, before?.timezone);
  return zone === undefined ? {} : { timeZone: zone };
}

function unitIn({ next, before, units }: ToldUser) {
  const [now, then] = [valueIn(next, enterpriseUrn), valueIn(before, enterpriseUrn)];
  const id = valueIn(valueIn(next, sinauUrn), 'unitId');
  if (id !== undefined && id !== (valueIn(valueIn(before, sinauUrn), 'unitId') ?? null)) {
    return { unitId: id };
  }
  const department = valueIn(now, 'department');
  if (department === undefined || department === (valueIn(then, 'department') ?? null)) return {};
  if (department === null) return { unitId: null };
  const found = units.find(text(department) ?? '');
  if (found === 'unknown' || found === 'unclear') {
    throw new ScimRefused(
      'scim.invalid-value',
      found === 'unknown'
        ? 'The department is no unit of this agency. Make the unit in Sinau, send its id or its path, or take the mapping out.'
        : 'Several units are called like the department. Send its id or its path, as "Sekretariat / Biro Umum".',
    );
  }
  return { unitId: found };
}

function supervisorIn({ next, before }: ToldUser) {
  const now = valueIn(valueIn(next, enterpriseUrn), 'manager');
  if (now === undefined) return {};
  const [id, old] = [
    valueIn(now, 'value') ?? null,
    valueIn(valueIn(valueIn(before, enterpriseUrn), 'manager'), 'value') ?? null,
  ];
  return id === old ? {} : { supervisorId: id };
}

/** What a person is never without, or keeps for good. */
const lasting = ['displayName', 'emails', 'active', 'timezone', 'userName', 'name'] as const;
const lastingIn = {
  name: ['formatted'],
  [enterpriseUrn]: ['employeeNumber'],
  [sinauUrn]: [...['employmentStatus', 'contractStart', 'contractEnd', 'postTitle', 'postFamily']],
} as const;

function refuseRemovals({ next, before }: ToldUser): void {
  const isGone = (after: Json | undefined, held: Json | undefined) => after === null && held !== undefined;
  const gone = [
    ...lasting.filter((name) => isGone(next[name], valueIn(before, name))),
    ...Object.entries(lastingIn).flatMap(([holder, names]) =>
      names.filter((name) => isGone(valueIn(next[holder], name), valueIn(valueIn(before, holder), name))),
    ),
  ];
  if (gone.length > 0) {
    throw new ScimRefused('scim.mutability', `"${gone[0]}" is kept: it can be replaced, and not removed.`);
  }
}

const missing = (name: string) => new ScimRefused('scim.invalid-value', `"${name}" is required.`);

const words: Readonly<Record<string, string>> = {
  ...{
    name: 'displayName',
    email: 'emails',
    unitId: 'unitId',
    supervisorId: 'manager',
    timeZone: 'timezone',
  },
};
function unfit(path: PropertyKey | undefined, message = 'is not right'): ScimRefused {
  const name = words[String(path)] ?? String(path);
  return new ScimRefused('scim.invalid-value', `"${name}": ${message}.`);
}
