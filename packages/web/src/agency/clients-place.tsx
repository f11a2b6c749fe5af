import type { ClientsPlace } from '../clients/place.ts';
import { AgencyMenu } from './menu.tsx';

const path = '/agency/clients';

/** An agency administers its own clients. */
export const agencyClients: ClientsPlace = {
  path,
  access: ['role:agency-admin'],
  section: 'agency',
  menu: (ui) => <AgencyMenu ui={ui} current={path} />,
  mayLimit: false,
};
