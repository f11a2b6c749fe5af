import { describe, expect, it } from 'vitest';
import { unitPaths } from './unit-paths.ts';

describe('unitPaths', () => {
  it('names the units above, and puts each unit after the one it belongs to', () => {
    const units = [
      { unitId: '3', name: 'Subbagian Arsip', parentId: '2' },
      { unitId: '4', name: 'Inspektorat' },
      { unitId: '2', name: 'Bagian Umum', parentId: '1' },
      { unitId: '1', name: 'Sekretariat' },
    ];
    expect(unitPaths(units)).toEqual([
      ['4', 'Inspektorat'],
      ['1', 'Sekretariat'],
      ['2', 'Sekretariat / Bagian Umum'],
      ['3', 'Sekretariat / Bagian Umum / Subbagian Arsip'],
    ]);
  });

  it('shows a unit whose parent is not in the list by its own name', () => {
    expect(unitPaths([{ unitId: '2', name: 'Bagian Umum', parentId: 'x' }])).toEqual([['2', 'Bagian Umum']]);
  });
});
