import { describe, expect, it } from 'vitest';
import { readOptions, StartRefused } from './options.ts';

describe('readOptions', () => {
  it('honours PORT, DATA_DIR and --fresh', () => {
    expect(readOptions(['--fresh'], { PORT: '8080', DATA_DIR: '/tmp/x', SEED: 'plain' })).toEqual({
      port: 8080,
      dataDir: '/tmp/x',
      fresh: true,
      isPlain: true,
    });
    expect(readOptions([], { SINAU_ROOT: '/sinau' })).toEqual({
      port: 3000,
      dataDir: '/sinau/.data',
      fresh: false,
      isPlain: false,
    });
  });

  it.each([
    ['--frsh', {}],
    ['', { PORT: '99999' }],
    ['', { PORT: 'http' }],
  ])('refuses %j %j with one line', (arg, environment) => {
    expect(() => readOptions(arg ? [arg] : [], environment)).toThrow(StartRefused);
  });
});
