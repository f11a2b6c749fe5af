import { GroupedMenu } from '../layout/grouped-menu.tsx';
import type { Ui } from '../ui.ts';

export function OperatorMenu(props: { readonly ui: Ui; readonly current: string }) {
  const { ui } = props;
  const { t } = ui;
  const { sections, groups, navigation } = t.operator;
  // Auditors have this one part of it.
  if (!ui.viewer?.roles.includes('operator')) return null;
  return (
    <GroupedMenu
      label={navigation}
      current={props.current}
      groups={[
        { name: sections.overview, links: [['/operator', sections.overview]] },
        {
          name: groups.organisations,
          links: [
            ['/operator/agencies', sections.agencies],
            ['/operator/providers', sections.providers],
            ['/operator/people', sections.people],
          ],
        },
        {
          name: groups.learning,
          links: [
            ['/operator/quotas', t.quotas.title],
            ['/operator/jp-rules', t.credit.rulesTitle],
            ['/operator/ratings', t.ratings.reportsTitle],
            ['/operator/nudges', sections.nudges],
          ],
        },
        {
          name: groups.connections,
          links: [
            ['/operator/connections', t.connections.operatorTitle],
            ['/operator/tools', t.lti.title],
            ['/operator/lms', t.lms.title],
            ['/operator/seals', t.seals.title],
            ['/operator/clients', sections.clients],
          ],
        },
        {
          name: groups.privacy,
          links: [
            ['/operator/privacy', sections.privacy],
            ['/operator/agreements', t.agreements.title],
          ],
        },
        {
          name: groups.system,
          links: [
            ['/operator/health', sections.health],
            ['/operator/keys', t.signingKeys.title],
            ...(ui.hasOutbox ? ([['/outbox', sections.outbox]] as const) : []),
          ],
        },
      ]}
    />
  );
}
