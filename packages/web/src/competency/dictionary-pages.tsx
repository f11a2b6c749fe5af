import { competencyWords } from '../i18n/competency.ts';
import { competencyFileWords } from '../i18n/competency-files.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { TechnicalView } from './desk-ports.ts';
import { CompetencyFrame } from './frame.tsx';
import { levelValues } from './names.ts';
import { dayText, LevelMeanings, VerifiedTag } from './parts.tsx';
import { caseFilePath, dictionaryPath, listsPath, mapPath, technicalPath } from './paths.ts';
import type { CompetencyView } from './person-ports.ts';

/** The nine of the nation, and what the agency has added. */
export function DictionaryPage(props: {
  readonly ui: Ui;
  readonly national: readonly CompetencyView[];
  readonly technical: readonly TechnicalView[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, national, technical, notice } = props;
  const words = competencyWords[ui.locale];
  const columns = words.technicalColumns;
  const basis = national[0]?.legalBasis;
  return (
    <CompetencyFrame ui={ui} desk="agency" title={words.dictionary} current={mapPath} notice={notice}>
      <PageHeading
        title={words.dictionary}
        lead={words.dictionaryLead}
        trail={<Trail ui={ui} links={[[mapPath, words.mapTitle]]} />}
        actions={
          <>
            <a class="btn btn-primary" href={technicalPath('new')}>
              {words.technicalNew}
            </a>
            <a class="btn" href={hrefOf(listsPath, { kind: 'dictionary' })}>
              {words.lists.open}
            </a>
            <a class="btn" href={caseFilePath}>
              {competencyFileWords[ui.locale].caseDownload}
            </a>
          </>
        }
      />
      <Block id="technical" title={words.technical}>
        {technical.length === 0 ? (
          <p>{words.technicalEmpty}</p>
        ) : (
          <Table
            caption={words.technical}
            columns={[columns.code, columns.name, columns.field, columns.from, columns.state]}
            cards
          >
            {technical.map((one) => (
              <tr>
                <th scope="row" class="whitespace-nowrap font-medium">
                  <a class="text-link inline-flex min-h-8 items-center" href={technicalPath(one.code)}>
                    {one.code}
                  </a>
                </th>
                <td data-label={columns.name}>
                  <Text ui={ui} map={one.name} />
                  <LevelMeanings ui={ui} competency={one} />
                </td>
                <td data-label={columns.field}>{one.field}</td>
                <td data-label={columns.from} class="whitespace-nowrap">
                  {dayText(ui, one.from)}
                  {one.editions > 1 && (
                    <span class="quiet block text-sm">{words.editions(one.editions)}</span>
                  )}
                </td>
                <td data-label={columns.state}>
                  {one.state === 'retired' && <span class="tag">{words.retired}</span>}{' '}
                  <VerifiedTag ui={ui} verified={one.verified} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Block>
      <Block id="national" title={words.national}>
        {basis !== undefined && (
          <p class="mb-3">
            {words.basis(basis)}.{' '}
            <VerifiedTag ui={ui} verified={national.every(({ verified }) => verified)} />
          </p>
        )}
        <ul class="panel divide-y divide-base-300">
          {national.map((one) => (
            <li class="px-5 py-3">
              <p class="font-medium">
                <Text ui={ui} map={one.name} />{' '}
                <span class="quiet text-sm font-normal">{words.family[one.family]}</span>
              </p>
              <LevelMeanings ui={ui} competency={one} />
            </li>
          ))}
        </ul>
      </Block>
    </CompetencyFrame>
  );
}

/** How a technical competency is described from a day on. `found` absent: a new one. */
export function TechnicalPage(props: {
  readonly ui: Ui;
  readonly found?: TechnicalView | undefined;
  readonly form: FormState;
}) {
  const { ui, found, form } = props;
  const words = competencyWords[ui.locale];
  const field = { ui, form };
  const title = found ? found.code : words.technicalNew;
  const action = technicalPath(found ? found.code : 'new');
  return (
    <CompetencyFrame ui={ui} desk="agency" title={title} current={mapPath}>
      <PageHeading
        title={title}
        trail={
          <Trail
            ui={ui}
            links={[
              [mapPath, words.mapTitle],
              [dictionaryPath, words.dictionary],
            ]}
          />
        }
      />
      <form method="post" action={action} class="panel mb-4 max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={String(found?.rev ?? 0)} />
        {found ? (
          <input type="hidden" name="code" value={found.code} />
        ) : (
          <TextField
            {...field}
            name="code"
            label={words.codeLabel}
            hint={words.codeHint}
            required
            maxlength={24}
          />
        )}
        <TextField {...field} name="name" label={words.nameLabel} required maxlength={120} />
        <TextField {...field} name="field" label={words.fieldLabel} required maxlength={80} />
        <TextField {...field} name="from" type="date" label={words.fromLabel} required maxlength={10} />
        <p class="quiet mb-2 text-sm">{words.describeHint}</p>
        {levelValues.map((level) => (
          <TextField
            {...field}
            name={`level${level}`}
            label={words.describeLevel(Number(level))}
            maxlength={400}
            multiline
            rows={2}
          />
        ))}
        <TextField {...field} name="legalBasis" label={words.basisLabel} maxlength={200} />
        <CheckboxGroup
          {...field}
          name="verified"
          label={words.technicalColumns.state}
          options={[['yes', words.verifiedLabel]]}
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
      {found && (
        <form method="post" action={`${action}/state`}>
          <input type="hidden" name="state" value={found.state === 'active' ? 'retired' : 'active'} />
          <button type="submit" class="btn">
            {found.state === 'active' ? words.retire : words.unretire}
          </button>
        </form>
      )}
    </CompetencyFrame>
  );
}
