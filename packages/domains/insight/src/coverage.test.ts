import { describe, expect, it } from 'vitest';
import { coverageOf, mergeCoverage } from './coverage.ts';

describe('coverageOf', () => {
  it('counts how often each hundredth was played', () => {
    expect(coverageOf('0[.]3[,]1[.]2', 100)).toBe(`121${'0'.repeat(97)}`);
    expect(coverageOf('50[.]100', 100)).toBe('0'.repeat(50) + '1'.repeat(50));
  });

  it('counts a part whose middle was played, however long the recording', () => {
    expect(coverageOf('0[.]17', 1_000)).toBe(`11${'0'.repeat(98)}`);
    expect(coverageOf('0[.]14', 1_000)).toBe(`1${'0'.repeat(99)}`);
    expect(coverageOf('0[.]2', 2)).toBe('1'.repeat(100));
  });

  it('leaves out what is no segment, and what lies behind the end', () => {
    expect(coverageOf('x[.]2[,]3[.]1[,]4[.]5[.]6[,]99[.]500[,]-1[.]2', 100)).toBe(`${'0'.repeat(99)}1`);
    for (const [text, length] of [
      ['', 100],
      ['0[.]1', 0],
      ['0[.]1', Number.NaN],
      ['a', 5],
    ] as const) {
      expect(coverageOf(text, length)).toBeUndefined();
    }
  });

  it('stops counting at nine, whatever content makes up', () => {
    expect(coverageOf(Array.from({ length: 50 }, () => '0[.]1').join('[,]'), 100)?.[0]).toBe('9');
    // Would take hours second by second.
    expect(coverageOf('0[.]9999999[,]'.repeat(50_000), 9_999_999)?.[0]).toBe('9');
  });

  it('merges what players tell again without counting it twice', () => {
    expect(mergeCoverage(`12${'0'.repeat(98)}`, `21${'0'.repeat(98)}`)).toBe(`22${'0'.repeat(98)}`);
  });
});
