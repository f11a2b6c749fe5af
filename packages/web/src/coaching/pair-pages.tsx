import { coachingWords } from '../i18n/coaching.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { newPairPath, newSessionPath, pairPath, pairsPath, sessionPath } from './paths.ts';
import {
  type CoachingPorts,
  type PairStepName,
  type PairView,
  pairKindNames,
  type SessionLine,
} from './ports.ts';

/** What waits for the reader, what goes on, and the rest. */
export function PairListPage(props: {
  readonly ui: Ui;
  readonly pairs: readonly PairView[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, pairs } = props;
  const words = coachingWords[ui.locale];
  const isGoing = ({ state }: PairView) => state === 'active' || state === 'invited';
  const groups = [
    ['waiting', words.waiting, pairs.filter(({ waits }) => waits)],
    ['going', words.going, pairs.filter((pair) => !pair.waits && isGoing(pair))],
    ['past', words.past, pairs.filter((pair) => !pair.waits && !isGoing(pair))],
  ] as const;
  const invite = (
    <a class="btn btn-primary" href={newPairPath}>
      {words.invite}
    </a>
  );
  return (
    <Shell ui={ui} title={words.title} section="records" notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/jp', ui.t.credit.title]]} />}
        actions={pairs.length > 0 && invite}
      />
      {pairs.length === 0 ? (
        <EmptyState icon="people" title={words.emptyTitle} text={words.emptyText}>
          {invite}
        </EmptyState>
      ) : (
        groups.map(
          ([id, title, some]) =>
            some.length > 0 && (
              <Block id={id} title={title}>
                <ul class="panel divide-y divide-base-300">
                  {some.map((pair) => (
                    <PairLine ui={ui} pair={pair} />
                  ))}
                </ul>
              </Block>
            ),
        )
      )}
    </Shell>
  );
}

function PairLine({ ui, pair }: { readonly ui: Ui; readonly pair: PairView }) {
  const words = coachingWords[ui.locale];
  const signed = pair.sessions.filter(({ state }) => state === 'confirmed').length;
  const toSign = pair.sessions.find(({ waitsFor }) => waitsFor === 'me');
  return (
    <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4">
      <div class="min-w-0 grow basis-60">
        <p class="font-medium break-words">
          {words.kinds[pair.kind]} {words.withPartner(pair.partner)}
        </p>
        <p class="quiet text-sm">
          {words.roles[pair.kind][pair.side]} · {words.states[pair.state]} ·{' '}
          {words.sessionCount(ui.format.number(signed))}
        </p>
        {toSign && <p class="text-sm">{words.signWaits(ui.format.date(`${toSign.on}T05:00:00.000Z`))}</p>}
      </div>
      <a
        class={`btn ${pair.waits ? 'btn-primary' : ''}`}
        href={toSign ? sessionPath(toSign) : pairPath(pair.pairId)}
      >
        {toSign ? words.toSign : words.open}
        <span class="sr-only">
          {' '}
          {words.kinds[pair.kind]} {words.withPartner(pair.partner)}
        </span>
      </a>
    </li>
  );
}

/** Whom, as what, and what for. */
export function InvitePage(props: {
  readonly ui: Ui;
  readonly competencies: Awaited<ReturnType<CoachingPorts['competenciesOf']>>;
  readonly form: FormState;
}) {
  const { ui, competencies, form } = props;
  const words = coachingWords[ui.locale];
  const field = { ui, form };
  return (
    <Shell ui={ui} title={words.invite} section="records">
      <PageHeading
        title={words.invite}
        lead={words.inviteLead}
        trail={<Trail ui={ui} links={[[pairsPath, words.title]]} />}
      />
      <form method="post" action={newPairPath} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <SelectField
          {...field}
          name="kind"
          label={words.kind}
          required
          options={pairKindNames.map((kind) => [kind, words.kinds[kind]])}
        />
        <SelectField
          {...field}
          name="as"
          label={words.as}
          required
          options={[
            ['learner', words.asLearner],
            ['guide', words.asGuide],
          ]}
        />
        <TextField
          {...field}
          name="partner"
          label={words.partner}
          hint={words.partnerHint}
          required
          maxlength={254}
        />
        <TextField
          {...field}
          name="goal"
          label={words.goal}
          hint={words.goalHint}
          required
          maxlength={1_000}
          multiline
        />
        {competencies.length > 0 && (
          <SelectField
            {...field}
            name="competency"
            label={words.competency}
            options={[
              ['', words.noCompetency],
              ...competencies.map(({ competencyId, name }) => [competencyId, plainText(ui, name)] as const),
            ]}
          />
        )}
        <button type="submit" class="btn btn-primary">
          {words.send}
        </button>
      </form>
    </Shell>
  );
}

interface PairProps {
  readonly ui: Ui;
  readonly pair: PairView;
}

export function PairPage(
  props: PairProps & { readonly form?: FormState | undefined; readonly notice?: NoticeName | undefined },
) {
  const { ui, pair } = props;
  const words = coachingWords[ui.locale];
  const title = `${words.kinds[pair.kind]} ${words.withPartner(pair.partner)}`;
  return (
    <Shell ui={ui} title={title} section="records" notice={props.notice}>
      <PageHeading
        title={title}
        lead={`${words.roles[pair.kind][pair.side]} · ${words.states[pair.state]}`}
        trail={<Trail ui={ui} links={[[pairsPath, words.title]]} />}
        actions={
          pair.state === 'active' && (
            <a class="btn btn-primary" href={newSessionPath(pair.pairId)}>
              {words.writeSession}
            </a>
          )
        }
      />
      {props.form && <FormProblem ui={ui} form={props.form} />}
      {pair.state === 'invited' && <Answer {...props} />}
      <Block id="agreement" title={words.agreement}>
        <Agreement ui={ui} pair={pair} />
      </Block>
      {pair.agreedAt !== undefined && (
        <Block id="sessions" title={words.sessions}>
          <Sessions ui={ui} pair={pair} />
        </Block>
      )}
      {pair.state === 'active' && (
        <MoveForm {...props} step="end" title={words.endTitle} text={words.endText} label={words.end} />
      )}
      <p class="quiet max-w-[65ch] text-sm">{words.privacy}</p>
    </Shell>
  );
}

/** An invitation, from either side. */
function Answer(props: PairProps & { readonly form?: FormState | undefined }) {
  const { ui, pair } = props;
  const words = coachingWords[ui.locale];
  const action = `${pairPath(pair.pairId)}/move`;
  if (pair.invitedByMe) {
    return (
      <div class="panel mb-8 max-w-2xl p-5">
        <p>{words.waitsForOther(pair.partner)}</p>
        <form method="post" action={action} class="mt-4">
          <input type="hidden" name="step" value="cancel" />
          <button type="submit" class="btn">
            {words.cancel}
          </button>
        </form>
      </div>
    );
  }
  return (
    <>
      <div class="panel mb-4 max-w-2xl p-5">
        <p class="font-medium">{words.asked(pair.partner)}</p>
        <p class="mt-1">{words.askedYou[pair.side]}</p>
        <form method="post" action={action} class="mt-4">
          <input type="hidden" name="step" value="accept" />
          <button type="submit" class="btn btn-primary">
            {words.accept}
          </button>
        </form>
      </div>
      <MoveForm {...props} step="decline" title={words.declineTitle} label={words.decline} />
    </>
  );
}

/** A step that may say why; folded, so that it is not done by the way. */
function MoveForm(
  props: PairProps & {
    readonly form?: FormState | undefined;
    readonly step: PairStepName;
    readonly title: string;
    readonly text?: string;
    readonly label: string;
  },
) {
  const { ui, pair, step, form } = props;
  const words = coachingWords[ui.locale];
  const isBack = form?.values['step'] === step;
  return (
    <details class="panel no-print mb-8 max-w-2xl px-5 py-3" open={isBack}>
      <summary class="min-h-9 cursor-pointer py-1 font-medium">{props.title}</summary>
      {props.text !== undefined && <p class="mt-2">{props.text}</p>}
      <form method="post" action={`${pairPath(pair.pairId)}/move`} class="mt-3">
        <input type="hidden" name="step" value={step} />
        <TextField
          ui={ui}
          form={isBack ? form : { values: {}, errors: {} }}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          maxlength={300}
        />
        <button type="submit" class="btn">
          {props.label}
        </button>
      </form>
    </details>
  );
}

function Agreement({ ui, pair }: PairProps) {
  const words = coachingWords[ui.locale];
  const { date } = ui.format;
  const rows = [
    [words.goal, <span class="break-words whitespace-pre-line">{pair.goal}</span>],
    ...(pair.competency ? [[words.competency, <Text ui={ui} map={pair.competency} />] as const] : []),
    [words.invitedOn, date(pair.invitedAt)],
    ...(pair.agreedAt === undefined ? [] : [[words.agreedOn, date(pair.agreedAt)] as const]),
    ...(pair.endedAt === undefined ? [] : [[words.endedOn, date(pair.endedAt)] as const]),
    ...(pair.reason === undefined ? [] : [[words.said, pair.reason] as const]),
  ] as const;
  return (
    <dl class="panel max-w-2xl space-y-3 p-5">
      {rows.map(([name, value]) => (
        <div>
          <dt class="quiet text-sm">{name}</dt>
          <dd class="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sessions({ ui, pair }: PairProps) {
  const words = coachingWords[ui.locale];
  const { columns } = words;
  if (pair.sessions.length === 0) return <p class="quiet">{words.noSessions}</p>;
  return (
    <Table
      caption={words.sessions}
      columns={[columns.on, columns.topic, columns.minutes, columns.state]}
      cards
    >
      {pair.sessions.map((session) => (
        <tr>
          <th scope="row" class="font-medium">
            <a class="text-link inline-flex min-h-8 items-center" href={sessionPath(session)}>
              {ui.format.date(`${session.on}T05:00:00.000Z`)}
            </a>
          </th>
          <td data-label={columns.topic} class="break-words">
            {session.topic}
          </td>
          <td data-label={columns.minutes}>{words.minutes(ui.format.number(session.minutes))}</td>
          <td data-label={columns.state}>
            <SessionState ui={ui} session={session} partner={pair.partner} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

const tones = {
  ...{ waits: 'tag tag-warning', confirmed: 'tag tag-success', withdrawn: 'tag tag-error', lapsed: 'tag' },
} as const;

function SessionState(props: { readonly ui: Ui; readonly session: SessionLine; readonly partner: string }) {
  const { ui, session, partner } = props;
  const words = coachingWords[ui.locale];
  if (session.waitsFor === 'me') {
    return (
      <a class="btn btn-primary" href={sessionPath(session)}>
        {words.toSign}
        <span class="sr-only">: {session.topic}</span>
      </a>
    );
  }
  const text = session.waitsFor === 'other' ? words.waitsOther(partner) : words.sessionStates[session.state];
  return <span class={tones[session.state]}>{text}</span>;
}
