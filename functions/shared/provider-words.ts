import { type InboxResult, type ResultStore, versionOf } from '@sinau/connectors/results';
import type { CourseContentPort, RegistrationStore } from '@sinau/delivery';
import type { Enrolment, ProviderWords } from '@sinau/enrolment';
import { type Corrections, correctionsOf, outcomeOf, type ResultVersion } from '@sinau/rostering';

interface Deps {
  readonly results: Pick<ResultStore, 'versionsOfRegistration'>;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly content: CourseContentPort;
}

/**
 * Verdicts stay once they were reached; whether the provider stands by them is another question. It does not where it has taken its own word
 * back in a part that has to be done, or has said of it since that it is not completed, and nothing else there meets the rule. A lower mark alone takes
 * nothing away.
 */
export function createProviderWords(deps: Deps): ProviderWords {
  return {
    async wordOn(enrolment) {
      const { registration, state } = enrolment;
      const byPart = await versionsByPart(deps, registration);
      if (byPart.size === 0) return {};
      const corrections = [...byPart.values()].map((versions) => correctionsOf(versions));
      const [score, completion] = [newest(corrections, 'score'), newest(corrections, 'completion')];
      const takenBack = state === 'completed' ? await takenBackAt(deps, enrolment, byPart) : undefined;
      return {
        ...(takenBack !== undefined && { takenBack: { at: takenBack } }),
        ...(score && { score }),
        ...(completion && { completion }),
      };
    },
  };
}

async function versionsByPart(
  { results }: Deps,
  registration: string,
): Promise<ReadonlyMap<string, readonly ResultVersion[]>> {
  const byPart = new Map<string, readonly ResultVersion[]>();
  const moduleOf = ({ decision }: InboxResult) =>
    decision.state === 'placed' ? decision.place.moduleId : undefined;
  for (const result of await results.versionsOfRegistration(registration)) {
    const moduleId = moduleOf(result);
    if (moduleId !== undefined) byPart.set(moduleId, [...(byPart.get(moduleId) ?? []), versionOf(result)]);
  }
  return byPart;
}

/** By the last part of which it was taken back; undefined where the provider stands by all. */
async function takenBackAt(
  { content, registrations }: Deps,
  { registration, courseId, version }: Enrolment,
  byPart: ReadonlyMap<string, readonly ResultVersion[]>,
): Promise<string | undefined> {
  const [found, known] = await Promise.all([
    content.find(courseId, version),
    registrations.read(registration),
  ]);
  const times = (found?.parts ?? []).flatMap(({ moduleId, completion: rule }, index) => {
    const versions = byPart.get(moduleId);
    const isNeeded = found?.structure.aus[index]?.moveOn !== 'NotApplicable' && !known?.aus[index]?.waived;
    if (!rule || !versions || !isNeeded) return [];
    const { meets, met, flags, completion } = outcomeOf(versions, rule);
    const isSaid = completion?.what.completed === false && met !== undefined && completion.at > met.at;
    if (meets || !completion || !(flags.includes('taken-back') || isSaid)) return [];
    return [correctionsOf(versions).completion?.at ?? completion.at];
  });
  return times.toSorted().at(-1);
}

function newest<Kind extends keyof Corrections>(
  all: readonly Corrections[],
  kind: Kind,
): Corrections[Kind] | undefined {
  return all
    .flatMap((one) => one[kind] ?? [])
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
}
