import type { AgencyId, ProviderId, Tenant } from '@sinau/kernel';
import type { PersonVisit } from '../visit.ts';
import type { MemberOptions } from './people-page.tsx';
import type { OperatorPorts } from './ports.ts';

/** Every tenant there is, as select fields show them. */
export async function membersOf({ ui, person }: PersonVisit, ports: OperatorPorts): Promise<MemberOptions> {
  const [agencies, providers] = await Promise.all([ports.agencies(person), ports.providers(person)]);
  return [
    ...agencies.map((row) => [`agency:${row.agencyId}`, row.name] as const),
    ...providers.map((row) => [`provider:${row.providerId}`, row.name] as const),
    ['platform', ui.t.operator.memberOfNone],
  ];
}

/** The select's value back as a tenant; whether it exists is the use case's to say. */
export function tenantOf(member: string): Tenant {
  const [kind, id = ''] = member.split(':');
  if (kind === 'agency') return { kind, agencyId: id as AgencyId };
  if (kind === 'provider') return { kind, providerId: id as ProviderId };
  return { kind: 'platform' };
}

export function memberOf(tenant: Tenant): string {
  if (tenant.kind === 'agency') return `agency:${tenant.agencyId}`;
  if (tenant.kind === 'provider') return `provider:${tenant.providerId}`;
  return 'platform';
}
