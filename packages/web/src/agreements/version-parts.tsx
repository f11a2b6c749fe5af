import type { Child } from 'hono/jsx';
import { EmptyState, Table } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { versionHref } from './paths.ts';
import type { AgreementView } from './ports.ts';
import { dataText, peopleText, periodText, StandingTag } from './words.tsx';

/** Versions in a table; operators are led on to each. */
export function VersionTable(props: {
  readonly ui: Ui;
  readonly caption: string;
  readonly versions: readonly AgreementView[];
  readonly linked?: boolean;
}) {
  const { ui, versions } = props;
  const words = ui.t.agreements;
  if (versions.length === 0) {
    return <EmptyState icon="list" title={words.emptyTitle} text={words.emptyText} />;
  }
  const { title, data, people, period, state } = words.columns;
  return (
    <Table caption={props.caption} columns={[title, data, people, period, state]}>
      {versions.map((one) => (
        <tr>
          <th scope="row" class="font-medium">
            {props.linked ? (
              <a href={versionHref(one)} class="text-link inline-flex min-h-8 items-center">
                {one.title}
              </a>
            ) : (
              one.title
            )}
            <span class="quiet block text-sm font-normal">
              {words.version(ui.format.number(one.version))}
            </span>
          </th>
          <td>{dataText(ui, one.attributes)}</td>
          <td>{peopleText(ui, one)}</td>
          <td>{periodText(ui, one)}</td>
          <td>
            <StandingTag ui={ui} agreement={one} />
            {one.closedBecause && <span class="quiet mt-1 block text-sm">{one.closedBecause}</span>}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** All that an agreement says. `titled`: where no heading says which one it is. */
export function VersionDetails(props: {
  readonly ui: Ui;
  readonly agreement: AgreementView;
  readonly titled?: boolean;
}) {
  const { ui, agreement, titled } = props;
  const words = ui.t.agreements;
  const { details } = words;
  const { agencies, activatedAt, closedAt, closedBecause } = agreement;
  return (
    <dl class="panel mb-6 grid max-w-3xl gap-4 p-5 sm:grid-cols-2">
      {titled && <Row term={details.document}>{agreement.title}</Row>}
      <Row term={details.purpose}>{agreement.purpose}</Row>
      <Row term={details.basis}>{words.basis[agreement.legalBasis]}</Row>
      <Row term={details.data}>{dataText(ui, agreement.attributes)}</Row>
      <Row term={details.people}>
        {agencies ? agencies.map(({ name }) => name).join(', ') : words.allAgencies}
      </Row>
      <Row term={details.period}>{periodText(ui, agreement)}</Row>
      {activatedAt && (
        <Row term={details.activated}>
          <When ui={ui} at={activatedAt} />
        </Row>
      )}
      {closedAt && (
        <Row term={details.closed}>
          <When ui={ui} at={closedAt} />
        </Row>
      )}
      {closedBecause && <Row term={details.reason}>{closedBecause}</Row>}
    </dl>
  );
}

function Row(props: { readonly term: string; readonly children?: Child }) {
  return (
    <div>
      <dt class="quiet text-sm">{props.term}</dt>
      <dd class="wrap-anywhere">{props.children}</dd>
    </div>
  );
}
