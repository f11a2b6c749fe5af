import { grantableScopes } from '@sinau/identity';
import { type AgencyId, type Grant, type ProviderId, roles, type Tenant } from '@sinau/kernel';
import type { RouteDeclaration } from '@sinau/platform/http';

/** Heads and cells of a door's table. */
interface Column {
  readonly head: string;
  cell(route: RouteDeclaration): string;
}

const yes = '●';

const guest: Column = { head: 'guest', cell: ({ access }) => (access.includes('anyone') ? yes : '') };

const people: readonly Column[] = roles.map((role) => ({
  head: role,
  cell: ({ access }) =>
    access.some((grant) => grant === 'anyone' || grant === 'person' || grant === `role:${role}`) ? yes : '',
}));

const tenants: readonly Tenant[] = [
  { kind: 'agency', agencyId: '' as AgencyId },
  { kind: 'provider', providerId: '' as ProviderId },
  { kind: 'platform' },
];

const machines: readonly Column[] = [
  ...tenants.map((tenant) => ({
    head: `client of ${tenant.kind}`,
    cell: ({ access, owner = tenant.kind }: RouteDeclaration) =>
      owner === tenant.kind
        ? namesOf(
            access,
            grantableScopes(tenant).map((scope) => `scope:${scope}`),
          )
        : '',
  })),
  { head: 'running content', cell: ({ access }: RouteDeclaration) => (access.includes('au') ? yes : '') },
  {
    head: 'tool of LTI',
    cell: ({ access }: RouteDeclaration) =>
      namesOf(
        access,
        access.filter((grant) => grant.startsWith('tool:')),
      ),
  },
];

/** The scopes that let in, without their kind. */
function namesOf(access: readonly Grant[], held: readonly string[]): string {
  const found = access.filter((grant) => held.includes(grant));
  return found.map((grant) => `\`${grant.split(':')[1]}\``).join(' ');
}

const introduction = `# Who may call what

Made from what stands beside each route in the code; \`test/security/access-matrix.test.ts\` asks every door as every one of these
callers, and fails while this page is not what the doors declare. \`UPDATE_DOCS=1 npx vitest run --project integration
test/security/access-matrix.test.ts\` writes it anew.

A mark lets in to the address, not to everything behind it: whose things they are is asked after that, and things of others
are answered like things that are not there. Where a scope stands, a client needs it. At doors for machines people are nobody, and
clients are nobody at the portal.
`;

/** The page of documentation: a table for every door. */
export function accessDocument(routes: readonly RouteDeclaration[]): string {
  const doors = [...new Set(routes.map(({ app }) => app))].sort();
  return [introduction, ...doors.map((door) => tableOf(door, routes))].join('\n');
}

function tableOf(door: string, all: readonly RouteDeclaration[]): string {
  const routes = all.filter(({ app }) => app === door).toSorted(byAddress);
  const columns = [guest, ...(door === 'portal' ? people : machines)];
  const lines = [
    ['address', ...columns.map(({ head }) => head)],
    ['---', ...columns.map(() => '---')],
    ...routes.map((route) => [
      `\`${route.method} ${route.path}\``,
      ...columns.map(({ cell }) => cell(route)),
    ]),
  ];
  return [`## ${door}`, '', ...lines.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n');
}

function byAddress(one: RouteDeclaration, other: RouteDeclaration): number {
  const [a, b] = [`${one.path} ${one.method}`, `${other.path} ${other.method}`];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
