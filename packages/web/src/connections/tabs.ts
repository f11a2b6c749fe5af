import type { PersonVisit } from '../visit.ts';
import {
  type AskedKind,
  askedKinds,
  type ConnectionKindName,
  learnerKinds,
  type OpenedKind,
  secretKinds,
  sendingKinds,
} from './ports.ts';

export const connectionsPath = '/studio/connections';
export const connectionAccess = ['role:provider-author'] as const;

/** Operators see how those of all providers are. */
export const operatorConnectionsPath = '/operator/connections';

export const connectionHref = (connectionId: string): string =>
  `${connectionsPath}/${encodeURIComponent(connectionId)}`;

/** Pages of one connection, in their order; each is registered where its noun is. */
export const connectionTabs = [
  'overview',
  'tables',
  'packages',
  'catalogue',
  'enrolments',
  'results',
  'reconciliation',
  'settings',
] as const;
export type ConnectionTab = (typeof connectionTabs)[number];

export function tabHref(connectionId: string, tab: ConnectionTab): string {
  return tab === 'overview' ? connectionHref(connectionId) : `${connectionHref(connectionId)}/${tab}`;
}

/** Tabs that make no sense for a kind are not shown. */
export function tabsOf(kind: ConnectionKindName): readonly ConnectionTab[] {
  const made = {
    tables: kind === 'file',
    packages: kind === 'oneroster-csv',
    catalogue: !isSending(kind),
    enrolments: enrolsLearners(kind),
    results: knowsLearners(kind),
    reconciliation: knowsLearners(kind),
  } as const;
  return connectionTabs.filter((tab) => (tab in made ? made[tab as keyof typeof made] : true));
}

/** Something can be said of it before anything happens: it is asked, or what was sent is looked at. */
export const isTested = (kind: ConnectionKindName): boolean => isAsked(kind) || kind === 'oneroster-csv';
export const hasTab = (kind: ConnectionKindName, tab: ConnectionTab): boolean => tabsOf(kind).includes(tab);

export const isAsked = (kind: ConnectionKindName): kind is AskedKind =>
  askedKinds.some((asked) => asked === kind);
export const knowsLearners = (kind: ConnectionKindName): boolean => learnerKinds.includes(kind);
/** The provider gives a secret for it. */
export const isOpened = (kind: ConnectionKindName): kind is OpenedKind =>
  secretKinds.some((opened) => opened === kind);
/** Learners of ours can be enrolled there. */
const enrolsLearners = (kind: ConnectionKindName): boolean => kind === 'moodle' || kind === 'openedx';
export const isSending = (kind: ConnectionKindName): boolean => sendingKinds.includes(kind);

export const connectionIdIn = ({ context }: PersonVisit): string => context.req.param('connectionId') ?? '';

/** Kinds that have no word for a completion. */
export const tellsScoresAlone = (kind: ConnectionKindName): boolean =>
  kind === 'oneroster' || kind === 'oneroster-csv';
