import { SectionMenu } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';

export function OperatorMenu(props: { readonly ui: Ui; readonly current: string }) {
  const { ui } = props;
  const { sections, navigation } = ui.t.operator;
  // Auditors have this one part of it.
  if (!ui.viewer?.roles.includes('operator')) return null;
  return (
    <SectionMenu
      label={navigation}
      current={props.current}
      links={[
        ['/operator', sections.overview],
        ['/operator/agencies', sections.agencies],
        ['/operator/providers', sections.providers],
        ['/operator/people', sections.people],
        ['/operator/quotas', ui.t.quotas.title],
        ['/operator/jp-rules', ui.t.credit.rulesTitle],
        ['/operator/clients', sections.clients],
        ['/operator/agreements', ui.t.agreements.title],
        ['/operator/ratings', ui.t.ratings.reportsTitle],
        ['/operator/privacy', sections.privacy],
        ['/operator/connections', ui.t.connections.operatorTitle],
        ['/operator/tools', ui.t.lti.title],
        ['/operator/lms', ui.t.lms.title],
        ['/operator/keys', ui.t.signingKeys.title],
        ['/operator/health', sections.health],
        ...(ui.hasOutbox ? ([['/outbox', sections.outbox]] as const) : []),
      ]}
    />
  );
}
