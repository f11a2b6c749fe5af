import { describe, expect, it } from 'vitest';
import { actions, type State, states, ways } from './learning.ts';
import { editable, isWaiting, type MoveName, moves, targetOf, writesLetter } from './moves.ts';

/** Every step of a planned record. What is not in the table is refused. */
const table: Readonly<Record<MoveName, Readonly<Partial<Record<State, State>>>>> = {
  send: {
    ...{ draft: 'submitted', returned: 'submitted' },
    ...{ hr_ok: 'reported', assigned: 'reported', in_progress: 'reported' },
  },
  approve: { submitted: 'supervisor_ok', supervisor_ok: 'hr_ok' },
  assign: { hr_ok: 'assigned' },
  begin: { hr_ok: 'in_progress', assigned: 'in_progress' },
  verify: { reported: 'verified' },
  recognise: { verified: 'recognised' },
  return: {
    ...{ submitted: 'returned', supervisor_ok: 'returned', hr_ok: 'returned', assigned: 'returned' },
    ...{ in_progress: 'returned', reported: 'returned', verified: 'returned', recognised: 'returned' },
  },
  reject: {
    ...{ submitted: 'rejected', supervisor_ok: 'rejected', hr_ok: 'rejected', assigned: 'rejected' },
    ...{ in_progress: 'rejected', reported: 'rejected', verified: 'rejected', recognised: 'rejected' },
  },
  reopen: { rejected: 'returned' },
  cancel: {
    ...{ draft: 'cancelled', submitted: 'cancelled', supervisor_ok: 'cancelled', hr_ok: 'cancelled' },
    ...{ assigned: 'cancelled', in_progress: 'cancelled', reported: 'cancelled', returned: 'cancelled' },
  },
  restore: { cancelled: 'draft' },
};

describe('the states of learning elsewhere', () => {
  const all = Object.keys(table) as MoveName[];
  const each = all.flatMap((action) => states.map((state) => [action, state, table[action][state]] as const));

  it.each(each)('%s from %s leads to %s', (action, state, to) => {
    const bySupervisor = state === 'submitted';
    expect(targetOf(action, { state, stage: 'proposal' }, { bySupervisor })).toBe(to);
  });

  it('names a step for every action but the first ones', () => {
    expect(all.toSorted()).toEqual(actions.filter((one) => one !== 'add' && one !== 'enter').toSorted());
    expect(Object.keys(moves).toSorted()).toEqual(all.toSorted());
  });

  it('have a way out each, and those that wait one that a reviewer takes', () => {
    for (const state of states) expect(each.some(([, from, to]) => from === state && to)).toBe(true);
    for (const state of states.filter((one) => isWaiting(one))) {
      const by = all.filter((action) => table[action][state]).map((action) => moves[action].by);
      expect(by.some((party) => party !== 'learner')).toBe(true);
    }
  });

  it('lead from a draft of what is over straight to the report, and skip the supervisor where there is none', () => {
    expect(targetOf('send', { state: 'draft', stage: 'report' })).toBe('reported');
    expect(targetOf('send', { state: 'returned', stage: 'report' })).toBe('reported');
    expect(targetOf('approve', { state: 'submitted', stage: 'proposal' })).toBe('hr_ok');
  });

  it('let learners write the letter of what they report, and of a plan where the agency has issued none', () => {
    const [none, issued] = [[{ action: 'approve' }], [{ action: 'assign' }, { action: 'begin' }]] as const;
    for (const state of states) {
      for (const stage of ['proposal', 'report'] as const) {
        for (const way of ways) {
          const one = { state, stage, way };
          const reports = state === 'in_progress' || (state === 'returned' && stage === 'report');
          const mayWrite = way === 'planned' ? reports : editable(one) === 'all';
          expect([one, writesLetter(one, none)]).toEqual([one, mayWrite]);
          const mayStill = way !== 'planned' && mayWrite;
          expect([one, writesLetter(one, issued)]).toEqual([one, mayStill]);
        }
      }
    }
  });

  it('wait for the letter where the agency asks for one', () => {
    const approved = { state: 'hr_ok', stage: 'proposal' } as const;
    for (const action of ['begin', 'send'] as const) {
      expect(targetOf(action, approved, { needsLetter: true })).toBeUndefined();
      expect(targetOf(action, { ...approved, state: 'assigned' }, { needsLetter: true })).toBeDefined();
    }
  });
});
