import { describe, expect, it } from 'vitest';
import type { Item, Organization } from '../manifest/model.ts';
import { type ItemStanding, rollUpPackage, type ToldRollup } from './roll-up.ts';

const item = (identifier: string, over: Partial<Item> & { readonly asset?: true } = {}): Item => {
  const { asset, ...rest } = over;
  const kind = asset ? 'asset' : 'sco';
  return {
    identifier,
    title: identifier,
    visible: true,
    children: [],
    sharedData: [],
    hiddenControls: [],
    launch: { resource: identifier, kind, file: `${identifier}.html`, url: `${identifier}.html` },
    ...rest,
  };
};
const organizationOf = (...items: readonly Item[]): Organization => ({
  identifier: 'o',
  title: 'o',
  items,
  objectivesGlobalToSystem: false,
  sharedDataGlobalToSystem: false,
});
const reached = (
  completion: ItemStanding['completion'],
  success: ItemStanding['success'] = 'unknown',
  score: ItemStanding['score'] = {},
): ItemStanding => ({ completion, success, score });

const two = organizationOf(item('a'), item('b'));
const roll =
  (version: '1.2' | '2004', organization: Organization) =>
  (standings: Readonly<Record<string, ItemStanding>>, told?: ToldRollup) =>
    rollUpPackage({
      version,
      organization,
      standingOf: (id) => standings[id],
      ...(told && { told }),
    });

describe('rollUpPackage', () => {
  it('is nothing before anything was begun', () => {
    expect(roll('1.2', two)({})).toEqual({
      status: { completion: 'not attempted', success: 'unknown', score: {} },
      percent: 0,
      doubts: [],
    });
  });

  it('of one item is its status, with its own score', () => {
    const one = organizationOf(item('a'));
    const standing = reached('completed', 'passed', { raw: 8, min: 0, max: 10 });
    expect(roll('1.2', one)({ a: standing })).toMatchObject({ status: standing, percent: 100 });
    expect(roll('2004', one)({ a: standing }, { completion: 'incomplete' })).toMatchObject({
      status: standing,
    });
  });

  it('1.2: a failed package is not completed, one of 2004 may be', () => {
    const one = organizationOf(item('a'));
    const failed = reached('completed', 'failed', { raw: 10 });
    expect(roll('1.2', one)({ a: failed })).toMatchObject({
      status: { completion: 'incomplete', success: 'failed' },
      percent: 99,
    });
    expect(roll('2004', one)({ a: failed })).toMatchObject({
      status: { completion: 'completed', success: 'failed' },
      percent: 100,
    });
  });

  it('1.2: wants every visible SCO, and every judged one passed', () => {
    const many = organizationOf(
      item('a'),
      item('b', { children: [item('c')] }),
      item('hidden', { visible: false }),
      item('asset', { asset: true }),
    );
    const done = reached('completed');
    expect(roll('1.2', many)({ a: done, b: done })).toMatchObject({
      status: { completion: 'incomplete', success: 'unknown' },
      percent: 66,
    });
    expect(roll('1.2', many)({ a: done, b: done, c: done }).status.completion).toBe('completed');
    const scored = { a: reached('completed', 'passed', { raw: 80 }), b: done };
    expect(roll('1.2', many)({ ...scored, c: reached('completed', 'passed', { raw: 90 }) }).status).toEqual({
      completion: 'completed',
      success: 'passed',
      score: { scaled: 0.85 },
    });
    expect(roll('1.2', many)({ ...scored, c: reached('completed', 'failed') }).status).toMatchObject({
      completion: 'incomplete',
      success: 'failed',
    });
  });

  it('counts assets where there is nothing else', () => {
    const assets = organizationOf(item('a', { asset: true }), item('b', { asset: true }));
    expect(roll('1.2', assets)({ a: reached('completed') }).percent).toBe(50);
    expect(roll('1.2', assets)({ a: reached('completed'), b: reached('completed') }).percent).toBe(100);
  });

  it('2004: takes the root activity as it is told, if the items bear it out', () => {
    const told = { completion: 'completed', success: 'passed', score: { scaled: 0.7 } } as const;
    expect(roll('2004', two)({ a: reached('completed', 'passed') }, told)).toMatchObject({
      status: { completion: 'completed', success: 'passed', score: { scaled: 0.7 } },
      percent: 100,
      doubts: [],
    });
    const forged = roll('2004', two)({ a: reached('incomplete') }, told);
    expect(forged.status).toMatchObject({ completion: 'incomplete', success: 'unknown' });
    expect(forged.doubts.map(({ path }) => path)).toEqual([
      'sequencing.rollup.completion',
      'sequencing.rollup.success',
    ]);
  });

  it('2004: a satisfied global objective bears out a pass', () => {
    const input = {
      version: '2004',
      organization: two,
      standingOf: (id: string) => (id === 'a' ? reached('incomplete') : undefined),
      told: { success: 'passed' },
    } as const;
    expect(rollUpPackage(input).status.success).toBe('unknown');
    const globalObjectives = { 'urn:g': { satisfiedStatus: true } };
    expect(rollUpPackage({ ...input, globalObjectives }).status.success).toBe('passed');
  });

  it('2004: adds up by itself what the sequencer does not tell', () => {
    const done = reached('completed');
    expect(roll('2004', two)({ a: done, b: done }).status.completion).toBe('completed');
    const half = { ...reached('incomplete'), progressMeasure: 0.5 };
    expect(roll('2004', two)({ a: done, b: half }).percent).toBe(75);
  });
});
