import type { UpdateInput } from '@sinau/platform/dynamo';
import type { Gathered } from '../gather-signals.ts';
import type { TracePlace } from '../traces.ts';
import { traceKey } from './keys.ts';

type Place = TracePlace & { readonly mark: string; readonly shard: number };
type Write = Omit<UpdateInput, 'table'>;

/** What a session's signals say, each set where it belongs; the same whatever came first. */
export function sessionWrites(place: Place, session: Gathered['sessions'][number]): readonly Write[] {
  const { sessionId, watched, pages, part, launchedAt, ended } = session;
  const key = traceKey(place, 'S', sessionId);
  const plain = { kind: 'insight-session', registration: place.registration, sessionId };
  const facts = { ...(part !== undefined && { part, launchedAt }), ...(ended && { ended }) };
  const writes: Write[] = [];
  if (Object.keys(facts).length > 0 || pages.length > 0) {
    const write = setting({ ...plain, ...facts });
    const add = pages.length > 0 ? { update: `${write.update} ADD #pages :pages` } : {};
    writes.push({
      ...{ key, ...write, ...add },
      ...(pages.length > 0 && {
        names: { ...write.names, '#pages': 'pages' },
        values: { ...write.values, ':pages': new Set(pages) },
      }),
    });
  }
  if (watched) {
    const { position, ...rest } = watched;
    writes.push({
      key,
      ...setting({ ...plain, watched: rest, watchedAt: position }),
      // Later: closes the race of two processes, and a repeated statement against what was played since.
      condition: 'attribute_not_exists(#watchedAt) OR #watchedAt < :watchedAt',
    });
  }
  return writes;
}

/** The first answer of a learner to a question. */
export function answerWrite(place: Place, answer: Gathered['answers'][number]): Write {
  const { question, position, ...rest } = answer;
  const { registration } = place;
  return {
    key: traceKey(place, 'A', question),
    ...setting({ kind: 'insight-answer', registration, question, answeredAt: position, ...rest }),
    // Earlier: a later answer changes nothing, also when it is told first.
    condition: 'attribute_not_exists(#answeredAt) OR #answeredAt > :answeredAt',
  };
}

function setting(attributes: Readonly<Record<string, unknown>>) {
  const names = Object.keys(attributes);
  return {
    update: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    values: Object.fromEntries(names.map((name) => [`:${name}`, attributes[name]])),
  };
}
