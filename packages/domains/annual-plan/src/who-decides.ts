import type { PersonId, PersonPrincipal, Role } from '@sinau/kernel';
import { type AnnualPlan, type DecisionWay, type Move, movesFrom, type PlanStep } from './plan.ts';

/** The two officials of PP 11/2017 Ps 207: who agrees to a plan, and who sets it. */
export const offices = ['authorised-official', 'appointing-official'] as const satisfies readonly Role[];
export type Office = (typeof offices)[number];

export const officeOfMove = { agree: 'authorised-official', set: 'appointing-official' } as const;

/** Somebody who holds an office of the agency and can sign in. */
export interface Official {
  readonly personId: PersonId;
  readonly name: string;
}
export type Officials = Readonly<Record<Office, readonly Official[]>>;

/**
 * Why somebody who sees a plan does not take a step of it. `drafted`: whoever has drafted a plan neither agrees to it nor sets it;
 * `agreed`: nobody sets what they have agreed to; `official`: there is an official who can sign in, so nobody records it for them;
 * `other`: it is somebody else's step.
 */
export type MoveRefusal = 'drafted' | 'agreed' | 'official' | 'other';

export type Permission = { readonly way?: DecisionWay } | { readonly refused: MoveRefusal };

export interface PlanMove {
  readonly move: Move;
  readonly permission: Permission;
}

interface Asked {
  readonly plan: AnnualPlan;
  readonly principal: PersonPrincipal;
  readonly officials: Officials;
  readonly now: Date;
}

/** What was set can be taken back for a day: a wrong number of a letter is seen soon, and what is in force longer is a matter of a new version. */
export const undoSetWithinMs = 24 * 3_600_000;

/** Every step that is next, with who may take it. */
export const movesOf = (asked: Asked): readonly PlanMove[] =>
  movesFrom(asked.plan.state).map((move) => ({ move, permission: permissionFor(move, asked) }));

/** Whether the principal may take the step, and how. */
export function permissionFor(move: Move, asked: Asked): Permission {
  const { plan, principal, now } = asked;
  const has = (role: Role) => principal.roles.includes(role);
  switch (move) {
    case 'propose':
      return has('agency-admin') ? {} : { refused: 'other' };
    case 'return': {
      const waitsFor = plan.state === 'proposed' ? 'authorised-official' : 'appointing-official';
      return has('agency-admin') || has(waitsFor) ? {} : { refused: 'other' };
    }
    case 'undo':
      return mayUndo(plan, { principal, now }) ? {} : { refused: 'other' };
    case 'agree':
    case 'set':
      return decisionFor(officeOfMove[move], asked);
  }
}

function decisionFor(office: Office, { plan, principal, officials }: Asked): Permission {
  const isOfficial = principal.roles.includes(office);
  if (!isOfficial && !principal.roles.includes('agency-admin')) return { refused: 'other' };
  if (draftersOf(plan).has(principal.personId)) return { refused: 'drafted' };
  if (!isOfficial)
    return freeOfficials(plan, { office, officials }).length > 0
      ? { refused: 'official' }
      : { way: 'letter' };
  return hasAgreed(plan, { principal, office }) ? { refused: 'agreed' } : { way: 'in-person' };
}

/** Those for whom the plan can wait: whoever drafted it, or has agreed to it, does not decide about it. */
export const freeOfficials = (
  plan: AnnualPlan,
  { office, officials }: { readonly office: Office; readonly officials: Officials },
): readonly Official[] =>
  officials[office].filter(
    (one) => !draftersOf(plan).has(one.personId) && !hasAgreed(plan, { principal: one, office }),
  );

/** Whoever has begun, changed or proposed the version; kept with it, and in its steps. */
export const draftersOf = ({ drafters, steps }: AnnualPlan): ReadonlySet<PersonId> =>
  new Set([
    ...drafters,
    ...steps
      .filter((step, index) => index === 0 || step.to === 'proposed')
      .filter(isDone)
      .map(({ by }) => by),
  ]);

const isDone = ({ undone }: PlanStep): boolean => undone === undefined;

const hasAgreed = (
  plan: AnnualPlan,
  { principal, office }: { readonly principal: Pick<PersonPrincipal, 'personId'>; readonly office: Office },
): boolean => {
  if (office !== 'appointing-official' || plan.state !== 'agreed') return false;
  const agreed = plan.steps.findLast(({ to, way }) => to === 'agreed' && way !== undefined);
  return agreed?.way === 'in-person' && agreed.by === principal.personId;
};

function mayUndo(
  { steps, state }: AnnualPlan,
  { principal, now }: { readonly principal: PersonPrincipal; readonly now: Date },
): boolean {
  const last = steps.at(-1);
  if (!last || last.undone || last.to !== state || last.by !== principal.personId) return false;
  return state !== 'set' || now.getTime() - Date.parse(last.at) <= undoSetWithinMs;
}
