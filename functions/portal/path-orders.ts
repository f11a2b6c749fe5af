import type { Ids } from '@sinau/kernel';
import { mostSteps, type PathFault, type PathOrder, type PathTerms } from '@sinau/programmes';
import type { PathFaultView, PathFormOrder } from '@sinau/web';

/** Numbers and ids of a form: `1` is a part, `1.2` a step, as the form shows them. */
function idsOf(
  groups: readonly {
    readonly row: number;
    readonly groupId: string;
    readonly steps: readonly { readonly row: number; readonly stepId: string }[];
  }[],
): ReadonlyMap<string, string> {
  return new Map(
    groups.flatMap(({ row, groupId, steps }) => [
      [`${row + 1}`, groupId] as const,
      ...steps.map((step) => [`${row + 1}.${step.row + 1}`, step.stepId] as const),
    ]),
  );
}

const numbersIn = (text: string): readonly string[] =>
  text
    .split(/[,;\s]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What a form says, with ids: those that there are stay, new rows get one. */
export function readOrder(ids: Pick<Ids, 'uuid'>, form: PathFormOrder): PathOrder {
  const groups = form.groups.map(({ groupId = ids.uuid(), steps, ...group }) => ({
    ...{ ...group, groupId },
    steps: steps.map(({ stepId = ids.uuid(), ...step }) => ({ ...step, stepId })),
  }));
  const known = idsOf(groups);
  const { title, about, audience, unitIds, strict } = form;
  return {
    ...{ title, audience, unitIds: [...unitIds], strict },
    ...(about !== undefined && { about }),
    groups: groups.map(({ groupId, title: name, needs, steps }) => ({
      ...{ groupId, title: name, needs: needs === '' ? ('all' as const) : Number(needs) },
      steps: steps.map(({ stepId, of, after }) => ({
        ...{ stepId, ...thingOf(of) },
        after: numbersIn(after).map((number) => known.get(number) ?? number),
      })),
    })),
  };
}

function thingOf(of: string): { readonly kind: 'course' | 'event'; readonly of: string } {
  const [kind, ...id] = of.split(':');
  return { kind: kind === 'event' ? 'event' : 'course', of: id.join(':') };
}

/** Empty: all of them. */
const canNeed = (needs: string): boolean =>
  needs === '' || (/^[1-9]\d?$/.test(needs) && Number(needs) <= mostSteps);

/** What of a form cannot be read as a path at all. */
export function faultsIn({ groups }: PathFormOrder): readonly PathFaultView[] {
  if (groups.length === 0) return [{ kind: 'nothing' }];
  const known = idsOf(
    groups.map(({ row, steps }) => ({
      row,
      groupId: '',
      steps: steps.map((step) => ({ row: step.row, stepId: '' })),
    })),
  );
  return groups.flatMap(({ row: group, title, needs, steps }): readonly PathFaultView[] => [
    ...(title.length < 2 ? [{ kind: 'no-title' as const, group }] : []),
    ...(steps.length === 0 ? [{ kind: 'no-steps' as const, group }] : []),
    ...(canNeed(needs) ? [] : [{ kind: 'needs-too-many' as const, group }]),
    ...steps
      .filter(({ of }) => !/^[\w-]{1,64}$/.test(thingOf(of).of))
      .map(({ row: step }) => ({ kind: 'not-open' as const, group, step })),
    ...steps
      .filter(({ after }) => numbersIn(after).some((number) => !known.has(number)))
      .map(({ row: step }) => ({ kind: 'unknown-prerequisite' as const, group, step })),
  ]);
}

/** Faults as the domain tells them, by the rows and numbers of the form. */
export function labelsOf(form: PathFormOrder, faults: readonly PathFault[]): readonly PathFaultView[] {
  const rowOf = (group: number) => form.groups[group]?.row ?? group;
  return faults.map((fault): PathFaultView => {
    if (fault.kind === 'cycle')
      return { kind: 'cycle', labels: fault.places.map((place) => labelOf(form, place)) };
    if (!('group' in fault)) return fault;
    const group = rowOf(fault.group);
    if (!('step' in fault)) return { kind: fault.kind, group };
    return { kind: fault.kind, group, step: form.groups[fault.group]?.steps[fault.step]?.row ?? fault.step };
  });
}

function labelOf(
  form: PathFormOrder,
  { group, step }: { readonly group: number; readonly step?: number },
): string {
  const row = form.groups[group];
  const number = `${(row?.row ?? group) + 1}`;
  return step === undefined ? number : `${number}.${(row?.steps[step]?.row ?? step) + 1}`;
}

/** A path as its form shows it. */
export function formOrderOf({ groups, ...terms }: PathTerms): PathFormOrder {
  const numbers = new Map(
    groups.flatMap(({ groupId, steps }, n) => [
      [groupId, `${n + 1}`] as const,
      ...steps.map(({ stepId }, m) => [stepId, `${n + 1}.${m + 1}`] as const),
    ]),
  );
  return {
    ...terms,
    groups: groups.map(({ groupId, title, needs, steps }, row) => ({
      ...{ row, groupId, title, needs: needs === 'all' ? '' : String(needs) },
      steps: steps.map(({ stepId, kind, of, after }, m) => ({
        ...{ row: m, stepId, of: `${kind}:${of}` },
        after: after.flatMap((id) => numbers.get(id) ?? []).join(', '),
      })),
    })),
  };
}
