import { AgencyFrame } from '../agency/frame.tsx';
import { citizensWords } from '../i18n/citizens.ts';
import { Confirmation, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { citizensPath, deskPath } from './paths.ts';
import { type CodeView, promiseStateNames, type ServiceView } from './ports.ts';

/** Words of a new service, or of one there is. */
export function ServiceFormPage(props: {
  readonly ui: Ui;
  readonly service?: ServiceView;
  readonly form: FormState;
}) {
  const { ui, service, form } = props;
  const words = citizensWords[ui.locale];
  const title = service ? words.change : words.addService;
  const back = service ? ([[deskPath(service.serviceId), service.name]] as const) : [];
  const field = { ui, form };
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={title}>
      <PageHeading title={title} trail={<Trail ui={ui} links={[[citizensPath, words.title], ...back]} />} />
      <form
        method="post"
        action={service ? `${deskPath(service.serviceId)}/change` : `${citizensPath}/new`}
        class="panel max-w-2xl p-5"
      >
        <FormProblem ui={ui} form={form} />
        {service && <input type="hidden" name="rev" value={form.values.rev ?? String(service.rev)} />}
        <TextField {...field} name="name" label={words.name} hint={words.nameHint} required maxlength={120} />
        <TextField {...field} name="unit" label={words.unit} maxlength={120} />
        <TextField {...field} name="about" label={words.about} maxlength={1000} multiline />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </AgencyFrame>
  );
}

/** What was said and what is done about it. */
export function PromiseFormPage(props: {
  readonly ui: Ui;
  readonly service: ServiceView;
  readonly promiseId: string;
  readonly form: FormState;
}) {
  const { ui, service, promiseId, form } = props;
  const words = citizensWords[ui.locale];
  const title = promiseId === 'new' ? words.addPromise : words.changePromise;
  const field = { ui, form };
  const here = deskPath(service.serviceId);
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={title}>
      <PageHeading
        title={title}
        lead={words.promiseLead}
        trail={
          <Trail
            ui={ui}
            links={[
              [citizensPath, words.title],
              [here, service.name],
            ]}
          />
        }
      />
      <form method="post" action={`${here}/promises/${promiseId}`} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={form.values.rev ?? '0'} />
        <TextField {...field} name="said" label={words.saidLabel} required maxlength={500} multiline />
        <TextField {...field} name="action" label={words.actionLabel} required maxlength={500} multiline />
        <TextField {...field} name="due" type="date" label={words.dueLabel} maxlength={10} />
        <SelectField
          {...field}
          name="state"
          label={words.stateLabel}
          required
          options={promiseStateNames.map((state) => [state, words.promiseStates[state]])}
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </AgencyFrame>
  );
}

/** Before a running survey ends for good. */
export function EndPage(props: {
  readonly ui: Ui;
  readonly service: ServiceView;
  readonly surveyId: string;
  readonly failure?: string | undefined;
}) {
  const { ui, service, surveyId, failure } = props;
  const words = citizensWords[ui.locale];
  const here = deskPath(service.serviceId);
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={words.endTitle}>
      <Confirmation
        ui={ui}
        title={words.endTitle}
        text={words.endText}
        action={`${here}/surveys/${encodeURIComponent(surveyId)}/end`}
        confirm={words.end}
        back={here}
        danger
        failure={failure}
      />
    </AgencyFrame>
  );
}

/** To be printed and put on the counter. */
export function PosterPage(props: {
  readonly ui: Ui;
  readonly service: ServiceView;
  readonly url: string;
  readonly code: CodeView;
}) {
  const { ui, service, url, code } = props;
  const words = citizensWords[ui.locale];
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={words.poster}>
      <div class="no-print mb-5">
        <Trail
          ui={ui}
          links={[
            [citizensPath, words.title],
            [deskPath(service.serviceId), service.name],
          ]}
        />
        <p class="quiet">{words.print}</p>
      </div>
      <div class="panel mx-auto max-w-xl p-8 text-center">
        <p class="quiet">{service.agency}</p>
        <h1 class="mt-1 text-2xl font-bold">{service.name}</h1>
        <p class="mt-4 text-3xl font-bold">{words.posterTitle}</p>
        <p class="mt-2">{words.posterText}</p>
        <svg
          viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
          class="mx-auto mt-5 w-64"
          shape-rendering="crispEdges"
          role="img"
          aria-label={words.posterCode(url)}
        >
          <rect x="-4" y="-4" width={code.size + 8} height={code.size + 8} fill="#fff" />
          <path d={code.path} fill="#000" />
        </svg>
        <p class="mt-3 break-all text-sm">{url}</p>
      </div>
    </AgencyFrame>
  );
}
