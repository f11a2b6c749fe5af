import type { Found } from './found.ts';
import type { Change, Member } from './ports.ts';
import { type Recognition, stepped } from './recognition.ts';

/**
 * What has to be written so that recognitions of one rule say what it finds now: given, taken back, given back. What the agency took back stays
 * taken back. The same for the same facts, in whatever order they came.
 */
export function reconcile(
  kept: readonly Recognition[],
  found: readonly Found[],
  given: { readonly member: Member; readonly now: string },
): readonly Change[] {
  const { member, now } = given;
  const byId = new Map(found.map((one) => [one.recognitionId, one]));
  const changed = kept.flatMap((before): readonly Change[] => {
    const one = byId.get(before.recognitionId);
    byId.delete(before.recognitionId);
    const after = nextOf(before, one, given);
    return after ? [{ before, after }] : [];
  });
  const added = [...byId.values()].map((one): Change => {
    const { personId } = member;
    return {
      after: {
        ...{ personId, ...one, unitId: unitAt(member, one), state: 'granted', shownTo: 'supervisor' },
        ...{ createdAt: now, steps: [{ to: 'granted', at: now }], rev: 0 },
      },
    };
  });
  return [...changed, ...added];
}

const unitAt = (member: Member, { agencyId }: Pick<Found, 'agencyId'>): string =>
  member.agencyId === agencyId ? member.unitId : '';

function nextOf(
  before: Recognition,
  found: Found | undefined,
  { member, now }: { readonly member: Member; readonly now: string },
): Recognition | undefined {
  if (before.state === 'undone') return undefined;
  if (!found) return before.state === 'granted' ? stepped(before, { to: 'lapsed', at: now }) : undefined;
  const { agencyId, origin, value } = found;
  const moved = agencyId !== before.agencyId;
  const one: Recognition = {
    ...{ ...before, origin, value, agencyId, unitId: moved ? unitAt(member, found) : before.unitId },
  };
  if (before.state === 'lapsed') return stepped(one, { to: 'granted', at: now });
  const same = !moved && value === before.value && JSON.stringify(origin) === JSON.stringify(before.origin);
  return same ? undefined : one;
}
