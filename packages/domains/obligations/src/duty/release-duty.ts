import { orderOf } from './course-order.ts';
import { type Duty, isOpen, type ReleaseReason } from './duty.ts';
import type { KeepDeps } from './keep-duty.ts';

/** Takes an open duty off somebody, with the course where nobody else requires it. False: it is done, or was released. */
export async function releaseDuty(deps: KeepDeps, duty: Duty, reason: ReleaseReason): Promise<boolean> {
  const heir = await heirOf(deps, duty);
  // The course first: whoever dies in between leaves the duty open, and the next one comes this way again.
  await deps.desk.takeBack(duty, heir);
  for (;;) {
    const before = await deps.duties.findDuty(duty);
    if (!before || !isOpen(before)) return false;
    const { remind: _, allTold: __, obstacle: ___, ...rest } = before;
    const after: Duty = {
      ...rest,
      ...{ state: 'released', released: reason, changedAt: deps.clock.now().toISOString() },
    };
    if ((await deps.duties.write({ before, after })) === 'written') return true;
  }
}

/** Another obligation that requires the same course of the same person; the one that is due first. */
async function heirOf(deps: KeepDeps, duty: Duty) {
  const others = (await deps.duties.dutiesOf(duty.personId))
    .filter((one) => one.courseId === duty.courseId && one.obligationId !== duty.obligationId && isOpen(one))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  for (const other of others) {
    const obligation = await deps.obligations.find(other.agencyId, other.obligationId);
    if (obligation && obligation.state !== 'ended') return orderOf(obligation, other);
  }
  return undefined;
}
