import { timeZones } from '../i18n/format.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { Block, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { MailForm } from './mail-form.tsx';

export interface AccountProps {
  readonly ui: Ui;
  readonly form: FormState;
  readonly mailForm: FormState;
  readonly notice?: NoticeName | undefined;
}

export function AccountPage({ ui, form, mailForm, notice }: AccountProps) {
  const { t, viewer } = ui;
  return (
    <Shell ui={ui} title={t.account.title} section="account" notice={notice}>
      <PageHeading title={t.account.title} />
      <div class="grid items-start gap-6 md:grid-cols-2">
        <dl class="panel divide-y divide-base-300 px-5 py-1">
          <Row label={t.account.name} value={viewer?.name ?? ''} />
          {viewer?.memberOf && <Row label={t.account.member} value={viewer.memberOf} />}
          <Row
            label={t.account.roles}
            value={(viewer?.roles ?? []).map((role) => t.operator.role[role]).join(', ')}
          />
        </dl>
        <form method="post" action="/account" class="panel p-5">
          <FormProblem ui={ui} form={form} />
          <SelectField
            ui={ui}
            form={form}
            name="timeZone"
            label={t.account.timeZone}
            hint={t.account.timeZoneText}
            required
            options={Object.entries(timeZones).map(([zone, name]) => [zone, `${name} (${cityOf(zone)})`])}
          />
          <button type="submit" class="btn btn-primary">
            {t.shell.save}
          </button>
        </form>
      </div>
      <div class="mt-8">
        <MailForm ui={ui} form={mailForm} />
        <Block id="data" title={t.privacy.myLink}>
          <p class="mb-3 max-w-[68ch]">{t.privacy.myLinkText}</p>
          <a href="/account/data" class="btn">
            {t.privacy.myLink}
          </a>
        </Block>
        <Block id="lms" title={t.lms.mine.link}>
          <p class="mb-3 max-w-[68ch]">{t.lms.mine.text}</p>
          <a href="/account/lms" class="btn">
            {t.lms.mine.open}
          </a>
        </Block>
        <Block id="who" title={t.account.whoSees}>
          <p class="max-w-[68ch]">{t.account.whoSeesText}</p>
        </Block>
      </div>
    </Shell>
  );
}

const cityOf = (timeZone: string) => timeZone.split('/')[1] ?? '';

function Row(props: { readonly label: string; readonly value: string }) {
  return (
    <div class="py-3">
      <dt class="quiet text-sm">{props.label}</dt>
      <dd class="font-medium">{props.value}</dd>
    </div>
  );
}
