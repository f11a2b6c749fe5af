import { noonOf } from '../course/standing.tsx';
import { myObligationWords } from '../i18n/my-obligations.ts';
import { Notice } from '../layout/notice.tsx';
import { EmptyState, PageHeading, ProgressBar, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { MyDuty, MyObligation } from './ports.ts';

/** What is required of the reader, obligation by obligation: how far they are, until when, and what was decided for them. */
export function MyObligationsPage(props: { readonly ui: Ui; readonly all: readonly MyObligation[] }) {
  const { ui, all } = props;
  const words = myObligationWords[ui.locale];
  return (
    <Shell ui={ui} title={words.title} section="home">
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/', ui.t.shell.home]]} />}
      />
      {all.length === 0 ? (
        <EmptyState icon="check" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <div class="grid items-start gap-5 lg:grid-cols-2">
          {all.map((one, n) => (
            <One ui={ui} one={one} id={`obligation-${n}`} />
          ))}
        </div>
      )}
      <p class="quiet mt-6 text-sm">{words.rule}</p>
    </Shell>
  );
}

function One({ ui, one, id }: { readonly ui: Ui; readonly one: MyObligation; readonly id: string }) {
  const words = myObligationWords[ui.locale];
  const { title, note, programme, period, done, duties, exempt } = one;
  const { date, number } = ui.format;
  const percent = duties.length === 0 ? 0 : Math.round((done / duties.length) * 100);
  const progress = words.progress(number(done), number(duties.length));
  return (
    <section aria-labelledby={id} class="panel p-5">
      <h2 id={id} class="text-lg font-semibold">
        {title}
        {period !== 'once' && <span class="quiet font-normal"> · {period}</span>}
      </h2>
      {programme && programme.title !== title && <p class="font-medium">{programme.title}</p>}
      {note && <p class="quiet text-sm whitespace-pre-line">{note}</p>}
      {exempt ? (
        <div class="mt-3">
          <Notice tone="info">
            <p class="font-semibold">
              {exempt.until === undefined ? words.exempt : words.exemptUntil(date(noonOf(exempt.until)))}
            </p>
            <p>{words.reason(exempt.reason)}</p>
          </Notice>
        </div>
      ) : (
        duties.length > 1 && (
          <div class="mt-3 flex items-center gap-3">
            <ProgressBar percent={percent} label={progress} />
            <span class="text-sm whitespace-nowrap tabular-nums">{progress}</span>
          </div>
        )
      )}
      {one.laterReason && <p class="mt-2 text-sm">{words.laterReason(one.laterReason)}</p>}
      {programme?.inOrder && !exempt && <p class="quiet mt-2 text-sm">{words.inOrder}</p>}
      <ol class="mt-3 divide-y divide-base-300">
        {duties.map((duty) => (
          <Line ui={ui} duty={duty} />
        ))}
      </ol>
    </section>
  );
}

function Line({ ui, duty }: { readonly ui: Ui; readonly duty: MyDuty }) {
  const words = myObligationWords[ui.locale];
  const { date } = ui.format;
  const isOpen = duty.state === 'required' || duty.state === 'enrolled' || duty.state === 'started';
  return (
    <li class="py-3">
      <a href={duty.href} class="text-link inline-flex min-h-8 items-center font-medium">
        <Text ui={ui} map={duty.course} />
      </a>
      <p class="text-sm">
        {words.state[duty.state]}
        {duty.finishedAt && (
          <>
            {' '}
            <When ui={ui} at={duty.finishedAt} dateOnly />
          </>
        )}
        {isOpen && ` · ${words.due(date(noonOf(duty.dueOn)))}`}{' '}
        {duty.isOverdue && <span class="tag tag-error">{words.overdue}</span>}
      </p>
      {duty.obstacle && <p class="quiet text-sm">{words.obstacle[duty.obstacle]}</p>}
      {duty.released && <p class="quiet text-sm">{words.released[duty.released]}</p>}
      {isOpen && duty.extendedFrom && (
        <p class="quiet text-sm">{words.extended(date(noonOf(duty.extendedFrom)))}</p>
      )}
    </li>
  );
}
