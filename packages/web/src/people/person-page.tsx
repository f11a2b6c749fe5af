import type { Child } from 'hono/jsx';
import { certificatesOfPath } from '../certificates/person-paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import { transcriptOfPath } from '../transcripts/person-paths.ts';
import type { Ui } from '../ui.ts';
import { type Desk, DeskShell, peoplePath, personPath } from './desk.tsx';
import type { PersonView } from './ports.ts';
import { ServiceForm } from './service-form.tsx';
import { unitPaths } from './unit-paths.ts';

export interface PersonProps {
  readonly ui: Ui;
  readonly desk: Desk;
  readonly person: PersonView;
  readonly details: FormState;
  readonly roles: FormState;
  readonly service: FormState;
  readonly notice?: NoticeName | undefined;
}

/** Everything about one person that their administrators set, each in a form of its own. */
export function PersonPage(props: PersonProps) {
  const { ui, desk, person } = props;
  const { t } = ui;
  const words = ui.t.people;
  const list = desk === 'operator' ? t.operator.peopleTitle : t.agency.peopleTitle;
  return (
    <DeskShell ui={ui} desk={desk} title={person.name} current={peoplePath(desk)} notice={props.notice}>
      <PageHeading
        title={person.name}
        lead={person.email}
        trail={<Trail ui={ui} links={[[peoplePath(desk), list]]} />}
      />
      {person.isSelf && (
        <div class="mb-5">
          <Notice tone="info">{words.selfNote}</Notice>
        </div>
      )}
      {!person.editable && (
        <div class="mb-5">
          <Notice tone="info">{person.isLentHere ? words.lentHere : words.notYours}</Notice>
        </div>
      )}
      <div class="grid items-start gap-x-8 lg:grid-cols-[1fr_22rem]">
        <div class="min-w-0">
          {person.editable && <Details {...props} />}
          {person.editable && person.place && (
            <ServiceForm ui={ui} desk={desk} person={person} form={props.service} />
          )}
        </div>
        <div class="min-w-0">
          <Account {...props} />
          <Roles {...props} />
          <Home {...props} />
          {desk === 'operator' && person.mayBeViewed && <ViewAs {...props} />}
          <Certificates {...props} />
        </div>
      </div>
    </DeskShell>
  );
}

function Details({ ui, desk, person, details: form }: PersonProps) {
  const words = ui.t.people;
  const { operator, shell } = ui.t;
  return (
    <Block id="details" title={words.detailsHeading}>
      <SupervisorNote ui={ui} desk={desk} person={person} />
      <form method="post" action={personPath(desk, person.personId)} class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <TextField ui={ui} form={form} name="name" label={operator.personName} required maxlength={200} />
        <TextField
          ui={ui}
          form={form}
          name="email"
          type="email"
          label={operator.email}
          hint={words.emailHint}
          required
          maxlength={254}
        />
        {person.place && (
          <>
            <SelectField
              ui={ui}
              form={form}
              name="unitId"
              label={words.unit}
              hint={words.unitsHint}
              options={[['', words.noUnit], ...unitPaths(person.place.units)]}
            />
            <TextField
              ui={ui}
              form={form}
              name="supervisor"
              label={words.supervisor}
              hint={supervisorHint(ui, person)}
              maxlength={254}
            />
          </>
        )}
        <button type="submit" class="btn btn-primary">
          {shell.save}
        </button>
      </form>
    </Block>
  );
}

/** Named, and yet without what a supervisor sees and decides. */
function SupervisorNote({ ui, desk, person }: Pick<PersonProps, 'ui' | 'desk' | 'person'>) {
  const supervisor = person.place?.supervisor;
  if (!supervisor?.lacksRole) return null;
  const words = ui.t.people.supervisors;
  const { personId } = supervisor.lacksRole;
  return (
    <div class="mb-4">
      <Notice tone="warning">
        {words.lacks(supervisor.name)}{' '}
        {personId === undefined ? (
          words.askOthers
        ) : (
          <a href={`${personPath(desk, personId)}#roles`} class="text-link">
            {words.giveThere}
          </a>
        )}
      </Notice>
    </div>
  );
}

function supervisorHint(ui: Ui, { place }: PersonView): string {
  const { supervisorHint: hint, supervisor } = ui.t.people;
  return place?.supervisor ? `${supervisor}: ${place.supervisor.name} · ${hint}` : hint;
}

