import type { Activity, Context, Result, Statement } from '@sinau/xapi';
import { formatIsoDuration } from '../durations.ts';
import { onlyKnown } from '../runtime/cmi-reader.ts';
import type { CommentData, InteractionData, ObjectiveData, Score } from '../runtime/runtime-data.ts';
import { interactionDefinition, interactionResult, localizedText } from './interaction.ts';
import { xapiScore } from './score.ts';
import { attemptIri, type ScormContext, type SessionView } from './session-view.ts';
import { statementId } from './statement-id.ts';
import { type ScormVerbName, scormActivityTypes, scormProfile, verbIri } from './vocabulary.ts';

/** A statement about SCORM content always has an id and a timestamp. */
export type ScormStatement = Statement & { readonly id: string; readonly timestamp: string };

/**
 * What a commit says that was not said before, in the order of its happening (SCORM profile). Nothing in browse and
 * review. Session events are told once a session, everything else once per change.
 */
export function mapStatements(
  before: SessionView,
  after: SessionView,
  context: ScormContext,
): readonly ScormStatement[] {
  if (context.mode !== 'normal') return [];
  return [
    ...opened(before, after, context),
    ...responses(before, after, context),
    ...comments(before, after, context),
    ...objectives(before, after, context),
    ...progress(before, after, context),
    ...verdicts(before, after, context),
    ...closed(before, after, context),
  ];
}

/** The whole course is done; `occasion` tells completions of one registration apart, such as the attempt's number. */
export function courseCompletedStatement(
  context: ScormContext,
  rollup: { readonly occasion: string; readonly success?: boolean; readonly score?: Score },
): ScormStatement {
  const score = rollup.score && xapiScore(context.version, rollup.score);
  const statement = compose(context, {
    verb: 'completed',
    n: `course:${rollup.occasion}`,
    object: {
      objectType: 'Activity',
      id: context.course.activityId,
      definition: { type: scormActivityTypes.course, name: context.course.name },
    },
    result: { completion: true, ...onlyKnown({ success: rollup.success, score }) },
  });
  return statement;
}

interface Event {
  readonly verb: ScormVerbName;
  /** What the event is about, unique among the events of one verb. */
  readonly n: string;
  readonly result?: Result;
  readonly object?: Activity;
  readonly timestamp?: string;
}

function opened(before: SessionView, after: SessionView, context: ScormContext) {
  if (before.initialized || !after.initialized) return [];
  const verb = context.entry === 'resume' ? 'resumed' : 'initialized';
  return [compose(context, { verb, n: 'session' })];
}

function closed(before: SessionView, after: SessionView, context: ScormContext) {
  if (before.terminated || !after.terminated) return [];
  const { data, status } = after;
  const result = onlyKnown({
    score: xapiScore(context.version, data.score),
    success: status.success === 'unknown' ? undefined : status.success === 'passed',
    completion: completionOf(status.completion),
    duration: data.sessionSeconds === undefined ? undefined : formatIsoDuration(data.sessionSeconds),
  });
  return [
    ...(data.exit === 'suspend' ? [compose(context, { verb: 'suspended', n: 'session', result })] : []),
    compose(context, { verb: 'terminated', n: 'session', result }),
  ];
}

function responses(before: SessionView, after: SessionView, context: ScormContext) {
  return after.data.interactions.flatMap((interaction, index) => {
    // Content sets an interaction piece by piece; without an answer there is nothing to tell yet.
    if (interaction.response === undefined && interaction.result === undefined) return [];
    if (same(before.data.interactions[index], interaction)) return [];
    return [responded(interaction, index, context)];
  });
}

function responded(interaction: InteractionData, index: number, context: ScormContext): ScormStatement {
  const happened = timeOf(interaction.timestamp, context);
  return compose(context, {
    verb: 'responded',
    n: changeOf(context, `interactions.${index}`),
    object: {
      objectType: 'Activity',
      id: partIri(context, 'interactions', interaction.id),
      definition: interactionDefinition(context.version, interaction, context.language),
    },
    result: interactionResult(context.version, interaction),
    ...(happened !== undefined && { timestamp: happened }),
  });
}

function comments(before: SessionView, after: SessionView, context: ScormContext) {
  return after.data.commentsFromLearner.flatMap((comment, index) => {
    const said = newWords(before.data.commentsFromLearner[index], comment, context);
    if (said === '') return [];
    const [response = said] = Object.values(localizedText(said, context.language));
    const happened = timeOf(comment.timestamp, context);
    const n = changeOf(context, `comments.${index}`);
    return [
      compose(context, {
        verb: 'commented',
        n,
        result: { response },
        ...(happened !== undefined && { timestamp: happened }),
      }),
    ];
  });
}

/** In 1.2 all comments are one text that grows. */
function newWords(known: CommentData | undefined, comment: CommentData, { version }: ScormContext): string {
  if (known?.comment === comment.comment) return '';
  const grown = version === '1.2' && known !== undefined && comment.comment.startsWith(known.comment);
  return grown ? comment.comment.slice(known.comment.length) : comment.comment;
}

function objectives(before: SessionView, after: SessionView, context: ScormContext) {
  const known = new Map(before.data.objectives.map((objective) => [objective.id, objective]));
  return after.data.objectives.flatMap((objective, index) => {
    const definition = {
      type: scormActivityTypes.objective,
      ...(objective.description !== undefined && {
        description: localizedText(objective.description, context.language),
      }),
    };
    const object: Activity = {
      objectType: 'Activity',
      id: partIri(context, 'objectives', objective.id),
      definition,
    };
    return objectiveEvents(known.get(objective.id), objective, context).map((event) =>
      compose(context, { ...event, n: changeOf(context, `objectives.${index}`), object }),
    );
  });
}

