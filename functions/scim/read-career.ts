import { levelsOf, type PostFamily, postFamilies, postLevels } from '@sinau/identity';
import type { ProvisionRequest } from '@sinau/identity/provisioning';
import { employmentStatuses, oneLine } from '@sinau/kernel';
import { enterpriseUrn, type Json, type Resource, ScimRefused, sinauUrn, valueIn } from '@sinau/scim';
import * as z from 'zod';

const statusSchema = z.enum(employmentStatuses);
const familySchema = z.enum(postFamilies);
const levelSchema = z.enum(Object.values(postLevels).flat());
const daySchema = z.iso.date();
const titleSchema = z.string().min(2).max(200).regex(oneLine);

interface Told {
  readonly next: Resource;
  readonly before?: Resource;
}

/** Number, status and post, where they are others than before. */
export function readCareer(told: Told): Pick<ProvisionRequest, 'number' | 'status' | 'contract' | 'post'> {
  const { next, before } = told;
  const [now, then] = [valueIn(next, sinauUrn), valueIn(before, sinauUrn)];
  const number = read(z.string(), 'employeeNumber', [
    valueIn(valueIn(next, enterpriseUrn), 'employeeNumber'),
    valueIn(valueIn(before, enterpriseUrn), 'employeeNumber'),
  ]);
  const of = (name: string) => [valueIn(now, name), valueIn(then, name)] as const;
  const status = read(statusSchema, 'employmentStatus', of('employmentStatus'));
  return {
    // Written in groups on cards and in other systems.
    ...(number !== undefined && { number: number.replace(/[\s.'’-]/g, '') }),
    ...(status !== undefined && { status }),
    ...contractIn(of),
    ...postIn(of),
  };
}

type Of = (name: string) => readonly [Json | undefined, Json | undefined];

function contractIn(of: Of): Pick<ProvisionRequest, 'contract'> {
  const [start, end] = [of('contractStart'), of('contractEnd')];
  const from = read(daySchema, 'contractStart', start);
  const to = read(daySchema, 'contractEnd', end);
  if (from === undefined && to === undefined) return {};
  const whole = { from: from ?? text(start[1]), to: to ?? text(end[1]) };
  if (whole.from === undefined || whole.to === undefined) {
    throw new ScimRefused('scim.invalid-value', 'A contract has a contractStart and a contractEnd.');
  }
  return { contract: { from: whole.from, to: whole.to } };
}

function postIn(of: Of): Pick<ProvisionRequest, 'post'> {
  const [title, family, level] = [of('postTitle'), of('postFamily'), of('postLevel')];
  const newTitle = read(titleSchema, 'postTitle', title);
  const newFamily = read(familySchema, 'postFamily', family);
  const newLevel = read(levelSchema, 'postLevel', level);
  const isGone = level[0] === null && level[1] !== undefined;
  if (newTitle === undefined && newFamily === undefined && newLevel === undefined && !isGone) return {};
  const whole = { title: newTitle ?? text(title[1]), family: newFamily ?? text(family[1]) };
  if (whole.title === undefined || whole.family === undefined) {
    throw new ScimRefused('scim.invalid-value', 'A post has a postTitle and a postFamily.');
  }
  const fits = familySchema.parse(whole.family);
  const kept = isGone ? undefined : (newLevel ?? levelThatStays(fits, level[1]));
  return { post: { title: whole.title, family: fits, ...(kept && { level: kept }) } };
}

/** A level of the family before means nothing in another. */
function levelThatStays(family: PostFamily, level: Json | undefined) {
  return levelsOf(family).find((one) => one === level);
}

/** Undefined where it is as it was, unsaid, or said to be nothing. */
function read<Value>(
  schema: z.ZodType<Value>,
  name: string,
  [next, before]: readonly [Json | undefined, Json | undefined],
): Value | undefined {
  if (next === undefined || next === null || next === before) return undefined;
  const parsed = schema.safeParse(next);
  if (parsed.success) return parsed.data;
  throw new ScimRefused('scim.invalid-value', `"${name}" is not one of what /Schemas says.`);
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
