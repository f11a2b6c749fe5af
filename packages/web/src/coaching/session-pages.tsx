import { coachingWords } from '../i18n/coaching.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { newSessionPath, pairPath, pairsPath, sessionFormPath, sessionPath } from './paths.ts';
import { type CoachingPorts, type SessionView, sideNames } from './ports.ts';

/** A new session, or another text of one; saving it is a signature. */
export function SessionFormPage(props: {
  readonly ui: Ui;
  readonly pairId: string;
  readonly partner: string;
  readonly rule: Awaited<ReturnType<CoachingPorts['ruleOf']>>;
  readonly session?: SessionView;
  readonly form: FormState;
}) {
  const { ui, pairId, partner, rule, session, form } = props;
  const words = coachingWords[ui.locale];
  const { number } = ui.format;
  const title = session ? words.changeTitle : words.formTitle;
  const zone = session?.zone ?? rule.zone;
  const field = { ui, form };
  const { leastMinutes, mostMinutes, writtenWithin } = rule.rule;
  return (
    <Shell ui={ui} title={title} section="records">
      <PageHeading
        title={title}
        lead={session ? words.changeLead : words.formLead}
        trail={
          <Trail
            ui={ui}
            links={[
              [pairsPath, words.title],
              [pairPath(pairId), partner],
            ]}
          />
        }
      />
      <form
        method="post"
        action={session ? `${sessionPath(session)}/change` : newSessionPath(pairId)}
        class="panel max-w-2xl p-5"
      >
        <FormProblem ui={ui} form={form} />
        <p class="quiet mb-4 text-sm">
          {words.rule(number(leastMinutes), number(mostMinutes / 60), number(writtenWithin))}
        </p>
        {session && <input type="hidden" name="version" value={form.values['version'] ?? ''} />}
        <TextField {...field} name="date" type="date" label={words.date} required maxlength={10} />
        <div class="grid gap-x-4 sm:grid-cols-2">
          <TextField {...field} name="startsAt" type="time" label={words.from(zone)} required maxlength={5} />
          <TextField {...field} name="endsAt" type="time" label={words.until(zone)} required maxlength={5} />
        </div>
        <TextField {...field} name="topic" label={words.topic} required maxlength={200} />
        <TextField {...field} name="result" label={words.result} required maxlength={2_000} multiline />
        <TextField {...field} name="followUp" label={words.followUp} required maxlength={2_000} multiline />
        <CheckboxGroup
          {...field}
          name="showTopic"
          label={words.showTopic}
          hint={words.showTopicHint}
          options={[['yes', words.showTopicBox]]}
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Shell>
  );
}

interface Props {
  readonly ui: Ui;
  readonly session: SessionView;
  /** As it came back. */
  readonly form?: FormState | undefined;
  readonly notice?: NoticeName | undefined;
}

/** What both sign. */
export function SessionPage(props: Props) {
  const { ui, session } = props;
  const words = coachingWords[ui.locale];
  const partner = session.side === 'guide' ? session.learner : session.guide;
  const title = words.sessionTitle(words.kinds[session.kind]);
  const mayChange = session.state !== 'withdrawn';
  return (
    <Shell ui={ui} title={title} section="records" notice={props.notice}>
      <PageHeading
        title={title}
        lead={`${ui.format.date(`${session.on}T05:00:00.000Z`)} · ${words.sessionStates[session.state]}`}
        trail={
          <Trail
            ui={ui}
            links={[
              [pairsPath, words.title],
              [pairPath(session.pairId), partner],
            ]}
          />
        }
        actions={
          mayChange && (
            <a class="btn" href={`${sessionPath(session)}/change`}>
              {words.change}
            </a>
          )
        }
      />
      {props.form && <FormProblem ui={ui} form={props.form} />}
      <Standing ui={ui} session={session} partner={partner} />
      <Said ui={ui} session={session} />
      {session.form && <SignedForm ui={ui} session={session} form={session.form} />}
      {session.waitsFor === 'me' && <Confirm ui={ui} session={session} />}
      {mayChange && <Withdraw {...props} />}
      <p class="quiet max-w-[65ch] text-sm">{words.privacy}</p>
    </Shell>
  );
}

function Standing({ ui, session, partner }: Props & { readonly partner: string }) {
  const words = coachingWords[ui.locale];
  const text =
    session.waitsFor === 'other'
      ? words.waitsText(partner)
      : session.state === 'lapsed'
        ? words.lapsedText
        : session.state === 'withdrawn'
          ? words.withdrawnText(session.reason ?? '–')
          : undefined;
  if (text === undefined) return null;
  return (
    <div class="no-print mb-6 max-w-3xl">
      <Notice tone={session.state === 'waits' ? 'info' : 'warning'}>{text}</Notice>
    </div>
  );
}

