import { AgencyFrame } from '../agency/frame.tsx';
import { citizensPath } from '../citizens/paths.ts';
import { forumWords } from '../i18n/forums.ts';
import {
  CheckboxGroup,
  Confirmation,
  FormProblem,
  type FormState,
  SelectField,
  TextField,
} from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { forumPath, forumsPath } from './paths.ts';
import { commitmentStateNames, type ForumView, groupNames, type ServiceChoice } from './ports.ts';

const trailOf = (ui: Ui, forum?: ForumView) =>
  [
    [citizensPath, forumWords[ui.locale].citizens],
    [forumsPath, forumWords[ui.locale].title],
    ...(forum ? [[forumPath(forum.forumId), forum.title] as const] : []),
  ] as const;

/** A new forum, or one there is; what comes of it is filled in once it was held. */
export function ForumFormPage(props: {
  readonly ui: Ui;
  readonly services: readonly ServiceChoice[];
  readonly forum?: ForumView;
  readonly form: FormState;
}) {
  const { ui, services, forum, form } = props;
  const words = forumWords[ui.locale];
  const title = forum ? words.change : words.add;
  const field = { ui, form };
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={title}>
      <PageHeading title={title} lead={words.formLead} trail={<Trail ui={ui} links={trailOf(ui, forum)} />} />
      <form
        method="post"
        action={forum ? `${forumPath(forum.forumId)}/change` : `${forumsPath}/new`}
        class="panel max-w-2xl p-5"
      >
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={form.values.rev ?? '0'} />
        <TextField {...field} name="title" label={words.titleLabel} required maxlength={120} />
        <CheckboxGroup
          {...field}
          name="serviceIds"
          label={words.services}
          options={services.map(({ serviceId, name }) => [serviceId, name] as const)}
        />
        <TextField {...field} name="heldOn" type="date" label={words.heldOn} required maxlength={10} />
        <TextField {...field} name="place" label={words.place} hint={words.placeHint} maxlength={200} />
        <TextField {...field} name="link" label={words.link} hint={words.addressHint} maxlength={500} />
        <TextField
          {...field}
          name="agenda"
          label={words.agenda}
          hint={words.agendaHint}
          maxlength={2_000}
          multiline
          rows={5}
        />
        <fieldset class="mb-4">
          <legend class="font-medium">{words.participants}</legend>
          <p class="quiet mb-2 text-sm">{words.participantsHint}</p>
          <div class="grid gap-x-4 sm:grid-cols-2">
            {groupNames.map((group) => (
              <TextField
                {...field}
                name={group}
                label={words.groups[group]}
                inputmode="numeric"
                maxlength={6}
              />
            ))}
          </div>
        </fieldset>
        <TextField
          {...field}
          name="minutes"
          label={words.minutes}
          hint={words.minutesHint}
          maxlength={4_000}
          multiline
          rows={8}
        />
        <TextField
          {...field}
          name="minutesUrl"
          label={words.minutesUrl}
          hint={words.addressHint}
          maxlength={500}
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </AgencyFrame>
  );
}

/** A promise to citizens, and what became of it. */
export function CommitmentFormPage(props: {
  readonly ui: Ui;
  readonly forum: ForumView;
  readonly commitmentId: string;
  readonly form: FormState;
}) {
  const { ui, forum, commitmentId, form } = props;
  const words = forumWords[ui.locale];
  const title = commitmentId === 'new' ? words.addCommitment : words.changeCommitment;
  const field = { ui, form };
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={title}>
      <PageHeading
        title={title}
        lead={words.commitmentLead}
        trail={<Trail ui={ui} links={trailOf(ui, forum)} />}
      />
      <form
        method="post"
        action={`${forumPath(forum.forumId)}/commitments/${encodeURIComponent(commitmentId)}`}
        class="panel max-w-2xl p-5"
      >
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={form.values.rev ?? '0'} />
        <TextField {...field} name="said" label={words.said} required maxlength={500} multiline />
        <TextField {...field} name="text" label={words.text} required maxlength={500} multiline />
        <TextField {...field} name="unit" label={words.unit} required maxlength={120} />
        <TextField {...field} name="topic" label={words.topic} hint={words.topicHint} maxlength={120} />
        <TextField {...field} name="due" type="date" label={words.due} required maxlength={10} />
        <SelectField
          {...field}
          name="state"
          label={words.state}
          required
          options={commitmentStateNames.map((state) => [state, words.states[state]])}
        />
        <TextField
          {...field}
          name="outcome"
          label={words.outcome}
          hint={words.outcomeHint}
          maxlength={500}
          multiline
        />
        <TextField {...field} name="proof" label={words.proof} hint={words.addressHint} maxlength={500} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </AgencyFrame>
  );
}

/** Before a forum without commitments goes. */
export function RemovePage(props: {
  readonly ui: Ui;
  readonly forum: ForumView;
  readonly failure?: string | undefined;
}) {
  const { ui, forum, failure } = props;
  const words = forumWords[ui.locale];
  const here = forumPath(forum.forumId);
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={words.removeTitle}>
      <Confirmation
        ui={ui}
        title={words.removeTitle}
        text={words.removeText(forum.title)}
        action={`${here}/remove`}
        confirm={words.remove}
        back={here}
        danger
        failure={failure}
      />
    </AgencyFrame>
  );
}
