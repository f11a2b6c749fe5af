import { GroupedMenu, type MenuGroup } from '../layout/grouped-menu.tsx';
import type { Ui } from '../ui.ts';

export function AgencyMenu(props: { readonly ui: Ui; readonly current: string }) {
  const { t } = props.ui;
  const { sections, groups, navigation } = t.agency;
  return (
    <GroupedMenu
      label={navigation}
      current={props.current}
      groups={[
        {
          name: groups.overview,
          links: [
            ['/agency', sections.overview],
            ['/agency/reports', t.reports.title],
            ['/agency/competency', sections.competency],
            ['/agency/citizens', sections.citizens],
            ['/agency/annual-plan', sections.annualPlan],
          ],
        },
        {
          name: groups.people,
          links: [
            ['/agency/people', sections.people],
            ['/agency/units', t.people.unitsTitle],
            ['/agency/people/imports', t.staffing.title],
          ],
        },
        learningGroup(props.ui),
        {
          name: groups.jp,
          links: [
            ['/agency/external', t.external.title],
            ['/agency/external/import', t.history.title],
            ['/agency/held', t.credit.heldTitle],
            ['/agency/jp-rules', t.credit.rulesTitle],
            ['/agency/siasn', t.siasn.title],
            ['/agency/seal', t.seals.title],
          ],
        },
        {
          name: groups.data,
          links: [
            ['/agency/statements', sections.statements],
            ['/agency/pull', sections.pull],
            ['/agency/push', sections.push],
            ['/agency/exports', sections.exports],
            ['/agency/clients', sections.clients],
          ],
        },
        {
          name: groups.privacy,
          links: [
            ['/agency/requests', t.requests.title],
            ['/agency/sharing', t.agreements.sharing],
            ['/agency/access', t.access.officeTitle],
          ],
        },
      ]}
    />
  );
}

/** What people are to learn, and what came of it. */
function learningGroup({ t }: Ui): MenuGroup {
  const { sections, groups } = t.agency;
  return {
    name: groups.learning,
    links: [
      ['/agency/learning', sections.learning],
      ['/agency/obligations', t.obligations.title],
      ['/agency/assignments', t.approvals.assignments],
      ['/agency/approvals', t.approvals.approvals],
      ['/agency/quotas', t.quotas.title],
      ['/agency/paths', t.shell.paths],
      ['/agency/budget', sections.budget],
      ['/agency/cohorts', t.shell.cohorts],
      ['/agency/events', t.shell.events],
      ['/agency/coaching', sections.coaching],
      ['/agency/evaluations', sections.evaluations],
      ['/agency/adoption', sections.adoption],
      ['/agency/champions', sections.champions],
      ['/agency/recognitions', sections.recognitions],
      ['/agency/priority', sections.priority],
    ],
  };
}