function Said({ ui, session }: Pick<Props, 'ui' | 'session'>) {
  const words = coachingWords[ui.locale];
  const clock = (time: string) => (ui.locale === 'id' ? time.replace(':', '.') : time);
  const day = ui.format.date(`${session.on}T05:00:00.000Z`);
  const of = (name: string, agency: string | undefined) =>
    agency === undefined ? name : `${name}, ${agency}`;
  const rows = [
    [words.roles[session.kind].guide, of(session.guide, session.guideAgency)],
    [words.roles[session.kind].learner, of(session.learner, session.learnerAgency)],
    [
      words.when,
      `${day}, ${clock(session.from)}–${clock(session.until)} ${session.zone} (${words.minutes(ui.format.number(session.minutes))})`,
    ],
    [words.goal, session.goal],
    [words.topic, session.topic],
    [words.result, session.result],
    [words.followUp, session.followUp],
    [words.number, session.sessionId],
  ] as const;
  return (
    <>
      <dl class="panel mb-6 max-w-3xl space-y-3 p-5">
        {rows.map(([name, value]) => (
          <div>
            <dt class="quiet text-sm">{name}</dt>
            <dd class="break-words whitespace-pre-line">{value}</dd>
          </div>
        ))}
      </dl>
      {session.showTopic && <p class="quiet mb-6 max-w-3xl text-sm">{words.topicShown}</p>}
      <Block id="signatures" title={words.signatures}>
        <ul class="max-w-3xl space-y-1">
          {sideNames.map((side) => {
            const signature = session.signatures.find((one) => one.side === side);
            return (
              <li class="break-words">
                {words.roles[session.kind][side]}:{' '}
                <span class="font-medium">{side === 'guide' ? session.guide : session.learner}</span>,{' '}
                {signature ? words.signedAt(ui.format.dateTime(signature.at)) : words.notSigned}
              </li>
            );
          })}
        </ul>
      </Block>
    </>
  );
}

/** What the two may hand in: a file with a number that anybody can check. */
function SignedForm(
  props: Pick<Props, 'ui' | 'session'> & { readonly form: NonNullable<SessionView['form']> },
) {
  const { ui, session, form } = props;
  const words = coachingWords[ui.locale];
  return (
    <Block id="form" title={words.form}>
      <div class="panel no-print max-w-3xl space-y-3 p-5">
        {form.number === undefined || form.verifyUrl === undefined ? (
          <p>{words.formMaking}</p>
        ) : (
          <>
            <p>{words.formText}</p>
            <p>
              <a class="btn btn-primary" href={sessionFormPath(session)}>
                {words.formDownload}
              </a>
            </p>
            <p class="quiet text-sm break-words">
              {words.formNumber}: <span class="font-mono">{form.number}</span>
            </p>
            <p>
              <a class="text-link inline-flex min-h-8 items-center" href={form.verifyUrl}>
                {words.formVerify}
              </a>
            </p>
          </>
        )}
      </div>
    </Block>
  );
}

function Confirm({ ui, session }: Pick<Props, 'ui' | 'session'>) {
  const words = coachingWords[ui.locale];
  return (
    <div class="panel no-print mb-6 max-w-3xl p-5">
      <h2 class="text-lg font-semibold">{words.confirmTitle}</h2>
      <p class="mt-1">{words.confirmText}</p>
      <form method="post" action={`${sessionPath(session)}/confirm`} class="mt-4">
        <input type="hidden" name="version" value={String(session.version)} />
        <button type="submit" class="btn btn-primary">
          {words.confirm}
        </button>
      </form>
    </div>
  );
}

function Withdraw({ ui, session, form }: Props) {
  const words = coachingWords[ui.locale];
  const isBack = form?.values['reason'] !== undefined;
  return (
    <details class="panel no-print mb-6 max-w-3xl px-5 py-3" open={isBack}>
      <summary class="min-h-9 cursor-pointer py-1 font-medium">{words.withdrawTitle}</summary>
      <p class="mt-2">{words.withdrawText}</p>
      <form method="post" action={`${sessionPath(session)}/withdraw`} class="mt-3">
        <TextField
          ui={ui}
          form={form ?? { values: {}, errors: {} }}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          maxlength={300}
        />
        <button type="submit" class="btn btn-error">
          {words.withdraw}
        </button>
      </form>
    </details>
  );
}
