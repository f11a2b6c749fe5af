import * as z from 'zod';
import { CheckboxGroup, FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { MailWishesView } from './ports.ts';

const hour = z.coerce.number().int().min(0).max(23);
const names = ['reminders', 'digest', 'nudges', 'team', 'weekends'] as const;

export const mailFields = z.object({
  quietFrom: hour,
  quietUntil: hour,
  wanted: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.enum(names))),
});

export const wishesOf = ({ quietFrom, quietUntil, wanted }: z.output<typeof mailFields>): MailWishesView => ({
  ...{ quietFrom, quietUntil, quietWeekends: wanted.includes('weekends') },
  ...{ reminders: wanted.includes('reminders'), digest: wanted.includes('digest') },
  nudges: wanted.includes('nudges'),
  team: wanted.includes('team'),
});

export const mailFormOf = (wishes: MailWishesView): FormState => ({
  errors: {},
  values: {
    quietFrom: String(wishes.quietFrom),
    quietUntil: String(wishes.quietUntil),
    wanted: [
      ...(wishes.reminders ? ['reminders'] : []),
      ...(wishes.digest ? ['digest'] : []),
      ...(wishes.nudges ? ['nudges'] : []),
      ...(wishes.team ? ['team'] : []),
      ...(wishes.quietWeekends ? ['weekends'] : []),
    ].join(' '),
  },
});

const hours = Array.from({ length: 24 }, (_, n) => n);

/** When mail may come, and which. */
export function MailForm({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const words = ui.t.mailWishes;
  const options = hours.map((n) => [String(n), words.hour(String(n).padStart(2, '0'))] as const);
  return (
    <Block id="mail" title={words.title}>
      <p class="mb-3 max-w-[68ch]">{words.text}</p>
      <form method="post" action="/account/mail" class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <CheckboxGroup
          ui={ui}
          form={form}
          name="wanted"
          label={words.which}
          options={[
            ['reminders', words.reminders],
            ['digest', words.digest],
            ['nudges', words.nudges],
            ['team', words.team],
            ['weekends', words.weekends],
          ]}
        />
        <div class="grid gap-x-4 sm:grid-cols-2">
          <SelectField
            ui={ui}
            form={form}
            name="quietFrom"
            label={words.quietFrom}
            required
            options={options}
          />
          <SelectField
            ui={ui}
            form={form}
            name="quietUntil"
            label={words.quietUntil}
            required
            options={options}
          />
        </div>
        <p class="quiet mb-4 text-sm">{words.quietHint}</p>
        <button type="submit" class="btn btn-primary">
          {ui.t.shell.save}
        </button>
      </form>
    </Block>
  );
}
