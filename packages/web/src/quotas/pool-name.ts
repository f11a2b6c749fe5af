import { provinceName } from '@sinau/kernel';
import { familyTerms } from '../people/post-terms.ts';
import type { Ui } from '../ui.ts';
import type { PoolGroupView } from './pool-ports.ts';

const families = new Map<string, string>(Object.entries(familyTerms));

/** How people call a group. */
export function poolName(ui: Ui, group: PoolGroupView): string {
  const words = ui.t.standing.groups;
  switch (group.kind) {
    case 'unit':
    case 'list':
      return group.name;
    case 'posts':
      return group.families.map((one) => families.get(one) ?? one).join(', ');
    case 'region':
      return provinceName(group.province) ?? group.province;
    case 'remote':
      return words.remote;
  }
}
