import { competencyWords } from '../i18n/competency.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { StandardView } from './desk-ports.ts';
import { CompetencyFrame } from './frame.tsx';
import { groupNames, levelValues } from './names.ts';
import { dayText, levelText, nameText, postText, VerifiedTag } from './parts.tsx';
import { mapPath, standardPath, standardsPath } from './paths.ts';
import type { CompetencyView } from './person-ports.ts';

/** What posts ask for. */
export function StandardsPage(props: {
  readonly ui: Ui;
  readonly standards: readonly StandardView[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, standards, notice } = props;
  const words = competencyWords[ui.locale];
  const columns = words.standardColumns;
  return (
    <CompetencyFrame ui={ui} desk="agency" title={words.standards} current={mapPath} notice={notice}>
      <PageHeading
        title={words.standards}
        lead={words.standardsLead}
        trail={<Trail ui={ui} links={[[mapPath, words.mapTitle]]} />}
        actions={
          <a class="btn btn-primary" href={standardPath('new')}>
            {words.standardNew}
          </a>
        }
      />
      {standards.length === 0 ? (
        <EmptyState icon="list" title={words.standardsEmptyTitle} text={words.standardsEmptyText} />
      ) : (
        <Table
          caption={words.standards}
          columns={[columns.post, columns.asked, columns.from, columns.criticality, columns.state]}
          cards
        >
          {standards.map((one) => (
            <tr>
              <th scope="row" class="font-medium">
                <a class="text-link inline-flex min-h-8 items-center" href={standardPath(one.post)}>
                  {postText(ui, one.title)}
                </a>
              </th>
              <td data-label={columns.asked} class="tabular-nums">
                {ui.format.number(one.requirements.length)}
              </td>
              <td data-label={columns.from} class="whitespace-nowrap">
                {dayText(ui, one.from)}
                {one.isToCome && <span class="quiet block text-sm">{words.toCome}</span>}
                {one.editions > 1 && <span class="quiet block text-sm">{words.editions(one.editions)}</span>}
              </td>
              <td data-label={columns.criticality}>{words.criticality[one.criticality]}</td>
              <td data-label={columns.state}>
                {one.state === 'withdrawn' && <span class="tag">{words.withdrawn}</span>}{' '}
                <VerifiedTag ui={ui} verified={one.verified} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </CompetencyFrame>
  );
}

interface FormProps {
  readonly ui: Ui;
  readonly dictionary: readonly CompetencyView[];
  readonly found?: StandardView | undefined;
  readonly form: FormState;
}

/** Levels that a post asks for from a day on, whole. `found` absent: a new one. */
export function StandardPage(props: FormProps) {
  const { ui, found, form } = props;
  const words = competencyWords[ui.locale];
  const field = { ui, form };
  const title = found ? postText(ui, found.title) : words.standardNew;
  const action = standardPath(found ? found.post : 'new');
  const trail = [
    [mapPath, words.mapTitle],
    [standardsPath, words.standards],
  ] as const;
  return (
    <CompetencyFrame ui={ui} desk="agency" title={title} current={mapPath}>
      <PageHeading title={title} trail={<Trail ui={ui} links={trail} />} />
      <form method="post" action={action} class="panel mb-4 max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={String(found?.rev ?? 0)} />
        {!found && <PostFields {...props} />}
        <TextField {...field} name="from" type="date" label={words.fromLabel} required maxlength={10} />
        <SelectField
          {...field}
          name="criticality"
          label={words.criticalityLabel}
          hint={words.criticalityHint}
          required
          options={(['1', '2', '3'] as const).map((one) => [one, words.criticality[Number(one)] ?? one])}
        />
        <Requirements {...props} />
        <TextField {...field} name="legalBasis" label={words.basisLabel} maxlength={200} />
        <CheckboxGroup
          {...field}
          name="verified"
          label={words.standardColumns.state}
          options={[['yes', words.verifiedLabel]]}
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
      {found && (
        <form method="post" action={`${action}/state`}>
          <input type="hidden" name="state" value={found.state === 'active' ? 'withdrawn' : 'active'} />
          <button type="submit" class="btn">
            {found.state === 'active' ? words.withdrawStandard : words.restoreStandard}
          </button>
        </form>
      )}
    </CompetencyFrame>
  );
}

function PostFields({ ui, form }: FormProps) {
  const words = competencyWords[ui.locale];
  const field = { ui, form };
  return (
    <>
      <SelectField
        {...field}
        name="group"
        label={words.standardFor}
        options={[
          ['', words.standardTitleOption],
          ...groupNames.map((group) => [group, words.group[group]] as const),
        ]}
      />
      <TextField {...field} name="title" label={words.postTitle} hint={words.postTitleHint} maxlength={160} />
    </>
  );
}

function Requirements({ ui, dictionary, form }: FormProps) {
  const words = competencyWords[ui.locale];
  const options = [
    ['', words.notAsked],
    ...levelValues.map((level) => [level, levelText(ui, Number(level))] as const),
  ] as const;
  return (
    <fieldset class="mb-4">
      <legend class="mb-2 font-medium">{words.requirements}</legend>
      {dictionary.map(({ competencyId, name }) => (
        <SelectField
          ui={ui}
          form={form}
          name={`level:${competencyId}`}
          label={nameText(ui, name)}
          options={options}
        />
      ))}
    </fieldset>
  );
}
