import type { NoticeName } from '../../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../../layout/form.tsx';
import { Notice } from '../../layout/notice.tsx';
import { Block, Table } from '../../layout/parts.tsx';
import { plainText, When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionFrame } from '../frame.tsx';
import { tabHref } from '../tabs.ts';
import type { Framed, ResultDetail } from './ports.ts';
import { CourseName, Learner, ResultState, Said, Saying } from './saying.tsx';

export interface ResultPageProps {
  readonly ui: Ui;
  readonly connection: Framed;
  readonly detail: ResultDetail;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
  /** With what was sent. */
  readonly hasSent: boolean;
}

/** One result: what was said, all versions beside it, how it was sent, and what can be done. */
export function ResultPage(props: ResultPageProps) {
  const { ui, connection, detail, form, notice } = props;
  const words = ui.t.outcomes;
  const { result, flags } = detail;
  const back = tabHref(connection.connectionId, 'results');
  const base = `${back}/${encodeURIComponent(result.resultId)}`;
  return (
    <ConnectionFrame ui={ui} connection={connection} tab="results" notice={notice}>
      <p class="mb-4">
        <a class="text-link" href={back}>
          {words.back}
        </a>
      </p>
      <FormProblem ui={ui} form={form} />
      {flags.length > 0 && (
        <div class="mb-5">
          <Notice tone="warning">
            {flags.map((flag) => (
              <p>{words.flag[flag]}</p>
            ))}
          </Notice>
        </div>
      )}
      <Facts ui={ui} detail={detail} />
      {detail.versions.length > 0 && <Versions ui={ui} detail={detail} />}
      {detail.coursePart && <ChosenPart ui={ui} base={base} part={detail.coursePart} />}
      {detail.mayMap && <MapForm ui={ui} base={base} form={form} detail={detail} />}
      <Block id="more" title={words.moreTitle}>
        <form method="post" action={`${base}/replay`} class="mb-4">
          <button type="submit" class="btn">
            {words.replay}
          </button>
        </form>
        {result.state !== 'set-aside' && (
          <form method="post" action={`${base}/aside`} class="panel max-w-xl p-5">
            <TextField ui={ui} form={form} name="note" label={words.asideNote} required maxlength={500} />
            <button type="submit" class="btn">
              {words.aside}
            </button>
          </form>
        )}
      </Block>
      {props.hasSent && <Sent ui={ui} detail={detail} />}
    </ConnectionFrame>
  );
}

