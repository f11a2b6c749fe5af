import type { ClientsPlace } from '../clients/place.ts';
import { memberOf, membersOf, tenantOf } from './members.ts';
import { OperatorMenu } from './menu.tsx';
import type { OperatorPorts } from './ports.ts';

const path = '/operator/clients';

/** Operators administer the clients of everybody, those of the platform first. */
export function operatorClients(ports: OperatorPorts): ClientsPlace {
  return {
    path,
    access: ['role:operator'],
    section: 'operator',
    menu: (ui) => <OperatorMenu ui={ui} current={path} />,
    choice: {
      options: async (visit) => {
        const members = await membersOf(visit, ports);
        const platform = members.filter(([value]) => value === 'platform');
        return [
          ...platform.map(([value]) => [value, visit.ui.t.operator.clientsOfPlatform] as const),
          ...members.filter(([value]) => value !== 'platform'),
        ];
      },
      tenantOf,
      memberOf,
    },
    mayLimit: true,
  };
}
