import { describe, expect, it } from 'vitest';
import { failedTitles, isWhole, readLogPath, readSummary } from './read-summary.ts';

const begun = '{"total":null,"passed":null,"failed":null}';
const line = (passed: number, failed: number, total = 10) =>
  JSON.stringify({ total, passed, failed, version: '1.0.3' });

describe('the output of the conformance suite', () => {
  it('is read by its last summary, whatever else is printed', () => {
    const printed = [begun, line(3, 0), '{"total": nonsense', 'Tests …', line(9, 1), 'Closed', ''].join('\n');
    expect(readSummary(printed)).toEqual({ passed: 9, failed: 1, total: 10 });
    expect(readSummary(`${begun}\nClosed\n`)).toBeUndefined();
    expect(readSummary('')).toBeUndefined();
  });

  it('counts as passed only when every test ran and passed', () => {
    expect(isWhole({ passed: 10, failed: 0, total: 10 })).toBe(true);
    expect(isWhole({ passed: 9, failed: 1, total: 10 })).toBe(false);
    expect(isWhole({ passed: 9, failed: 0, total: 10 })).toBe(false);
    expect(isWhole({ passed: 0, failed: 0, total: 0 })).toBe(false);
  });

  it('names the tests that failed', () => {
    expect(readLogPath('x\nFull run log written to /tmp/a b.log\nClosed')).toBe('/tmp/a b.log');
    const log = {
      title: '',
      status: 'failed',
      tests: [
        { title: 'fine', status: 'passed', tests: [] },
        {
          title: 'State',
          status: 'failed',
          tests: [{ title: 'merges', status: 'failed', tests: [], error: 'Error: 500' }],
        },
      ],
    };
    expect(failedTitles(log)).toEqual(['State > merges: Error: 500']);
    expect(failedTitles(undefined)).toEqual([]);
  });
});
