import type { ExternalEnrolment } from '@sinau/rostering';
import type { OurLearner } from '../results/ports.ts';

/** Who is in one course over there, as far as the provider says. */
export interface Roster {
  /** Whoever is not in it is not in the course; else it says nothing of those whom it does not name. */
  readonly isWhole: boolean;
  /** ISO 8601 UTC: it knows nothing of enrolments here that are younger. */
  readonly knownBefore: string;
  /** How this learner is enrolled there. Enrolled twice there, by two ways: one that runs counts. */
  enrolmentOf(learner: Called): ExternalEnrolment | undefined;
  /** Running ones that were never asked for, each person once. */
  strangers(): readonly ExternalEnrolment[];
}

type Called = Pick<OurLearner, 'externalLearnerId' | 'subject'>;

export function createRoster(given: {
  readonly enrolments: readonly ExternalEnrolment[];
  readonly isWhole: boolean;
  readonly knownBefore: string;
  /** How the provider's own tool calls the account that it makes of a learner. */
  readonly launchedAccountOf?: ((subject: string) => string) | undefined;
  /** How the provider calls the account that is named after our pseudonym. */
  readonly namedAccountOf?: ((subject: string) => string) | undefined;
}): Roster {
  const { enrolments, isWhole, knownBefore, launchedAccountOf, namedAccountOf } = given;
  const byName = Map.groupBy(
    enrolments.flatMap((one) =>
      [...namesOf(one), ...launchedName(one.launchedAccount)].map((name) => ({ name, one })),
    ),
    ({ name }) => name,
  );
  const met = new Set<ExternalEnrolment>();
  return {
    ...{ isWhole, knownBefore },
    enrolmentOf(learner) {
      const { subject } = learner;
      // Whoever was enrolled before their first launch has two accounts there: the one that the tool made says by its name whose it is.
      const launched = subject === undefined ? undefined : launchedAccountOf?.(subject);
      const named = subject === undefined ? undefined : namedAccountOf?.(subject);
      const all = [...namesOf(learner), ...launchedName(launched), ...learnerName(named)].flatMap(
        (name) => byName.get(name) ?? [],
      );
      for (const { one } of all) met.add(one);
      return (all.find(({ one }) => one.state === 'active') ?? all[0])?.one;
    },
    strangers() {
      const unmet = enrolments.filter((one) => one.state === 'active' && !met.has(one));
      return [...new Map(unmet.map((one) => [one.externalLearnerId, one])).values()];
    },
  };
}

const launchedName = (account: string | undefined): readonly string[] =>
  account === undefined ? [] : [`launched ${account}`];

const learnerName = (account: string | undefined): readonly string[] =>
  account === undefined ? [] : [`learner ${account}`];

const namesOf = ({ externalLearnerId, subject }: Called): readonly string[] => [
  ...learnerName(externalLearnerId),
  ...(subject === undefined ? [] : [`subject ${subject}`]),
];
