import { Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { nameOfPart, placeOfPart } from './coverage.tsx';
import { CountLink } from './parts.tsx';
import { dutiesHref, numbersHref } from './paths.ts';
import { type NumbersView, stepNames, type UnitPartView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: NumbersView;
}

/** Unit by unit, with those below: from what is required to what is recognised. */
export function UnitDutiesTable({ ui, view }: Props) {
  const words = ui.t.compliance;
  return (
    <Table
      caption={words.unitDuties}
      columns={[words.coverageColumns.unit, ...stepNames.map((step) => words.step[step])]}
      cards
    >
      {view.parts.map((part) => (
        <tr>
          <th scope="row" class="font-medium">
            <PartName ui={ui} view={view} part={part} />
          </th>
          {part.duties.hidden ? (
            <HiddenSteps ui={ui} view={view} part={part} />
          ) : (
            <Steps ui={ui} view={view} part={part} />
          )}
        </tr>
      ))}
    </Table>
  );
}

type PartProps = Props & { readonly part: UnitPartView };

function PartName({ ui, view, part }: PartProps) {
  const name = nameOfPart({ ui, view }, part);
  if (part.unitId === '') return <>{name}</>;
  return (
    <a
      class="text-link inline-flex min-h-8 items-center"
      href={numbersHref({ year: view.year, unitId: part.unitId })}
    >
      {name}
    </a>
  );
}

function Steps({ ui, view, part }: PartProps) {
  const words = ui.t.compliance;
  return (
    <>
      {stepNames.map((step) => (
        <td data-label={words.step[step]}>
          <CountLink
            href={dutiesHref({ year: view.year, step, obligation: undefined, ...placeOfPart(view, part) })}
            count={part.duties.steps[step]}
            text={ui.format.number(part.duties.steps[step])}
            label={`${nameOfPart({ ui, view }, part)}, ${words.step[step]}`}
          />
        </td>
      ))}
    </>
  );
}

function HiddenSteps({ ui, view, part }: PartProps) {
  const words = ui.t.compliance;
  return (
    <td colspan={stepNames.length}>
      <span class="quiet me-3 text-sm">{words.hidden}</span>
      <CountLink
        href={dutiesHref({
          ...{ year: view.year, step: 'required', obligation: undefined, ...placeOfPart(view, part) },
        })}
        // That nothing is in it would tell as much.
        count={1}
        text={words.openList}
        label={`${nameOfPart({ ui, view }, part)}, ${words.step.required}`}
      />
    </td>
  );
}
