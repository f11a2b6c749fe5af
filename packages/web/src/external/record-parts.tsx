import type { Child } from 'hono/jsx';
import { daysOfLine, dayText, Ground } from '../credit/parts.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, Figure } from '../layout/parts.tsx';
import { plainText, When } from '../layout/text.tsx';
import { SiasnNote } from '../siasn/standing-note.tsx';
import type { Ui } from '../ui.ts';
import { daysText } from './parts.tsx';
import { evidenceHref } from './paths.ts';
import type { ExternalView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: ExternalView;
}

/** What was written down, as the learner and reviewers see it alike. */
export function Facts({ ui, view }: Props) {
  const { fields, places, title } = ui.t.external;
  const { details } = view;
  const { certificate, letter } = details;
  return (
    <Block id="facts" title={title}>
      <dl class="panel divide-y divide-base-300 px-5 py-1">
        <Fact label={fields.form}>{view.form[ui.locale]}</Fact>
        <Fact label={fields.organiser}>{view.organiser}</Fact>
        <Fact label={fields.place}>{details.abroad ? places.abroad : places.national}</Fact>
        <Fact label={fields.days}>{daysText(ui, view)}</Fact>
        {details.count !== undefined && <Fact label={fields.count}>{ui.format.number(details.count)}</Fact>}
        {details.stated !== undefined && <Fact label={fields.stated}>{ui.format.jp(details.stated)}</Fact>}
        {certificate && (
          <Fact label={fields.certificateNumber}>
            {certificate.number} · {certificate.issuer}
            {certificate.date !== undefined && ` · ${dayText(ui, certificate.date)}`}
          </Fact>
        )}
        {letter && (
          <Fact label={fields.letterNumber}>
            {letter.number} · {dayText(ui, letter.date)}
          </Fact>
        )}
        {details.notes !== undefined && <Fact label={fields.notes}>{details.notes}</Fact>}
      </dl>
    </Block>
  );
}

function Fact(props: { readonly label: string; readonly children?: Child }) {
  return (
    <div class="py-2">
      <dt class="quiet text-sm">{props.label}</dt>
      <dd class="font-medium break-words whitespace-pre-line">{props.children}</dd>
    </div>
  );
}

/** Courses here that are, or may be, the same learning. */
export function Alike({ ui, view }: Props) {
  const words = ui.t.external;
  if (view.alike.length === 0) return null;
  const isSure = view.alike.some(({ by }) => by === 'certificate');
  return (
    <div class="mb-5">
      <Notice tone="warning">
        <p class="font-medium">{isSure ? words.alikeSure : words.alikeMaybe}</p>
        <ul class="list-disc ps-5">
          {view.alike.map((line) => (
            <li>
              {plainText(ui, line.title)} · {daysOfLine(ui, line)} · {words.alikeBy[line.by]}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** What would count, with its ground and why not more. */
export function Worth({ ui, view }: Props) {
  const words = ui.t.external;
  const { worth, siasn } = view;
  if (!worth) return null;
  const counts = view.state === 'recognised';
  return (
    <Block id="worth" title={counts ? words.worthIs : words.worthWould}>
      <dl class="grid grid-cols-2 gap-3">
        <Figure label={ui.t.credit.computed} value={ui.format.jp(worth.computed)} />
        <Figure label={ui.t.credit.recognised} value={ui.format.jp(worth.recognised)} />
      </dl>
      {siasn && <SiasnNote ui={ui} standing={siasn} />}
      {worth.reasons.map((reason) => (
        <p class="mt-2">{ui.t.credit.reasons[reason]}</p>
      ))}
      <p class="quiet mt-2 text-sm">
        {ui.t.credit.ground}:{' '}
        {worth.ground ? <Ground ui={ui} ground={worth.ground} /> : ui.t.credit.groundNone}
      </p>
    </Block>
  );
}

/** What is usually asked for, and what of it is there: nothing is refused by it. */
export function Asked({ ui, view }: Props) {
  const words = ui.t.external;
  const { asked } = view;
  if (!asked) return <p class="quiet mb-3 text-sm">{words.askedNone}</p>;
  return (
    <div class="mb-3 text-sm">
      <p class="font-medium">{words.asked}</p>
      <ul class="list-disc ps-5">
        {asked.proofs.map(({ proof, isThere }) => (
          <li>
            {words.proofs[proof]}{' '}
            <span class={isThere ? 'tag tag-success' : 'tag'}>{words.proofState(isThere)}</span>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {ui.t.credit.ground}: <Ground ui={ui} ground={asked.ground} />
      </p>
    </div>
  );
}

/** `remove`: the learner may still take files away. */
export function Files({ ui, view, remove }: Props & { readonly remove?: (evidenceId: string) => string }) {
  const words = ui.t.external;
  if (view.evidence.length === 0) return <p class="quiet">{words.noFiles}</p>;
  return (
    <ul class="grid gap-2">
      {view.evidence.map(({ evidenceId, kind, name, sizeBytes, pages }) => (
        <li class="panel flex flex-wrap items-center justify-between gap-2 px-4 py-2">
          <span class="min-w-0">
            <a
              class="text-link inline-flex min-h-8 items-center break-all"
              href={evidenceHref(view, evidenceId)}
              download
            >
              {name}
            </a>
            <span class="quiet block text-sm">
              {words.kinds[kind]} ·{' '}
              {words.fileSize(ui.format.number(Math.ceil(sizeBytes / 1024)), ui.format.number(pages))}
            </span>
          </span>
          {remove && (
            <form method="post" action={remove(evidenceId)}>
              <button type="submit" class="btn btn-sm" aria-label={words.removeOf(name)}>
                {words.remove}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Every step so far, the latest last. */
export function History({ ui, view }: Props) {
  const words = ui.t.external;
  return (
    <Block id="history" title={words.history}>
      <ol class="panel divide-y divide-base-300 px-5 py-1">
        {view.lines.map((line) => (
          <li class="py-2">
            <span class="font-medium">{words.states[line.state]}</span>
            <span class="quiet block text-sm">
              <When ui={ui} at={line.at} /> · {words.offices[line.as]}
              {line.by !== undefined && `, ${line.by}`}
            </span>
            {line.reason !== undefined && (
              <span class="block whitespace-pre-line">{words.because(line.reason)}</span>
            )}
          </li>
        ))}
      </ol>
    </Block>
  );
}
