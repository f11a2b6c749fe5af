import type { Ui } from '../ui.ts';

/** Chooses whose list is shown: an agency's, a provider's or the platform's. */
export function MemberChoice(props: {
  readonly ui: Ui;
  /** Address of the list. */
  readonly path: string;
  readonly label: string;
  /** Value and name of each. */
  readonly members: readonly (readonly [string, string])[];
  readonly member: string | undefined;
}) {
  return (
    <form method="get" action={props.path} class="mb-5 flex flex-wrap items-end gap-3">
      <div class="min-w-0 grow sm:max-w-md">
        <label for="member" class="mb-1 block text-sm font-medium">
          {props.label}
        </label>
        <select id="member" name="member" class="select w-full">
          {props.members.map(([value, name]) => (
            <option value={value} selected={value === props.member}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="btn">
        {props.ui.t.shell.show}
      </button>
    </form>
  );
}
