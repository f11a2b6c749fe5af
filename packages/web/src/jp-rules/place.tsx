import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import type { Section } from '../layout/shell.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import { agencyRulesPath, nationalRulesPath } from './paths.ts';

/** Whose rules are looked at: those of an agency, or those of the nation. */
export interface RulesPlace {
  readonly path: string;
  readonly section: Section;
  readonly scope: 'agency' | 'national';
  menu(ui: Ui): Child;
}

export const agencyRules: RulesPlace = {
  path: agencyRulesPath,
  section: 'agency',
  scope: 'agency',
  menu: (ui) => <AgencyMenu ui={ui} current={agencyRulesPath} />,
};

export const nationalRules: RulesPlace = {
  path: nationalRulesPath,
  section: 'operator',
  scope: 'national',
  menu: (ui) => <OperatorMenu ui={ui} current={nationalRulesPath} />,
};

export const topicPath = (place: RulesPlace, topic: string): string =>
  `${place.path}/${encodeURIComponent(topic)}`;
