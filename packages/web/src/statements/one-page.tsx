import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { StatementView } from './ports.ts';
import { CopyText, StatementTable, statementHref, Verb } from './statement-table.tsx';

const path = '/agency/statements';

/** One statement with its JSON, what it refers to and what refers to it. */
export function StatementPage(props: { readonly ui: Ui; readonly view: StatementView }) {
  const { ui, view } = props;
  const t = ui.t.statements;
  return (
    <Shell
      ui={ui}
      title={t.oneTitle}
      section="agency"
      islands={['copy']}
      menu={<AgencyMenu ui={ui} current={path} />}
    >
      <PageHeading
        trail={<Trail ui={ui} links={[[path, t.title]]} />}
        title={
          <>
            {view.actor} <span class="font-normal">·</span> <Verb ui={ui} row={view} />{' '}
            <span class="font-normal">·</span> <Text ui={ui} map={view.object} />
          </>
        }
      />
      {view.voided && (
        <div class="mb-5">
          <Notice tone="warning">{t.voidedText}</Notice>
        </div>
      )}
      <div class="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
        <div class="min-w-0">
          <Block id="json" title={t.jsonHeading}>
            <CopyText ui={ui} id="json-text" text={view.json} />
          </Block>
          <Block id="curl" title={t.curlOne}>
            <CopyText ui={ui} id="curl-text" text={view.curl} />
          </Block>
          <Referrers ui={ui} view={view} />
          {view.attachments.length > 0 && <Attachments ui={ui} view={view} />}
        </div>
        <div>
          <Facts ui={ui} view={view} />
          <Further ui={ui} facets={view.facets} />
        </div>
      </div>
    </Shell>
  );
}

function Facts(props: { readonly ui: Ui; readonly view: StatementView }) {
  const { ui, view } = props;
  const { facts, ...t } = ui.t.statements;
  return (
    <dl class="panel mb-6 space-y-3 p-4 text-sm">
      {(view.voided || view.voiding) && (
        <div class="flex flex-wrap gap-2">
          {view.voided && <dd class="tag">{t.voided}</dd>}
          {view.voiding && <dd class="tag">{t.voiding}</dd>}
        </div>
      )}
      <Fact label={facts.id}>
        <code class="break-all">{view.statementId}</code>
      </Fact>
      <Fact label={facts.stored}>
        <When ui={ui} at={view.stored} />
      </Fact>
      <Fact label={facts.timestamp}>
        <When ui={ui} at={view.timestamp} />
      </Fact>
      {view.course && (
        <Fact label={facts.course}>
          <Text ui={ui} map={view.course} />
        </Fact>
      )}
      {view.refersTo !== undefined && (
        <Fact label={facts.refersTo}>
          <a class="text-link break-all" href={statementHref(view.refersTo)}>
            {view.refersTo}
          </a>
        </Fact>
      )}
      <Fact label={facts.authority}>
        <span class="break-all">{view.authority}</span>
      </Fact>
      <Fact label={facts.version}>{view.version}</Fact>
    </dl>
  );
}

function Fact(props: { readonly label: string; readonly children?: Child }) {
  return (
    <div>
      <dt class="quiet">{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Searches that begin at this statement. */
function Further(props: { readonly ui: Ui; readonly facets: StatementView['facets'] }) {
  const { who, verb, activity, registration } = props.facets;
  const t = props.ui.t.statements;
  const links = [
    ...(who === undefined ? [] : [[t.sameWho, { who }] as const]),
    ...(registration === undefined ? [] : [[t.sameRegistration, { registration }] as const]),
    ...(activity === undefined ? [] : [[t.sameActivity, { activity }] as const]),
    [t.sameVerb, { verb }] as const,
  ];
  return (
    <nav aria-labelledby="further" class="panel p-4">
      <h2 id="further" class="mb-2 font-semibold">
        {t.nextHeading}
      </h2>
      <ul>
        {links.map(([label, query]) => (
          <li>
            <a class="text-link inline-flex min-h-9 items-center" href={hrefOf(path, query)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Referrers(props: { readonly ui: Ui; readonly view: StatementView }) {
  const { ui, view } = props;
  const t = ui.t.statements;
  return (
    <Block id="referrers" title={t.referrersHeading}>
      {view.referrers.length === 0 ? (
        <p class="quiet">{t.referrersEmpty}</p>
      ) : (
        <StatementTable
          ui={ui}
          caption={t.referrersHeading}
          rows={view.referrers}
          mark={({ voiding }) => voiding && <span class="tag">{t.voiding}</span>}
        />
      )}
    </Block>
  );
}

function Attachments(props: { readonly ui: Ui; readonly view: StatementView }) {
  const { ui, view } = props;
  const { attachmentColumns: columns, attachmentsHeading } = ui.t.statements;
  return (
    <Block id="attachments" title={attachmentsHeading}>
      <Table caption={attachmentsHeading} columns={[columns.name, columns.type, columns.size, columns.hash]}>
        {view.attachments.map((attachment) => (
          <tr>
            <th scope="row" class="font-medium">
              <Text ui={ui} map={attachment.display} />
            </th>
            <td>{attachment.contentType}</td>
            <td class="whitespace-nowrap">{ui.format.bytes(attachment.bytes)}</td>
            <td>
              <code class="break-all text-xs">{attachment.sha2}</code>
            </td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}
