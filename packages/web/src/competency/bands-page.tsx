import { competencyWords } from '../i18n/competency.ts';
import { bandsWords } from '../i18n/match-bands.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { BandsUse, BandsView } from './bands-ports.ts';
import { CompetencyFrame } from './frame.tsx';
import { dayText } from './parts.tsx';
import { bandsPath, mapPath } from './paths.ts';

interface Props {
  readonly ui: Ui;
  readonly all: readonly BandsView[];
  /** What was refused; `use` says of which form it is. */
  readonly refused?: { readonly use: BandsUse; readonly form: FormState } | undefined;
  readonly notice?: NoticeName | undefined;
}

/** Hundredths of a percent as people write them: `78` or `78,5`. */
export const percentText = ({ locale }: Ui, hundredths: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(hundredths / 100);

/** By which bands an agency reads the match of its people, for each use. */
export function BandsPage(props: Props) {
  const { ui, all, notice } = props;
  const words = bandsWords[ui.locale];
  return (
    <CompetencyFrame ui={ui} desk="agency" title={words.title} current={mapPath} notice={notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[mapPath, competencyWords[ui.locale].mapTitle]]} />}
      />
      {all.map((view) => (
        <Use {...props} view={view} />
      ))}
    </CompetencyFrame>
  );
}

function Use(props: Props & { readonly view: BandsView }) {
  const { ui, view } = props;
  const words = bandsWords[ui.locale];
  const { use, inForce } = view;
  const [high, middle, low] = words.names[use];
  const [top, cut] = [percentText(ui, inForce.high), percentText(ui, inForce.middle)];
  return (
    <Block id={`bands-${use}`} title={words.uses[use]}>
      <p class="quiet mb-3 max-w-[80ch] text-sm">{words.useNotes[use]}</p>
      <ul class="mb-3 grid gap-1">
        <li>{words.from(high, top)}</li>
        <li>{words.between(middle, cut, top)}</li>
        <li>{words.below(low, cut)}</li>
      </ul>
      <p class="mb-4 flex flex-wrap gap-2">
        <span class="tag">
          {inForce.source === 'practice'
            ? words.practice
            : words.own(inForce.from === undefined ? '' : dayText(ui, inForce.from))}
        </span>
        <span class={inForce.verified ? 'tag tag-success' : 'tag tag-warning'}>
          {inForce.verified ? words.verified : words.unverified}
        </span>
        {inForce.legalBasis !== undefined && <span class="tag">{inForce.legalBasis}</span>}
      </p>
      {view.editions.length > 0 && <Editions ui={ui} view={view} />}
      <SetForm {...props} />
    </Block>
  );
}

function Editions({ ui, view }: { readonly ui: Ui; readonly view: BandsView }) {
  const words = bandsWords[ui.locale];
  const [, high, middle, basis, by] = words.columns;
  return (
    <div class="mb-5">
      <Table caption={`${words.editions}: ${words.uses[view.use]}`} columns={words.columns} cards>
        {view.editions.map((one) => (
          <tr>
            <th scope="row" class="font-medium">
              {dayText(ui, one.from)}
              {one.mayWithdraw && (
                <form method="post" action={`${bandsPath}/${view.use}/withdraw`} class="mt-1">
                  <input type="hidden" name="rev" value={String(view.rev)} />
                  <button
                    type="submit"
                    class="btn btn-sm"
                    aria-label={`${words.withdraw}: ${dayText(ui, one.from)}`}
                  >
                    {words.withdraw}
                  </button>
                </form>
              )}
            </th>
            <td data-label={high} class="tabular-nums">
              {`${percentText(ui, one.high)}%`}
            </td>
            <td data-label={middle} class="tabular-nums">
              {`${percentText(ui, one.middle)}%`}
            </td>
            <td data-label={basis}>
              {one.legalBasis ?? words.noBasis}
              <span class="quiet block text-sm">{one.verified ? words.verified : words.unverified}</span>
            </td>
            <td data-label={by}>{words.setBy(one.setBy, ui.format.date(one.setAt))}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** Ids of fields are told apart by the use: both forms stand on one page. */
function SetForm({ ui, view, refused }: Props & { readonly view: BandsView }) {
  const words = bandsWords[ui.locale];
  const { use } = view;
  const own = refused?.use === use ? refused.form : { values: {}, errors: {} };
  const field = (name: string) => ({ ui, form: own, name: `${use}-${name}` });
  return (
    <details open={refused?.use === use}>
      <summary class="text-link inline-flex min-h-9 items-center">{words.change(words.uses[use])}</summary>
      <form method="post" action={`${bandsPath}/${use}`} class="panel mt-2 max-w-2xl p-5">
        <FormProblem ui={ui} form={own} />
        <input type="hidden" name="rev" value={String(view.rev)} />
        <TextField
          {...field('from')}
          type="date"
          label={words.fromDay}
          hint={words.fromHint}
          required
          maxlength={10}
        />
        <TextField
          {...field('high')}
          inputmode="decimal"
          label={words.leastOf(words.names[use][0])}
          hint={words.percentHint}
          required
          maxlength={6}
        />
        <TextField
          {...field('middle')}
          inputmode="decimal"
          label={words.leastOf(words.names[use][1])}
          required
          maxlength={6}
        />
        <TextField {...field('legalBasis')} label={words.legalBasis} maxlength={200} />
        <label class="mb-4 flex min-h-9 items-center gap-3">
          <input
            type="checkbox"
            name={`${use}-verified`}
            value="yes"
            checked={own.values[`${use}-verified`] === 'yes'}
            class="checkbox checkbox-primary"
          />
          <span>{words.verifiedLabel}</span>
        </label>
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </details>
  );
}