function Account({ ui, desk, person }: PersonProps) {
  const { t } = ui;
  const words = ui.t.people;
  const { status } = person;
  const mayClose = person.editable && !person.isSelf;
  const at = status === 'disabled' ? (person.disabledAt ?? person.invitedAt) : person.invitedAt;
  return (
    <Block id="account" title={words.accountHeading}>
      <div class="panel space-y-3 p-5">
        <dl class="space-y-2 text-sm">
          <Fact label={t.agency.columns.status}>
            <span class={status === 'active' ? 'tag tag-success' : 'tag'}>
              {t.agency.personStatus[status]}
            </span>
          </Fact>
          <Fact label={words.statusSince[status]}>
            <When ui={ui} at={at} dateOnly />
          </Fact>
          {person.maskedEmployeeNumber && (
            <Fact label={t.operator.nip}>
              <span class="font-mono">{person.maskedEmployeeNumber}</span>
            </Fact>
          )}
        </dl>
        <AccountHistory ui={ui} person={person} />
        {mayClose && (
          <a
            href={`${personPath(desk, person.personId)}/${status === 'disabled' ? 'enable' : 'disable'}`}
            class="btn w-full"
          >
            {status === 'disabled' ? words.enable : words.disable}
          </a>
        )}
      </div>
    </Block>
  );
}

/** At whose word it was closed and opened, for whoever wonders why somebody does not get in. */
function AccountHistory({ ui, person }: Pick<PersonProps, 'ui' | 'person'>) {
  const words = ui.t.people.accountHistory;
  if (person.accountChanges.length === 0) return null;
  return (
    <details class="text-sm">
      <summary class="min-h-6 cursor-pointer font-medium">{words.heading}</summary>
      <ul class="mt-2 space-y-2">
        {person.accountChanges.map(({ at, act, because, by }) => (
          <li>
            <When ui={ui} at={at} /> · {words.act[act]} {words.because[because]}
            {by !== undefined && ` (${by})`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Roles({ ui, desk, person, roles: form }: PersonProps) {
  const words = ui.t.people;
  const { role } = ui.t.operator;
  const mayChange = person.editable && !person.isSelf && person.grantable.length > 1;
  return (
    <Block id="roles" title={words.rolesHeading}>
      {mayChange ? (
        <form method="post" action={`${personPath(desk, person.personId)}/roles`} class="panel p-5">
          <FormProblem ui={ui} form={form} />
          <CheckboxGroup
            ui={ui}
            form={form}
            name="roles"
            label={words.rolesLabel}
            hint={words.rolesText}
            options={person.grantable.map((name) => [name, role[name]])}
          />
          <button type="submit" class="btn">
            {words.changeRoles}
          </button>
        </form>
      ) : (
        <div class="panel p-5">
          <FormProblem ui={ui} form={form} />
          <p>{person.roles.map((name) => role[name]).join(', ')}</p>
        </div>
      )}
    </Block>
  );
}

function ViewAs({ ui, desk, person }: PersonProps) {
  const words = ui.t.people.viewAs;
  return (
    <Block id="view-as" title={words.title}>
      <div class="panel space-y-3 p-5">
        <p>{words.text}</p>
        <a href={`${personPath(desk, person.personId)}/view-as`} class="btn w-full">
          {words.title}
        </a>
      </div>
    </Block>
  );
}

function Certificates({ ui, desk, person }: PersonProps) {
  const words = ui.t.certificates;
  // Nobody decides about their own, which stand on a page of their own.
  if (person.isSelf) return null;
  return (
    <Block id="certificates" title={words.title}>
      <div class="panel space-y-3 p-5">
        <p>{words.ofPersonText}</p>
        <a href={certificatesOfPath(desk, person.personId)} class="btn w-full">
          {words.ofPerson}
        </a>
        {desk === 'agency' && (
          <>
            <p>{ui.t.transcripts.ofPersonText}</p>
            <a href={transcriptOfPath(person.personId)} class="btn w-full">
              {ui.t.transcripts.ofPerson}
            </a>
          </>
        )}
      </div>
    </Block>
  );
}

function Home({ ui, desk, person }: PersonProps) {
  const words = ui.t.people;
  const { place } = person;
  return (
    <Block id="place" title={place ? words.placeHeading : words.provider}>
      <div class="panel space-y-3 p-5">
        {place ? (
          <dl class="space-y-2 text-sm">
            <Fact label={words.home}>{person.home}</Fact>
            <Fact label={words.working}>{place.workingAgency ?? words.sameAsHome}</Fact>
          </dl>
        ) : (
          <p>{person.home ?? words.platform}</p>
        )}
        {place && desk === 'operator' && !person.isSelf && (
          <a href={`${personPath(desk, person.personId)}/move`} class="btn w-full">
            {words.move}
          </a>
        )}
      </div>
    </Block>
  );
}

function Fact(props: { readonly label: string; readonly children?: Child }) {
  return (
    <div class="flex flex-wrap justify-between gap-x-4">
      <dt class="quiet">{props.label}</dt>
      <dd class="font-medium">{props.children}</dd>
    </div>
  );
}
