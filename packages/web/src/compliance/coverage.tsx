import { Table } from '../layout/parts.tsx';
import { ShareBar } from '../layout/share-bar.tsx';
import type { Ui } from '../ui.ts';
import { CountLink, shareOf } from './parts.tsx';
import { numbersHref, overdueHref, standingHref } from './paths.ts';
import type { NumbersView, StandingName, UnitPartView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: NumbersView;
}

/** Unit by unit, with those below: how many of those whom a minimum holds for have met it. */
export function CoverageTable({ ui, view }: Props) {
  const words = ui.t.compliance;
  const { unit, people, met, below, share, overdue } = words.coverageColumns;
  return (
    <Table caption={words.coverage} columns={[unit, people, met, below, share, overdue]} cards>
      {view.parts.map((part) => (
        <PartRow ui={ui} view={view} part={part} />
      ))}
    </Table>
  );
}

function PartRow({ ui, view, part }: Props & { readonly part: UnitPartView }) {
  const { format } = ui;
  const words = ui.t.compliance;
  const columns = words.coverageColumns;
  const place = placeOfPart(view, part);
  const name = nameOfPart({ ui, view }, part);
  const { met, below } = part.standings;
  const percent = shareOf(met, met + below);
  const count = (standing: StandingName) => (
    <CountLink
      href={standingHref({ year: view.year, standing, ...place })}
      // That nobody is in it would tell as much.
      count={part.hidden ? 1 : part.standings[standing]}
      text={part.hidden ? words.openList : format.number(part.standings[standing])}
      label={`${name}, ${words.standing[standing]}`}
    />
  );
  return (
    <tr>
      <th scope="row" class="font-medium">
        {part.unitId === '' ? (
          name
        ) : (
          <a
            class="text-link inline-flex min-h-8 items-center"
            href={numbersHref({ year: view.year, unitId: part.unitId })}
          >
            {name}
          </a>
        )}
      </th>
      <td data-label={columns.people}>
        <CountLink
          href={standingHref({ year: view.year, standing: 'all', ...place })}
          count={part.people}
          text={format.number(part.people)}
          label={`${name}, ${columns.people}`}
        />
      </td>
      <td data-label={columns.met}>{count('met')}</td>
      <td data-label={columns.below}>{count('below')}</td>
      <td data-label={columns.share} class="min-w-36">
        {part.hidden ? (
          <span class="quiet text-sm">{words.hidden}</span>
        ) : met + below === 0 ? (
          <span class="quiet text-sm">{words.noMinimum}</span>
        ) : (
          <span class="flex items-center gap-2">
            <ShareBar percent={percent} />
            <span class="tabular-nums">{format.percent(percent)}</span>
          </span>
        )}
      </td>
      <td data-label={columns.overdue}>
        <CountLink
          href={overdueHref(place)}
          count={part.overdue}
          text={format.number(part.overdue)}
          label={`${name}, ${columns.overdue}`}
        />
      </td>
    </tr>
  );
}

/** In the list of the unit itself, or of a unit with all below it. */
export const placeOfPart = ({ unit }: NumbersView, part: UnitPartView) =>
  part.unitId === ''
    ? { unitId: unit?.unitId, own: true }
    : { unitId: part.unitId as string | undefined, own: false };

export function nameOfPart({ ui, view }: Props, part: UnitPartView): string {
  const words = ui.t.compliance;
  if (part.name !== undefined) return part.name;
  return view.unit ? words.ownUnit(view.unit.name) : words.noUnit;
}

const others = ['within', 'at-maximum', 'unruled'] as const;

/** Those for whom no minimum holds. A maximum is nothing to be reached. */
export function RestTable({ ui, view }: Props) {
  const { format } = ui;
  const words = ui.t.compliance;
  return (
    <Table caption={words.rest} columns={words.restColumns}>
      {others.map((standing) => (
        <tr>
          <th scope="row" class="font-medium">
            {words.standing[standing]}
          </th>
          <td>
            <CountLink
              href={standingHref({ year: view.year, standing, unitId: view.unit?.unitId, own: false })}
              count={view.total.standings[standing]}
              text={format.number(view.total.standings[standing])}
              label={words.standing[standing]}
            />
          </td>
        </tr>
      ))}
    </Table>
  );
}
