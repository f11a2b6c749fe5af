import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { InvitationRow, InvitedCourse } from './ports.ts';

/** Whose invitations: the provider's of the course, or an agency's. */
export type InvitationDesk = 'studio' | 'agency';

export const invitationsPath = (desk: InvitationDesk, courseId: string) =>
  `/${desk}/courses/${courseId}/invitations`;

interface Props {
  readonly ui: Ui;
  readonly desk: InvitationDesk;
  readonly course: InvitedCourse;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** The invitations to one course, and the form for another. */
export function InvitationsPage(props: Props) {
  const { ui, desk, course } = props;
  const words = ui.t.approvals;
  const title = words.invitationsTitle(plainText(ui, course.course));
  const back = desk === 'studio' ? `/studio/courses/${course.courseId}` : `/courses/${course.courseId}`;
  return (
    <Frame ui={ui} desk={desk} title={title} notice={props.notice}>
      <PageHeading
        title={title}
        lead={words.invitationsLead}
        trail={<Trail ui={ui} links={[[back, <Text ui={ui} map={course.course} />]]} />}
      />
      {!course.byInvitation && (
        <div class="mb-5">
          <Notice tone="info">{words.notByInvitation}</Notice>
        </div>
      )}
      <Block id="invitations" title={words.invitations}>
        {course.invitations.length === 0 ? (
          <p class="quiet">{words.invitationsEmpty}</p>
        ) : (
          <Rows {...props} />
        )}
      </Block>
      <NewInvitation {...props} />
    </Frame>
  );
}

function Frame(props: {
  readonly ui: Ui;
  readonly desk: InvitationDesk;
  readonly title: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui, desk, title, notice } = props;
  const menu = desk === 'agency' ? { menu: <AgencyMenu ui={ui} current="" /> } : {};
  return (
    <Shell ui={ui} title={title} section={desk} notice={notice} {...menu}>
      {props.children}
    </Shell>
  );
}

function Rows({ ui, desk, course }: Props) {
  const words = ui.t.approvals;
  const { label, uses, ends, state, action } = words.columns;
  const { number } = ui.format;
  return (
    <Table caption={words.invitations} columns={[label, uses, ends, state, action]}>
      {course.invitations.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            {row.label}
          </th>
          <td class="tabular-nums">{words.used(number(row.uses), number(row.maxUses))}</td>
          <td class="whitespace-nowrap">
            <When ui={ui} at={row.expiresAt} />
          </td>
          <td>
            <span class={row.ended ? 'tag' : 'tag tag-success'}>{stateText(ui, row)}</span>
          </td>
          <td>
            {!row.ended && (
              <a
                href={`${invitationsPath(desk, course.courseId)}/${row.invitationId}/revoke`}
                class="btn btn-sm"
                aria-label={words.revokeOf(row.label)}
              >
                {words.revoke}
              </a>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

const stateText = (ui: Ui, { ended }: InvitationRow) =>
  ended ? ui.t.approvals.ended[ended] : ui.t.approvals.valid;

function NewInvitation({ ui, desk, course, form }: Props) {
  const words = ui.t.approvals;
  const field = { ui, form, required: true, inputmode: 'numeric', maxlength: 5 } as const;
  return (
    <Block id="new" title={words.newInvitation}>
      <form method="post" action={invitationsPath(desk, course.courseId)} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <TextField
          ui={ui}
          form={form}
          name="label"
          label={words.label}
          hint={words.labelHint}
          required
          maxlength={100}
        />
        <TextField {...field} name="maxUses" label={words.maxUses} />
        <TextField {...field} name="days" label={words.days} />
        <button type="submit" class="btn btn-primary">
          {words.create}
        </button>
      </form>
    </Block>
  );
}

/** The code, this once. */
export function CodePage(props: {
  readonly ui: Ui;
  readonly desk: InvitationDesk;
  readonly courseId: string;
  readonly code: string;
  readonly link: string;
}) {
  const { ui, desk, courseId, code, link } = props;
  const words = ui.t.approvals;
  return (
    <Frame ui={ui} desk={desk} title={words.codeTitle}>
      <div class="panel mx-auto max-w-xl p-6">
        <h1 class="text-xl font-bold md:text-2xl">{words.codeTitle}</h1>
        <p class="mt-3">{words.codeText}</p>
        <dl class="mt-5 space-y-4">
          {[
            [words.code, code],
            [words.link, link],
          ].map(([name, value]) => (
            <div>
              <dt class="quiet text-sm">{name}</dt>
              <dd class="font-mono break-all select-all">{value}</dd>
            </div>
          ))}
        </dl>
        <a href={invitationsPath(desk, courseId)} class="btn btn-primary mt-6">
          {words.codeDone}
        </a>
      </div>
    </Frame>
  );
}
