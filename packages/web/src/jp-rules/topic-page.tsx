import { rulesWords } from '../i18n/jp-rules.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { type RulesPlace, topicPath } from './place.tsx';
import type { RulePreviewView, RuleRowView, RuleTopicView } from './ports.ts';
import { RowFacts, whatText } from './what.tsx';

interface Props {
  readonly ui: Ui;
  readonly place: RulesPlace;
  readonly topic: RuleTopicView;
  readonly form: FormState;
  readonly preview?: RulePreviewView;
  readonly notice?: NoticeName | undefined;
}

/** One rule: what holds, a new row with its ground and first day, and every row there was. */
export function TopicPage(props: Props) {
  const { ui, place, topic } = props;
  const words = rulesWords[ui.locale];
  const { current, national } = topic;
  return (
    <Shell ui={ui} title={topic.title[ui.locale]} section={place.section} notice={props.notice}>
      <PageHeading
        title={topic.title[ui.locale]}
        lead={words.topicLead}
        trail={<Trail ui={ui} links={[[place.path, ui.t.credit.rulesTitle]]} />}
      />
      <Block id="current" title={words.holds}>
        <div class="panel max-w-2xl p-5">
          {current ? (
            <>
              <p class="font-medium">{whatText(ui, current.what)}</p>
              <RowFacts ui={ui} row={current} />
            </>
          ) : (
            <p class="quiet">{words.none}</p>
          )}
          {national && <p class="quiet mt-2 text-sm">{words.nationSays(whatText(ui, national.what))}</p>}
        </div>
      </Block>
      {current && (
        <Block id="new" title={words.newRow[place.scope]}>
          <NewRow {...props} current={current} />
        </Block>
      )}
      <Block id="history" title={words.history}>
        <ol class="panel divide-y divide-base-300">
          {topic.rows.map((row) => (
            <li class="px-5 py-3">
              <p class="font-medium">{row.repealed ? words.repealed : whatText(ui, row.what)}</p>
              <RowFacts ui={ui} row={row} />
            </li>
          ))}
        </ol>
      </Block>
    </Shell>
  );
}

function NewRow(props: Props & { readonly current: RuleRowView }) {
  const { ui, place, topic, form, current } = props;
  const words = rulesWords[ui.locale];
  return (
    <form method="post" action={topicPath(place, topic.topic)} class="panel max-w-2xl p-5">
      <FormProblem ui={ui} form={form} />
      {props.preview && (
        <div class="mb-4">
          <Notice tone="info" live>
            {previewText(ui, props.preview)}
          </Notice>
        </div>
      )}
      <Amounts {...props} />
      <TextField
        ui={ui}
        form={form}
        name="validFrom"
        label={words.validFrom}
        hint={words.validFromHint}
        type="date"
        required
        maxlength={10}
      />
      <TextField
        ui={ui}
        form={form}
        name="words"
        label={words.ground}
        hint={words.groundHint[place.scope]}
        required
        multiline
        rows={2}
        maxlength={500}
      />
      <div class="flex flex-wrap gap-2">
        <button type="submit" name="intent" value="new" class="btn btn-primary">
          {words.add}
        </button>
        <button type="submit" name="intent" value="preview" class="btn">
          {words.preview}
        </button>
        {place.scope === 'agency' && topic.national && (
          <button type="submit" name="intent" value="repeal" class="btn">
            {words.repeal}
          </button>
        )}
        {place.scope === 'national' && !current.verified && (
          <button type="submit" name="intent" value="verify" class="btn">
            {words.verify}
          </button>
        )}
      </div>
      <p class="quiet mt-3 text-sm">{words.supersedes}</p>
    </form>
  );
}

function previewText(ui: Ui, preview: RulePreviewView): string {
  const words = rulesWords[ui.locale];
  if (preview.kind === 'beyond') return words.previewBeyond;
  const { people, jp, year } = preview;
  const sign = jp > 0 ? '+' : jp < 0 ? '−' : '±';
  const hours = ui.format.jp(Math.abs(jp) as typeof jp);
  return words.previewOf(ui.format.number(people), `${sign}${hours}`, year);
}

/** What can be said of such a rule; the rest stays as it is. */
function Amounts(props: Pick<Props, 'ui' | 'form' | 'place'> & { readonly current: RuleRowView }) {
  const { ui, form, place, current } = props;
  const words = rulesWords[ui.locale].fields;
  const { what } = current;
  // An agency cannot take a cap of the nation away.
  const mustCap = place.scope === 'agency' && what.kind === 'conversion' && what.cap !== undefined;
  const number = (name: string, label: string, hint: string) => (
    <TextField
      {...{ ui, form, name, label, hint, maxlength: 10, inputmode: 'decimal' as const }}
      required={name === 'jpPerUnit' || what.kind === 'effort'}
    />
  );
  switch (what.kind) {
    case 'conversion':
      return (
        <>
          {what.unit !== 'programme_jp' && number('jpPerUnit', words.jpPerUnit, words.jpPerUnitHint)}
          {number(
            'capAmount',
            words.capAmount[what.cap?.measure ?? 'jp'],
            words.capHint[what.cap?.period ?? 'day'](mustCap),
          )}
        </>
      );
    case 'year':
      return (
        <>
          {number('minimum', words.minimum, words.minimumHint)}
          {number('maximum', words.maximum, words.maximumHint)}
          <SelectField
            {...{ ui, form, name: 'countsBy', label: words.countsBy, hint: words.countsByHint }}
            options={(['last-day', 'certificate-day'] as const).map(
              (one) => [one, rulesWords[ui.locale].what.countsBy[one]] as const,
            )}
          />
        </>
      );
    case 'effort':
      return (
        <>
          {number('leastShare', words.leastShare, words.leastShareHint)}
          {number('idleMinutes', words.idleMinutes, words.idleHint)}
        </>
      );
  }
}
