import type { Digest } from '@sinau/kernel';
import { type Gathered, gatherSignals } from '../gather-signals.ts';
import { joinTraces } from '../join-traces.ts';
import type { InsightStore, Sample } from '../ports.ts';
import { insightShards, markOf, shareBelow } from '../shards.ts';
import { stampOf } from '../stamp.ts';
import type { EnrolmentTrace, ProgressTrace, Question, TracePlace } from '../traces.ts';

type Session = Gathered['sessions'][number] & TracePlace;
type Answer = Gathered['answers'][number] & TracePlace;

/** Insight in memory, with the rules of every adapter. */
export function memoryInsightStore(digest: Pick<Digest, 'sha256' | 'sha1'>): InsightStore {
  const enrolments = new Map<string, EnrolmentTrace>();
  const progress = new Map<string, ProgressTrace>();
  const sessions = new Map<string, Session>();
  const answers = new Map<string, Answer>();
  const questions = new Map<string, Question & { readonly courseId: string }>();

  /** As on DynamoDB: each shard gives its part of `most`, and all are cut where the first of them broke off. */
  function sample<Row extends TracePlace>(all: readonly Row[], courseId: string, most: number): Sample<Row> {
    const each = Math.ceil(most / insightShards);
    const marked = all
      .filter((one) => one.courseId === courseId)
      .map((row) => ({ row, ...markOf(digest, row.registration) }))
      .sort((a, b) => (a.mark < b.mark ? -1 : 1));
    const cuts = Array.from({ length: insightShards }, (_, shard) => {
      const there = marked.filter((one) => one.shard === shard);
      return there.length > each ? [there[each - 1]?.mark ?? ''] : [];
    }).flat();
    const [cut] = cuts.sort();
    if (cut === undefined) return { rows: marked.map(({ row }) => row), share: 1 };
    return { rows: marked.filter(({ mark }) => mark < cut).map(({ row }) => row), share: shareBelow(cut) };
  }

  const placed = (
    map: ReadonlyMap<string, Session | Answer>,
    { courseId, registration }: TracePlace,
    until: string,
  ) =>
    [...map].filter(
      ([, one]) =>
        one.courseId === courseId &&
        one.registration === registration &&
        (('at' in one ? one.at : one.launchedAt) ?? '') <= until,
    );

  return {
    async noteEnrolment(trace) {
      const before = enrolments.get(trace.registration);
      if (!before || stampOf(before) <= stampOf(trace)) enrolments.set(trace.registration, trace);
    },
    async noteProgress(trace) {
      const before = progress.get(trace.registration);
      if (!before || before.rev < trace.rev) progress.set(trace.registration, trace);
    },
    async noteSignals(place, signals) {
      const { courseId, registration } = place;
      const gathered = gatherSignals(signals);
      for (const session of gathered.sessions) {
        const key = `${registration} ${session.sessionId}`;
        sessions.set(key, merged(sessions.get(key), { ...session, courseId, registration }));
      }
      for (const answer of gathered.answers) {
        const key = `${registration} ${answer.question}`;
        const before = answers.get(key);
        if (before && before.position <= answer.position) continue;
        answers.set(key, { ...answer, courseId, registration });
      }
      for (const one of gathered.questions) questions.set(one.question, { ...one, courseId });
    },
    async sampleLearners({ courseId, most }) {
      const all = new Map<string, TracePlace>([...enrolments, ...progress]);
      const { rows, share } = sample([...all.values()], courseId, most);
      const joined = rows.flatMap(
        ({ registration }) => joinTraces(enrolments.get(registration), progress.get(registration)) ?? [],
      );
      return { rows: joined, share };
    },
    async sampleSessions({ courseId, most }) {
      const { rows, share } = sample([...sessions.values()], courseId, most);
      return {
        share,
        rows: rows.map(({ courseId: _, watched, ...session }) => {
          if (!watched) return session;
          const { position: _position, ...rest } = watched;
          return { ...session, watched: rest };
        }),
      };
    },
    async sampleAnswers({ courseId, most }) {
      const { rows, share } = sample([...answers.values()], courseId, most);
      return { share, rows: rows.map(({ courseId: _, position: _position, at: _at, ...answer }) => answer) };
    },
    async listQuestions(courseId, limit) {
      const own = [...questions.values()].filter((one) => one.courseId === courseId);
      return own.slice(0, limit).map(({ courseId: _, ...question }) => question);
    },
    countOf: async (place, until) =>
      placed(sessions, place, until).length + placed(answers, place, until).length,
    async forget(place, until) {
      const gone = [
        ...placed(sessions, place, until).map(([key]) => sessions.delete(key)),
        ...placed(answers, place, until).map(([key]) => answers.delete(key)),
      ];
      return gone.length;
    },
  };
}

function merged(before: Session | undefined, now: Session): Session {
  if (!before) return now;
  const { watched } = now;
  const isLater = watched && (!before.watched || before.watched.position < watched.position);
  const { watched: _, ...rest } = now;
  return {
    ...before,
    ...rest,
    pages: [...new Set([...before.pages, ...now.pages])].sort((a, b) => a - b),
    ...(isLater && { watched }),
  };
}
