import { type PersonId, type Principal, type ReadKind, readKinds } from '@sinau/kernel';
import * as z from 'zod';

const personId = z.custom<PersonId>((value) => typeof value === 'string');

/** Why somebody may read: it follows from the role in which they do. */
export const purposes = [
  'supervision',
  'personnel',
  'teaching',
  'review',
  'support',
  'oversight',
  'integration',
] as const;
export type Purpose = (typeof purposes)[number];

export const actorSchema = z.union([
  z.object({ kind: z.literal('person'), personId }),
  z.object({ kind: z.literal('client'), clientId: z.string() }),
  /** Nobody: the platform by itself, as the calendar says. */
  z.object({ kind: z.literal('platform') }),
]);
export type Actor = Readonly<z.infer<typeof actorSchema>>;

/** Whose records: one person's, or a list of people of an office. */
export const aboutSchema = z.union([
  z.object({ kind: z.literal('person'), personId }),
  z.object({ kind: z.literal('office'), office: z.string() }),
]);
export type About = Readonly<z.infer<typeof aboutSchema>>;

/** What was done to somebody's account stands in the same chains. */
export const actKinds = ['account-closed', 'account-opened'] as const;
export type ActKind = (typeof actKinds)[number];

/** What an agency has done as a whole stands there too: each step of its annual plan, by the state that it led to, or that one was taken back, which rights to priority it gave and took back, and whom it asked to help others to learn. */
export const officeActKinds = [
  'plan-draft',
  'plan-proposed',
  'plan-agreed',
  'plan-set',
  'plan-replaced',
  'plan-undone',
  'priority-granted',
  'priority-taken-back',
  'champion-named',
  'champion-taken-back',
] as const;
export type OfficeActKind = (typeof officeActKinds)[number];
export const isOfficeAct = (what: LineKind): what is OfficeActKind =>
  officeActKinds.some((kind) => kind === what);

/** What a line may be about: something that was seen, or done. */
export const lineKinds = [...readKinds, ...actKinds, ...officeActKinds] as const;
export type LineKind = (typeof lineKinds)[number];

/** At whose word an account was closed or opened, as identity says it. */
export const actGrounds = [
  'identity-provider',
  'list',
  'administrator',
  'legal-standing',
  'operator',
] as const;
export type ActGround = (typeof actGrounds)[number];

/** Somebody was shown records of somebody else, or did something to them. Names, and what was in the records, have no place here. */
export const readingSchema = z.object({
  at: z.string(),
  /** For whom: `platform`, `agency:<id>` or `provider:<id>`. */
  office: z.string(),
  actor: actorSchema,
  about: aboutSchema,
  purpose: z.enum(purposes),
  what: z.enum(lineKinds),
  /** Of what was done. */
  because: z.enum(actGrounds).exactOptional(),
  /** Of what an agency has done: which of its things, by id. */
  thing: z.string().exactOptional(),
  /** Said by the reader, where they were asked for one; the person reads it too. */
  reason: z.string().exactOptional(),
});
export type Reading = Readonly<z.infer<typeof readingSchema>>;

export interface Reader {
  readonly office: string;
  readonly actor: Exclude<Actor, { readonly kind: 'platform' }>;
  readonly purpose: Purpose;
}

/** Who reads, for whom and why. Undefined: content and tools, which see what was said to them alone, and the anonymous. */
export function readerOf(principal: Principal): Reader | undefined {
  if (principal.kind === 'client') {
    const { clientId, tenant } = principal;
    return { actor: { kind: 'client', clientId }, office: officeOfTenant(tenant), purpose: 'integration' };
  }
  if (principal.kind !== 'person') return undefined;
  if (principal.viewedBy) {
    const behind = { kind: 'person', personId: principal.viewedBy.personId } as const;
    return { actor: behind, office: 'platform', purpose: 'support' };
  }
  const actor = { kind: 'person', personId: principal.personId } as const;
  const { agencyId, workingAgencyId, providerId, roles } = principal;
  const has = (role: (typeof roles)[number]) => roles.includes(role);
  if (has('operator')) return { actor, office: 'platform', purpose: 'support' };
  if (has('auditor')) return { actor, office: 'platform', purpose: 'oversight' };
  if (has('reviewer')) return { actor, office: 'platform', purpose: 'review' };
  if (providerId !== undefined) return { actor, office: `provider:${providerId}`, purpose: 'teaching' };
  const agency = workingAgencyId ?? agencyId;
  if (agency === undefined) return undefined;
  const purpose = has('agency-admin') || has('talent-officer') ? 'personnel' : 'supervision';
  return { actor, office: `agency:${agency}`, purpose };
}

export function officeOfTenant(tenant: Extract<Principal, { kind: 'client' }>['tenant']): string {
  if (tenant.kind === 'agency') return `agency:${tenant.agencyId}`;
  return tenant.kind === 'provider' ? `provider:${tenant.providerId}` : 'platform';
}

/** Whether it is nobody else's record. */
export function isOwn({ actor }: Reader, about: About): boolean {
  return actor.kind === 'person' && about.kind === 'person' && about.personId === actor.personId;
}

export function actorName(actor: Actor): string {
  if (actor.kind === 'platform') return 'platform';
  return actor.kind === 'person' ? `person:${actor.personId}` : `client:${actor.clientId}`;
}

export const aboutName = (about: About): string =>
  about.kind === 'person' ? `person:${about.personId}` : about.office;

/** People of one office share a chain; machines, which read by the thousand, have one each. */
export const chainOf = ({ office, actor }: Pick<Reading, 'office' | 'actor'>): string =>
  actor.kind === 'client' ? actorName(actor) : office;

export type { ReadKind };
