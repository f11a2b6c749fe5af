import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Au,
  type CourseStructure,
  type MoveOn,
  moveOnRules,
  type StructureNode,
} from '../structure/model.ts';
import { evaluateSatisfaction, isMoveOnMet, nothingSatisfied, type SatisfiedObject } from './satisfaction.ts';
import { type AuVerdict, untouched } from './session.ts';

/** Nested arrays are blocks, rules are AUs. */
type Outline = readonly (MoveOn | Outline)[];

function course(outline: Outline): CourseStructure {
  const aus: Au[] = [];
  let blocks = 0;
  const nodes = (items: Outline): StructureNode[] =>
    items.map((item) => {
      if (typeof item === 'string') {
        const index = aus.length;
        aus.push({
          index,
          id: `https://publisher.example/au/${index}`,
          title: { id: `AU ${index}` },
          description: { id: '-' },
          objectives: [],
          url: 'index.html',
          file: 'index.html',
          launchMethod: 'AnyWindow',
          moveOn: item,
        });
        return { kind: 'au', au: index };
      }
      const index = blocks;
      blocks += 1;
      const id = `https://publisher.example/block/${index}`;
      const words = { title: { id: `Block ${index}` }, description: { id: '-' } };
      return { kind: 'block', index, id, ...words, objectives: [], children: nodes(item) };
    });
  const words = { title: { id: 'Course' }, description: { id: '-' } };
  return {
    format: 1,
    course: { id: 'https://publisher.example/course', ...words, children: nodes(outline) },
    objectives: [],
    aus,
  };
}

const completed: AuVerdict = { ...untouched, completed: true };
const passed: AuVerdict = { ...untouched, judged: 'passed' };
const failed: AuVerdict = { ...untouched, judged: 'failed' };
const both: AuVerdict = { ...completed, judged: 'passed' };
const waived: AuVerdict = { ...untouched, waived: true };
const names = (reached: readonly SatisfiedObject[]) =>
  reached.map((object) => (object.kind === 'course' ? 'course' : object.block.index));
const verdicts = (known: Readonly<Record<number, AuVerdict>>) => (index: number) => known[index] ?? untouched;

describe('isMoveOnMet', () => {
  it.each([
    ['NotApplicable', untouched, true],
    ['Completed', completed, true],
    ['Completed', passed, false],
    ['Passed', passed, true],
    ['Passed', completed, false],
    ['Passed', failed, false],
    ['CompletedAndPassed', both, true],
    ['CompletedAndPassed', completed, false],
    ['CompletedAndPassed', passed, false],
    ['CompletedOrPassed', completed, true],
    ['CompletedOrPassed', passed, true],
    ['CompletedOrPassed', failed, false],
    ['Passed', waived, true],
    ['CompletedAndPassed', waived, true],
  ] as const)('%s after %j: %s', (moveOn, verdict, met) => {
    expect(isMoveOnMet(moveOn, verdict)).toBe(met);
  });
});

describe('evaluateSatisfaction', () => {
  it('tells inner blocks before outer ones and the course last', () => {
    const structure = course([[['Completed', ['Passed']]], 'NotApplicable']);
    const { reached, next } = evaluateSatisfaction(
      structure,
      verdicts({ 0: completed, 1: passed }),
      nothingSatisfied,
    );
    expect(names(reached)).toEqual([2, 1, 0, 'course']);
    expect(next).toEqual({ blocks: [2, 1, 0], course: true });
  });

  it('evaluates a fresh registration: AUs without criterion satisfy their block at once', () => {
    const structure = course([['NotApplicable'], ['Completed', 'NotApplicable']]);
    const { reached } = evaluateSatisfaction(structure, () => untouched, nothingSatisfied);
    expect(names(reached)).toEqual([0]);
    const whole = evaluateSatisfaction(course([['NotApplicable']]), () => untouched, nothingSatisfied);
    expect(names(whole.reached)).toEqual([0, 'course']);
  });

  it('mixes waived and achieved AUs', () => {
    const structure = course([['Passed', 'CompletedAndPassed'], 'Completed']);
    const first = evaluateSatisfaction(structure, verdicts({ 0: waived, 2: completed }), nothingSatisfied);
    expect(names(first.reached)).toEqual([]);
    const second = evaluateSatisfaction(
      structure,
      verdicts({ 0: waived, 1: both, 2: completed }),
      first.next,
    );
    expect(names(second.reached)).toEqual([0, 'course']);
  });

  it('tells every object at most once, however verdicts arrive, and the course exactly when all is met', () => {
    const rule = fc.constantFrom(...moveOnRules);
    const outline = fc.letrec<{ node: MoveOn | Outline; block: Outline }>((tie) => ({
      node: fc.oneof({ maxDepth: 3 }, rule, tie('block')),
      block: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
    })).block;
    const move = fc.record({
      au: fc.nat(30),
      verdict: fc.constantFrom(completed, passed, failed, both, waived),
    });
    fc.assert(
      fc.property(outline, fc.array(move, { maxLength: 30 }), (shape, moves) => {
        const structure = course(shape);
        const known: Record<number, AuVerdict> = {};
        const told: (number | 'course')[] = [];
        let satisfaction = nothingSatisfied;
        for (const { au, verdict } of [{ au: 0, verdict: untouched }, ...moves]) {
          known[au % structure.aus.length] = verdict;
          const result = evaluateSatisfaction(structure, verdicts(known), satisfaction);
          told.push(...names(result.reached));
          satisfaction = result.next;
          const all = structure.aus.every(({ index, moveOn }) =>
            isMoveOnMet(moveOn, known[index] ?? untouched),
          );
          if (all) expect(told.at(-1) === 'course' || told.includes('course')).toBe(true);
        }
        expect(new Set(told).size).toBe(told.length);
        const position = told.indexOf('course');
        if (position >= 0) expect(position).toBe(told.length - 1);
      }),
    );
  });

  it('evaluates a course of 1,001 AUs', () => {
    const structure = course(Array.from({ length: 1001 }, () => 'Completed' as const));
    const all = Object.fromEntries(structure.aus.map(({ index }) => [index, completed]));
    const { 1000: _, ...allButOne } = all;
    expect(evaluateSatisfaction(structure, verdicts(allButOne), nothingSatisfied).reached).toEqual([]);
    expect(names(evaluateSatisfaction(structure, verdicts(all), nothingSatisfied).reached)).toEqual([
      'course',
    ]);
  });
});