function objectiveEvents(
  known: ObjectiveData | undefined,
  objective: ObjectiveData,
  { version }: ScormContext,
): readonly Omit<Event, 'n'>[] {
  const score = xapiScore(version, objective.score);
  const scored = score !== undefined && !same(known?.score, objective.score);
  const { completion, success } = objective;
  const completed = completion === 'completed' && known?.completion !== 'completed';
  const judged = success !== 'unknown' && known?.success !== success;
  return [
    ...(scored ? [{ verb: 'scored', result: { score } } as const] : []),
    ...(completed ? [{ verb: 'completed', result: { completion: true } } as const] : []),
    ...(judged
      ? [{ verb: success, result: { success: success === 'passed', ...onlyKnown({ score }) } }]
      : []),
  ];
}

function progress(before: SessionView, after: SessionView, context: ScormContext) {
  const events: ScormStatement[] = [];
  const score = xapiScore(context.version, after.data.score);
  if (score && !same(before.data.score, after.data.score)) {
    events.push(compose(context, { verb: 'scored', n: changeOf(context, 'score'), result: { score } }));
  }
  const { progressMeasure } = after.data;
  if (progressMeasure !== undefined && progressMeasure !== before.data.progressMeasure) {
    const result = { score: { scaled: progressMeasure } };
    events.push(compose(context, { verb: 'progressed', n: changeOf(context, 'progress'), result }));
  }
  return events;
}

function verdicts(before: SessionView, after: SessionView, context: ScormContext) {
  const events: ScormStatement[] = [];
  const score = xapiScore(context.version, after.data.score);
  const { completion, success } = after.status;
  if (completion === 'completed' && before.status.completion !== 'completed') {
    const result = { completion: true, ...onlyKnown({ score }) };
    events.push(compose(context, { verb: 'completed', n: changeOf(context, 'sco'), result }));
  }
  if (success !== 'unknown' && success !== before.status.success) {
    const result = { success: success === 'passed', ...onlyKnown({ score }) };
    events.push(compose(context, { verb: success, n: changeOf(context, 'sco'), result }));
  }
  return events;
}

function compose(context: ScormContext, event: Event): ScormStatement {
  const { registration, sco, course, attemptId, sessionId } = context;
  const about: Activity = {
    objectType: 'Activity',
    id: sco.activityId,
    definition: { type: scormActivityTypes.lesson, name: sco.name },
  };
  const object = event.object ?? about;
  const ofCourse = object.id === course.activityId;
  const parts = [registration, sco.activityId, attemptId, sessionId, event.verb, event.n];
  // What a completed course is does not hang on the session that happened to bring it about.
  const named = ofCourse ? [registration, course.activityId, '', '', event.verb, event.n] : parts;
  return {
    id: statementId(context.digest, named),
    timestamp: event.timestamp ?? context.timestamp,
    actor: {
      objectType: 'Agent',
      account: { homePage: context.actor.homePage, name: context.actor.name },
    },
    verb: { id: verbIri(event.verb), display: { en: event.verb } },
    object,
    ...(event.result && Object.keys(event.result).length > 0 && { result: event.result }),
    context: contextOf(context, { parent: event.object && !ofCourse ? about : undefined, ofCourse }),
  };
}

function contextOf(
  { registration, sco, course, attemptId }: ScormContext,
  { parent, ofCourse }: { readonly parent: Activity | undefined; readonly ofCourse: boolean },
): Context {
  const attempt: Activity = {
    objectType: 'Activity',
    id: attemptIri(sco.activityId, attemptId),
    definition: { type: scormActivityTypes.attempt },
  };
  const whole: Activity = {
    objectType: 'Activity',
    id: course.activityId,
    definition: { type: scormActivityTypes.course, name: course.name },
  };
  return {
    registration,
    contextActivities: {
      ...(parent && { parent: [parent] }),
      ...(!ofCourse && { grouping: [whole, attempt] }),
      category: [
        { objectType: 'Activity', id: scormProfile, definition: { type: scormActivityTypes.profile } },
      ],
    },
  };
}

function changeOf({ sequence }: ScormContext, path: string): string {
  return `${sequence}:${path}`;
}

function partIri({ sco }: ScormContext, kind: 'interactions' | 'objectives', id: string): string {
  return `${sco.activityId}/${kind}/${encodeURIComponent(id)}`;
}

function completionOf(completion: SessionView['status']['completion']): boolean | undefined {
  return completion === 'unknown' ? undefined : completion === 'completed';
}

// With an offset, of which 2004 lets the minutes be left out; a time alone could be anywhere on earth.
const instant = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2})(?::?(\d{2}))?$/;
const oldestMs = 24 * 3600 * 1000;

/** The content's own time of an event, unless its clock is a day behind the commit or ahead of it. */
function timeOf(written: string | undefined, { timestamp, version }: ScormContext): string | undefined {
  if (written === undefined || version === '1.2') return undefined;
  const [, local, zone, minutes = '00'] = instant.exec(written) ?? [];
  if (local === undefined || zone === undefined) return undefined;
  const at = Date.parse(zone === 'Z' ? `${local}Z` : `${local}${zone}:${minutes}`);
  const committed = Date.parse(timestamp);
  return at <= committed && at >= committed - oldestMs ? new Date(at).toISOString() : undefined;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
