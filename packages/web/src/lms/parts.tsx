import type { Child } from 'hono/jsx';
import { type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, Table } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { LmsPlacementView, LmsView, OwnToolView } from './ports.ts';

const tones = { waiting: 'tag tag-warning', active: 'tag tag-success', off: 'tag' } as const;

export function StateTag({ ui, lms }: { readonly ui: Ui; readonly lms: LmsView }) {
  return <span class={tones[lms.status]}>{ui.t.lms.status[lms.status]}</span>;
}

export function Facts(props: { readonly rows: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="panel max-w-3xl divide-y divide-base-300 px-5">
      {props.rows.map(([term, text]) => (
        <div class="gap-4 py-3 sm:grid sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <dt class="quiet">{term}</dt>
          <dd class="min-w-0 break-words">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const Code = ({ text }: { readonly text: string }) => <code class="text-sm break-all">{text}</code>;

/** What the other side must be told. */
export function OwnToolFacts({ ui, tool }: { readonly ui: Ui; readonly tool: OwnToolView }) {
  const words = ui.t.lms;
  const rows = (['login', 'launch', 'choose', 'jwks', 'canvas'] as const).map(
    (name) => [words.tool[name], <Code text={tool[name]} />] as const,
  );
  return (
    <Block id="tool" title={words.forLms}>
      <p class="quiet mb-3 max-w-[65ch]">{words.forLmsText}</p>
      <Facts rows={rows} />
    </Block>
  );
}

export function LmsFacts({ ui, lms }: { readonly ui: Ui; readonly lms: LmsView }) {
  const words = ui.t.lms;
  return (
    <Block id="facts" title={words.details}>
      <Facts
        rows={[
          [words.issuer, <Code text={lms.issuer} />],
          [words.clientId, <Code text={lms.clientId} />],
          [words.authorizationUrl, <Code text={lms.authorizationUrl} />],
          [words.tokenUrl, <Code text={lms.tokenUrl} />],
          [words.jwksUri, <Code text={lms.jwksUri} />],
          ...(lms.family === undefined ? [] : [[words.family, lms.family] as const]),
          [words.registered, <When ui={ui} at={lms.createdAt} />],
          [words.launches, words.launchCount(ui.format.number(lms.launches))],
          [
            words.columns.last,
            lms.lastLaunchAt === undefined ? words.never : <When ui={ui} at={lms.lastLaunchAt} />,
          ],
        ]}
      />
    </Block>
  );
}

export function Deployments(props: {
  readonly ui: Ui;
  readonly lms: LmsView;
  readonly base: string;
  readonly form: FormState;
}) {
  const { ui, lms, base, form } = props;
  const words = ui.t.lms;
  return (
    <Block id="deployments" title={words.deploymentsTitle}>
      <p class="quiet mb-3">{words.deploymentsText}</p>
      {lms.deployments.length === 0 ? (
        <p>{words.noDeployments}</p>
      ) : (
        <ul class="panel max-w-3xl divide-y divide-base-300 px-5">
          {lms.deployments.map((id) => (
            <li class="py-3">
              <Code text={id} />
            </li>
          ))}
        </ul>
      )}
      {lms.strangeDeployment !== undefined && (
        <form method="post" action={base} class="mt-3 max-w-3xl space-y-3">
          <Notice tone="warning">{words.strange(lms.strangeDeployment)}</Notice>
          <input type="hidden" name="step" value="deployment" />
          <input type="hidden" name="deployment" value={lms.strangeDeployment} />
          <button type="submit" class="btn">
            {words.accept}
          </button>
        </form>
      )}
      <form method="post" action={base} class="panel mt-3 max-w-2xl p-5">
        <input type="hidden" name="step" value="deployment" />
        <TextField {...{ ui, form }} name="deployment" label={words.deployment} required maxlength={255} />
        <button type="submit" class="btn">
          {words.addDeployment}
        </button>
      </form>
    </Block>
  );
}

export function Placements(props: { readonly ui: Ui; readonly placements: readonly LmsPlacementView[] }) {
  const { ui, placements } = props;
  const words = ui.t.lms;
  const { course, place, grades } = words.placementColumns;
  return (
    <Block id="placements" title={words.placements}>
      {placements.length === 0 ? (
        <p>{words.noPlacements}</p>
      ) : (
        <Table caption={words.placements} columns={[course, place, grades]} cards>
          {placements.map((one) => (
            <tr>
              <th scope="row" class="font-medium">
                {one.courseTitle ? <Text ui={ui} map={one.courseTitle} /> : words.courseGone}
              </th>
              <td data-label={place}>
                {one.title}
                {one.contextTitle !== undefined && (
                  <span class="quiet block text-sm">{one.contextTitle}</span>
                )}
              </td>
              <td data-label={grades}>{one.grades ? words.gradesGo : words.gradesStay}</td>
            </tr>
          ))}
        </Table>
      )}
    </Block>
  );
}
