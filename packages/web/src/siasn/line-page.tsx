import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import { dayText } from '../credit/parts.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { siasnLineHref, siasnPath, siasnRowsHref } from './paths.ts';
import type { SiasnLineView, SiasnSubjectView } from './ports.ts';
import { reasonsOf, warningOf } from './reasons.ts';

interface Props {
  readonly ui: Ui;
  readonly line: SiasnLineView;
  readonly words: string;
  readonly found: readonly SiasnSubjectView[];
  readonly form: FormState;
}

/** One line: what SIASN gets of it, how it stands, and what may be decided. */
export function SiasnLinePage(props: Props & { readonly notice?: NoticeName | undefined }) {
  const { ui, line, form } = props;
  const words = ui.t.siasn;
  const [why, warning] = [reasonsOf(ui, line), warningOf(ui, line)];
  const links = [
    [siasnPath, words.title],
    [siasnRowsHref(line.state), words.state[line.state]],
  ] as const;
  return (
    <Shell
      ui={ui}
      title={line.title}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={siasnPath} />}
    >
      <PageHeading title={line.title} lead={line.name} trail={<Trail ui={ui} links={links} />} />
      <div class="mb-6">
        <Notice tone={line.state === 'accepted' ? 'success' : needsSomebody(line) ? 'error' : 'info'}>
          <p class="font-semibold">
            {line.isTrial && `${words.trial}: `}
            {words.state[line.state]}
          </p>
          <p>{why || words.stateText[line.state]}</p>
          {line.isTrial && <p>{words.trialOnly}</p>}
        </Notice>
      </div>
      {warning !== undefined && (
        <div class="mb-6">
          <Notice tone="warning">
            <p class="font-semibold">{warning}</p>
            <p>{words.unprovenHelp}</p>
          </Notice>
        </div>
      )}
      <FormProblem ui={ui} form={form} />
      <Sent {...props} />
      {line.decisions.length > 0 && (
        <Block id="decide" title={words.decide}>
          {line.state === 'differs' && <p class="mb-4 max-w-[68ch]">{words.differsHelp}</p>}
          <div class="flex flex-wrap gap-3">
            {line.decisions.map((decision, n) => (
              <form method="post" action={`${siasnLineHref(line)}/decide`}>
                <input type="hidden" name="decision" value={decision} />
                <button type="submit" class={n === 0 && decision === 'retry' ? 'btn btn-primary' : 'btn'}>
                  {words.decision[decision]}
                </button>
              </form>
            ))}
          </div>
        </Block>
      )}
      {line.content && (line.needs === 'level' ? <Level {...props} /> : <Subject {...props} />)}
    </Shell>
  );
}

const needsSomebody = ({ state }: SiasnLineView) => state === 'rejected' || state === 'differs';

function Sent({ ui, line }: Props) {
  const words = ui.t.siasn;
  const { content } = line;
  return (
    <Block id="sent" title={words.content}>
      {content ? (
        <dl class="panel grid gap-x-6 gap-y-1 p-5 sm:grid-cols-[auto_1fr]">
          <Fact label={words.fields.organiser}>{content.organiser || '–'}</Fact>
          <Fact label={words.fields.days}>
            {dayText(ui, content.from)} – {dayText(ui, content.to)}
          </Fact>
          <Fact label={words.fields.form}>{content.form}</Fact>
          <Fact label={words.fields.hours}>
            {words.hoursOf(ui.format.number(content.hours), ui.format.jp(content.jp))}
          </Fact>
          <Fact label={words.fields.number}>{content.number ?? words.noNumber}</Fact>
          <Fact label={words.fields.document}>{content.hasDocument ? words.withPdf : words.noPdf}</Fact>
          <Fact label={line.needs === 'level' ? words.fields.level : words.fields.subject}>
            {(line.needs === 'level' ? line.level : line.subject) ?? '–'}
          </Fact>
          {line.recordId !== undefined && (
            <Fact label={words.fields.record}>
              <span class="break-all">{line.recordId}</span> {line.isOurs ? '' : words.notOurs}
            </Fact>
          )}
          {line.there && (
            <Fact label={words.fields.there}>
              {line.there.title} ·{' '}
              {line.there.hours === undefined ? '–' : words.hours(ui.format.number(line.there.hours))} ·{' '}
              {line.there.from === undefined ? '–' : dayText(ui, line.there.from)} –{' '}
              {line.there.to === undefined ? '–' : dayText(ui, line.there.to)}
            </Fact>
          )}
        </dl>
      ) : (
        <p>{words.nothingAnyMore}</p>
      )}
    </Block>
  );
}

function Fact(props: { readonly label: string; readonly children?: Child }) {
  return (
    <>
      <dt class="quiet">{props.label}</dt>
      <dd class="min-w-0 font-medium break-words">{props.children}</dd>
    </>
  );
}

function Scope({ ui, line, form }: Pick<Props, 'ui' | 'line' | 'form'>) {
  const words = ui.t.siasn;
  const scopes = [
    ...(line.courseId === undefined ? [] : [['course', words.scope.course] as const]),
    ['line', words.scope.line] as const,
  ];
  return (
    <SelectField {...{ ui, form, name: 'scope', label: words.scopeLabel, required: true, options: scopes }} />
  );
}

function Level({ ui, line, form }: Props) {
  const words = ui.t.siasn;
  const options = line.levels.map(({ id, name }) => [String(id), name] as const);
  return (
    <Block id="level" title={words.chooseLevel}>
      <form method="post" action={`${siasnLineHref(line)}/choose`} class="panel max-w-2xl p-5">
        <SelectField {...{ ui, form, name: 'levelId', label: words.fields.level, required: true, options }} />
        <Scope {...{ ui, line, form }} />
        <button type="submit" class="btn">
          {words.save}
        </button>
      </form>
    </Block>
  );
}

function Subject({ ui, line, words: asked, found, form }: Props) {
  const words = ui.t.siasn;
  const search: FormState = { values: { q: asked }, errors: {} };
  const options = found.map(
    ({ id, name, code }) => [id, code === undefined ? name : `${name} (${code})`] as const,
  );
  return (
    <Block id="subject" title={words.chooseSubject}>
      <form method="get" action={`${siasnLineHref(line)}#subject`} class="panel mb-4 max-w-2xl p-5">
        <TextField
          {...{ ui, form: search, name: 'q', type: 'search', label: words.search, hint: words.searchHint }}
          {...{ required: true, maxlength: 100 }}
        />
        <button type="submit" class="btn">
          {words.searchButton}
        </button>
      </form>
      {asked !== '' && found.length === 0 && <p>{words.noSubjects}</p>}
      {found.length > 0 && (
        <form method="post" action={`${siasnLineHref(line)}/choose`} class="panel max-w-2xl p-5">
          <SelectField
            {...{ ui, form, name: 'subjectId', label: words.fields.subject, required: true, options }}
          />
          <Scope {...{ ui, line, form }} />
          <button type="submit" class="btn">
            {words.save}
          </button>
        </form>
      )}
    </Block>
  );
}
