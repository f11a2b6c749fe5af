import { EmptyState, PageHeading } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { baseOf, QuotaFrame } from './place.tsx';

/** Operators choose the agency whose quotas they look at. */
export function QuotaAgenciesPage(props: {
  readonly ui: Ui;
  readonly agencies: readonly { readonly agencyId: string; readonly name: string }[];
}) {
  const { ui, agencies } = props;
  const words = ui.t.quotas;
  return (
    <QuotaFrame ui={ui} place="operator" title={words.title}>
      <PageHeading title={words.title} lead={words.chooseAgency} />
      {agencies.length === 0 ? (
        <EmptyState icon="building" title={words.noAgencies} text={words.noAgenciesText} />
      ) : (
        <ul class="panel divide-y divide-base-300">
          {agencies.map(({ agencyId, name }) => (
            <li>
              <a class="text-link block px-4 py-3" href={baseOf('operator', agencyId)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </QuotaFrame>
  );
}