function Facts({ ui, detail: { result } }: { readonly ui: Ui; readonly detail: ResultDetail }) {
  const { said, about, when, came, state } = ui.t.outcomes.columns;
  const rows = [
    [said, <Saying ui={ui} said={result.said} />],
    [
      about,
      <>
        <CourseName ui={ui} of={result} />
        <Learner ui={ui} of={result} />
      </>,
    ],
    [when, <Said ui={ui} result={result} />],
    [
      came,
      <>
        <When ui={ui} at={result.receivedAt} /> · {ui.t.outcomes.source[result.source]}
      </>,
    ],
    [state, <ResultState ui={ui} result={result} />],
  ] as const;
  return (
    <dl class="panel mb-8 grid gap-x-6 gap-y-3 p-5 sm:grid-cols-[12rem_1fr]">
      {rows.map(([name, value]) => (
        <>
          <dt class="quiet">{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

function Versions({ ui, detail }: { readonly ui: Ui; readonly detail: ResultDetail }) {
  const words = ui.t.outcomes;
  const { said, when, came, state } = words.columns;
  return (
    <Block id="versions" title={words.versionsTitle}>
      <p class="quiet mb-3">{words.versionsLead}</p>
      <Table caption={words.versionsTitle} columns={[said, when, came, state]}>
        {detail.versions.map((version) => (
          <tr>
            <th scope="row" class="font-normal">
              <Saying ui={ui} said={version.said} />
            </th>
            <td class="whitespace-nowrap">
              <Said ui={ui} result={version} />
            </td>
            <td class="whitespace-nowrap">
              <When ui={ui} at={version.receivedAt} />
            </td>
            <td>{version.stands ? <strong>{words.stands}</strong> : words.superseded}</td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

/** What somebody has said for the whole course, and the way back. */
function ChosenPart(props: {
  readonly ui: Ui;
  readonly base: string;
  readonly part: NonNullable<ResultDetail['coursePart']>;
}) {
  const { ui, base, part } = props;
  const words = ui.t.outcomes;
  const date = ui.format.date(part.since);
  return (
    <Block id="part" title={words.partTitle}>
      <div class="panel max-w-xl p-5">
        <p class="mb-2">
          {part.title ? words.partChosen(plainText(ui, part.title), date) : words.partGone(date)}
        </p>
        <p class="quiet mb-4">{words.partLead}</p>
        <form method="post" action={`${base}/forget-part`}>
          <button type="submit" class="btn">
            {words.partForget}
          </button>
        </form>
      </div>
    </Block>
  );
}

function MapForm(props: {
  readonly ui: Ui;
  readonly base: string;
  readonly form: FormState;
  readonly detail: ResultDetail;
}) {
  const { ui, base, detail } = props;
  const { parts, result } = detail;
  const isPlaced = result.state === 'placed';
  // Whoever the provider calls by our pseudonym need not be written down again.
  const known = result.subject === undefined || isPlaced ? {} : { subject: result.subject };
  const form = { ...props.form, values: { ...known, ...props.form.values } };
  const words = ui.t.outcomes;
  return (
    <Block id="map" title={isPlaced ? words.mapAgainTitle : words.mapTitle}>
      <form method="post" action={`${base}/map`} class="panel max-w-xl p-5">
        <p class="quiet mb-4">{words.mapLead}</p>
        <TextField
          ui={ui}
          form={form}
          name="subject"
          label={words.subjectLabel}
          hint={words.subjectHint}
          required
          maxlength={255}
        />
        {parts.length > 1 && (
          <>
            <SelectField
              ui={ui}
              form={form}
              name="moduleId"
              label={words.moduleLabel}
              options={[
                ['', words.moduleAny],
                ...parts.map(({ moduleId, title }) => [moduleId, plainText(ui, title)] as const),
              ]}
            />
            <CheckboxGroup
              ui={ui}
              form={form}
              name="forCourse"
              label={words.partLabel}
              hint={words.partHint}
              options={[['yes', words.partForCourse]]}
            />
          </>
        )}
        <button type="submit" class="btn btn-primary">
          {words.map}
        </button>
      </form>
    </Block>
  );
}

/** What was sent, to the letter, with what somebody needs to find it on the side of the provider and to compare it. */
function Sent({ ui, detail: { sent, result } }: { readonly ui: Ui; readonly detail: ResultDetail }) {
  const words = ui.t.outcomes;
  if (sent?.state !== 'kept') {
    return (
      <Block id="sent" title={words.sentTitle}>
        <p class="quiet">{sent ? words.sentErased(ui.format.date(sent.at)) : words.sentGone}</p>
      </Block>
    );
  }
  const { where, contentType, sha256 } = sent;
  const facts = [
    [words.sentWay, words.source[result.source]],
    ...(where === undefined ? [] : [[words.sentWhere, where]]),
    [words.sentType, `${contentType}, ${ui.format.bytes(sent.bytes)}`],
    ...(sha256 === undefined ? [] : [['SHA-256', sha256]]),
  ];
  return (
    <Block id="sent" title={words.sentTitle}>
      <p class="quiet mb-2">{sha256 === undefined ? words.sentOurForm : words.sentLead}</p>
      <dl class="mb-3 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[12rem_1fr]">
        {facts.map(([name, value]) => (
          <>
            <dt class="quiet">{name}</dt>
            <dd class="break-all">{value}</dd>
          </>
        ))}
      </dl>
      <pre class="panel max-h-96 overflow-auto p-4 text-sm break-all whitespace-pre-wrap" tabindex={0}>
        {sent.text}
      </pre>
      {sent.isCut && <p class="quiet mt-2 text-sm">{words.sentCut}</p>}
    </Block>
  );
}
