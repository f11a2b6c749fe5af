import { SectionMenu } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';

export function AgencyMenu(props: { readonly ui: Ui; readonly current: string }) {
  const { sections, navigation } = props.ui.t.agency;
  const { approvals, assignments } = props.ui.t.approvals;
  return (
    <SectionMenu
      label={navigation}
      current={props.current}
      links={[
        ['/agency', sections.overview],
        ['/agency/reports', props.ui.t.reports.title],
        ['/agency/people', sections.people],
        ['/agency/learning', sections.learning],
        ['/agency/approvals', approvals],
        ['/agency/assignments', assignments],
        ['/agency/external', props.ui.t.external.title],
        ['/agency/obligations', props.ui.t.obligations.title],
        ['/agency/held', props.ui.t.credit.heldTitle],
        ['/agency/jp-rules', props.ui.t.credit.rulesTitle],
        ['/agency/quotas', props.ui.t.quotas.title],
        ['/agency/statements', sections.statements],
        ['/agency/clients', sections.clients],
        ['/agency/sharing', props.ui.t.agreements.sharing],
        ['/agency/pull', sections.pull],
        ['/agency/push', sections.push],
        ['/agency/exports', sections.exports],
        ['/agency/requests', props.ui.t.requests.title],
      ]}
    />
  );
}
