import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { expect, it } from 'vitest';
import { joinStatistics } from './join-statistics.ts';

it('F1: writes no cell that a spreadsheet would run, whatever content named its questions', async () => {
  const ports = joinStatistics({ digest: nodeDigest, clock: fixedClock() } as never);
  const csv = await ports.csvOf([
    ['Soal', 'Orang'],
    ['=HYPERLINK("http://x")', 15],
    ['+1', '<5'],
    ['@a', -0.25],
    ['＝1', undefined],
  ]);
  expect(csv).toBe('Soal,Orang\r\n"\'=HYPERLINK(""http://x"")",15\r\n\'+1,<5\r\n\'@a,-0.25\r\n\'＝1,\r\n');
});
