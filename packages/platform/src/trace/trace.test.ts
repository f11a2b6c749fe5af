import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { asTrace, currentTrace, inTrace, newTrace, traceOfHeaders } from './trace.ts';

const one = '5759e988bd862e3fe1be46a994272793';
const other = 'a'.repeat(32);

describe('the trace of a request', () => {
  it('is that of X-Ray, then that of its caller', () => {
    const root = `Self=1-67891234-abcdef012345678912345678;Root=1-${one.slice(0, 8)}-${one.slice(8)};Sampled=1`;
    const parent = `00-${other}-00f067aa0ba902b7-01`;
    expect(traceOfHeaders(new Headers({ 'x-amzn-trace-id': root, traceparent: parent }))).toBe(one);
    expect(traceOfHeaders(new Headers({ traceparent: parent }))).toBe(other);
  });

  it.each([
    '',
    other,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${'A'.repeat(32)}-00f067aa0ba902b7-01`,
    '00-198501012010012001-00f067aa0ba902b7-01',
    `00-${'g'.repeat(32)}-00f067aa0ba902b7-01`,
  ])('is a new one each time where %j stands instead', (traceparent) => {
    const headers = new Headers({ traceparent, 'x-amzn-trace-id': 'Root=1-nonsense' });
    const traces = [traceOfHeaders(headers), traceOfHeaders(headers)];
    expect(new Set(traces).size).toBe(2);
    for (const trace of traces) expect(asTrace(trace)).toBe(trace);
  });
});

describe('what is done in a trace', () => {
  it('knows it however long it takes, beside others, and not behind', async () => {
    const seen = await Promise.all(
      [one, other, undefined].map((trace) =>
        inTrace(trace, async () => {
          await sleep(1);
          return currentTrace();
        }),
      ),
    );
    expect(seen).toEqual([one, other, undefined]);
    expect(inTrace(one, () => inTrace(undefined, currentTrace))).toBeUndefined();
    expect(currentTrace()).toBeUndefined();
    expect(asTrace(newTrace())).toBeDefined();
  });
});
