import { newPairPath } from '../coaching/paths.ts';
import { championWords } from '../i18n/champions.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, emptyForm, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { askChampionPath, championsPath } from './paths.ts';
import type { ChampionView, OwnChampionView } from './ports.ts';

/** Whom the reader can ask; and what they were asked themselves. */
export function ChampionsPage(props: {
  readonly ui: Ui;
  readonly champions: readonly ChampionView[];
  readonly own?: OwnChampionView | undefined;
  /** Of the reader's own words, as it came back. */
  readonly form?: FormState | undefined;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, champions, own } = props;
  const words = championWords[ui.locale];
  return (
    <Shell ui={ui} title={words.title} section="home" notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/', ui.t.shell.home]]} />}
      />
      {own && <Own ui={ui} own={own} form={props.form} />}
      {champions.length > 0 ? (
        <Block id="champions" title={words.listTitle}>
          <ul class="panel max-w-3xl divide-y divide-base-300">
            {champions.map((champion) => (
              <Champion ui={ui} champion={champion} />
            ))}
          </ul>
        </Block>
      ) : (
        !own && (
          <EmptyState icon="people" title={words.noneTitle} text={words.noneText}>
            <a class="btn" href={newPairPath}>
              {words.toCoaching}
            </a>
          </EmptyState>
        )
      )}
    </Shell>
  );
}

function Champion({ ui, champion }: { readonly ui: Ui; readonly champion: ChampionView }) {
  const words = championWords[ui.locale];
  const { personId, name, unit, offer, email } = champion;
  return (
    <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
      <div class="min-w-0 grow basis-60">
        <p class="font-medium break-words">{name}</p>
        <p class="quiet text-sm">{words.helps(unit)}</p>
        {offer !== undefined && <p class="text-sm break-words">{offer}</p>}
        {email !== undefined && (
          <a
            class="text-link inline-flex min-h-8 items-center text-sm break-all"
            href={`mailto:${email}`}
            aria-label={`${words.write}: ${email}`}
          >
            {email}
          </a>
        )}
      </div>
      <a class="btn btn-primary" href={askChampionPath(personId)} aria-label={words.askWho(name)}>
        {words.ask}
      </a>
    </li>
  );
}

function Own(props: {
  readonly ui: Ui;
  readonly own: OwnChampionView;
  readonly form?: FormState | undefined;
}) {
  const { ui, own } = props;
  const words = championWords[ui.locale];
  const isAsked = own.state === 'asked';
  const form = props.form ?? {
    values: { offer: own.offer ?? '', showsEmail: own.showsEmail ? 'yes' : '' },
    errors: {},
  };
  return (
    <Block id="own" title={isAsked ? words.askedTitle : words.activeTitle(own.unit)}>
      <div class="panel max-w-3xl p-5">
        <p class="mb-4">{isAsked ? words.askedText(own.unit) : words.activeText}</p>
        <form method="post" action={`${championsPath}/${isAsked ? 'answer' : 'change'}`}>
          <FormProblem ui={ui} form={form} />
          <TextField
            {...{ ui, form, name: 'offer', label: words.offer, hint: words.offerHint, maxlength: 200 }}
          />
          <CheckboxGroup
            {...{ ui, form, name: 'showsEmail', label: words.email }}
            options={[['yes', words.showEmail(own.email)]]}
          />
          <button type="submit" name="says" value="yes" class="btn btn-primary">
            {isAsked ? words.accept : words.save}
          </button>
        </form>
        <form method="post" action={`${championsPath}/${isAsked ? 'answer' : 'stop'}`} class="mt-3">
          {!isAsked && <p class="quiet mb-2 text-sm">{words.stopText}</p>}
          <button type="submit" name="says" value="no" class="btn">
            {isAsked ? words.decline : words.stop}
          </button>
        </form>
      </div>
    </Block>
  );
}

/** What one wants to be able to do, as an invitation to coaching. */
export function AskChampionPage(props: {
  readonly ui: Ui;
  readonly champion: ChampionView;
  readonly form?: FormState | undefined;
}) {
  const { ui, champion, form = emptyForm } = props;
  const words = championWords[ui.locale];
  const title = words.askWho(champion.name);
  return (
    <Shell ui={ui} title={title} section="home">
      <PageHeading
        title={title}
        lead={words.helps(champion.unit)}
        trail={<Trail ui={ui} links={[[championsPath, words.title]]} />}
      />
      <form method="post" action={askChampionPath(champion.personId)} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <p class="mb-4">{words.askLead}</p>
        <TextField
          {...{ ui, form, name: 'goal', label: words.goal, hint: words.goalHint, maxlength: 1_000 }}
          multiline
          required
        />
        <p class="quiet mb-4 text-sm">{words.goalPrivacy}</p>
        <button type="submit" class="btn btn-primary">
          {words.send}
        </button>
      </form>
    </Shell>
  );
}
