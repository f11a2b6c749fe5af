import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Move, moves, movesOf, type PlanItem, type Side, targetOf, withStep } from './plan-item.ts';

const at = '2026-11-28T00:00:00.000Z';
const started = (proposedBy: Side): PlanItem =>
  ({
    ...{ state: 'proposed', proposedBy },
    steps: [{ move: 'propose', to: 'proposed', side: proposedBy, by: { id: 'x', name: 'X' }, at }],
  }) as unknown as PlanItem;

const after = (proposedBy: Side, ...path: readonly (readonly [Move, Side])[]): PlanItem =>
  path.reduce((item, [move, side]) => {
    const to = targetOf(item, move, side);
    if (!to) throw new Error(`${side} cannot ${move} what is ${item.state}`);
    return withStep(item, { move, to, side, by: { id: side, name: side }, at });
  }, started(proposedBy));

describe('an item of a plan', () => {
  it('holds once the other side has agreed, whoever has proposed it', () => {
    expect(after('learner', ['agree', 'office']).state).toBe('agreed');
    expect(after('office', ['agree', 'learner']).state).toBe('agreed');
    expect(targetOf(started('learner'), 'agree', 'learner')).toBeUndefined();
    expect(targetOf(started('office'), 'agree', 'office')).toBeUndefined();
  });

  it('comes back, is changed and proposed again', () => {
    const returned = after('learner', ['return', 'office']);
    expect(movesOf(returned, 'learner')).toEqual(['change', 'drop']);
    expect(after('learner', ['return', 'office'], ['change', 'learner'], ['agree', 'office']).state).toBe(
      'agreed',
    );
  });

  it('is finished by the learner, and opened again by the office', () => {
    const done = after('learner', ['agree', 'office'], ['finish', 'learner']);
    expect(done.state).toBe('done');
    expect(movesOf(done, 'office')).toEqual(['reopen']);
    expect(targetOf(after('learner', ['agree', 'office']), 'finish', 'office')).toBeUndefined();
  });

  it('is dropped by either side once agreed, and by its proposer before', () => {
    expect(targetOf(started('learner'), 'drop', 'office')).toBeUndefined();
    expect(targetOf(after('learner', ['agree', 'office']), 'drop', 'office')).toBe('dropped');
  });

  it('goes back one step of whoever has made the last one, once', () => {
    const dropped = after('learner', ['agree', 'office'], ['drop', 'learner']);
    expect(targetOf(dropped, 'undo', 'office')).toBeUndefined();
    const back = after('learner', ['agree', 'office'], ['drop', 'learner'], ['undo', 'learner']);
    expect(back.state).toBe('agreed');
    expect(targetOf(back, 'undo', 'learner')).toBeUndefined();
    expect(targetOf(started('learner'), 'undo', 'learner')).toBeUndefined();
  });

  it('is never agreed by one side alone, whatever they do', () => {
    const step = fc.record({
      move: fc.constantFrom(...moves),
      side: fc.constantFrom<Side>('learner', 'office'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom<Side>('learner', 'office'),
        fc.array(step, { maxLength: 12 }),
        (first, path) => {
          let item = started(first);
          for (const { move, side } of path) {
            const to = targetOf(item, move, side);
            if (to) item = withStep(item, { move, to, side, by: { id: side, name: side }, at });
            const agreed = item.steps.some((one) => one.move === 'agree');
            if (item.state === 'agreed' || item.state === 'done') expect(agreed).toBe(true);
          }
          const agreers = item.steps.filter((one) => one.move === 'agree').map((one) => one.side);
          expect(agreers.every((one) => one !== first)).toBe(true);
        },
      ),
    );
  });
});
