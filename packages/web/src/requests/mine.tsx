import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { AnswerText, KindOf, RequestState } from './parts.tsx';
import { myRequestsPath } from './paths.ts';
import { askedKinds, correctionFields, type DataRequestView } from './ports.ts';

/** What the reader has asked about their data, and the form that asks. */
export function MyRequests(props: {
  readonly ui: Ui;
  readonly requests: readonly DataRequestView[];
  readonly form: FormState;
}) {
  const { ui, requests, form } = props;
  const words = ui.t.requests;
  return (
    <>
      <Block id="requests" title={words.mineHeading}>
        {requests.length === 0 ? (
          <EmptyState icon="inbox" title={words.mineEmptyTitle} text={words.mineEmptyText} />
        ) : (
          <ul class="grid gap-3">
            {requests.map((request) => (
              <OwnRequest ui={ui} request={request} />
            ))}
          </ul>
        )}
      </Block>
      <Block id="ask" title={words.askTitle}>
        <form method="post" action={myRequestsPath} class="panel max-w-2xl p-5">
          <FormProblem ui={ui} form={form} />
          <p class="mb-4">{words.askLead}</p>
          <SelectField
            {...{ ui, form, name: 'kind', label: words.kind, required: true }}
            options={askedKinds.map((kind) => [kind, words.kindsLong[kind]])}
          />
          <SelectField
            {...{ ui, form, name: 'field', label: words.field, hint: words.fieldHint }}
            options={[
              ['', words.noField],
              ...correctionFields.map((field) => [field, words.fields[field]] as const),
            ]}
          />
          <TextField
            {...{ ui, form, name: 'text', label: words.text, hint: words.textHint, required: true }}
            multiline
            maxlength={1000}
          />
          <p class="quiet mb-4 text-sm">{words.keptByLaw}</p>
          <button type="submit" class="btn btn-primary">
            {words.ask}
          </button>
        </form>
      </Block>
    </>
  );
}

function OwnRequest({ ui, request }: { readonly ui: Ui; readonly request: DataRequestView }) {
  const words = ui.t.requests;
  return (
    <li class="panel p-4">
      <div class="flex flex-wrap items-baseline justify-between gap-2">
        <h3 class="font-semibold">
          <KindOf ui={ui} request={request} />
        </h3>
        <RequestState ui={ui} request={request} />
      </div>
      <p class="quiet mt-1 text-sm">
        {words.openedOn} <When ui={ui} at={request.openedAt} />
        {request.state === 'open' && (
          <>
            {' · '}
            {words.dueOn} <When ui={ui} at={request.dueAt} />
          </>
        )}
      </p>
      {request.text && <p class="mt-2 whitespace-pre-line break-words">{request.text}</p>}
      <AnswerText ui={ui} request={request} />
      {request.state === 'open' && (
        <form
          method="post"
          action={`${myRequestsPath}/${encodeURIComponent(request.requestId)}/withdraw`}
          class="mt-3"
        >
          <button type="submit" class="btn btn-sm">
            {words.withdraw}
          </button>
        </form>
      )}
    </li>
  );
}
