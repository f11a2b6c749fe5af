import { commitmentSignalId, readAnswers } from '@sinau/annual-plan';
import type { CommitmentId, LearningPlans } from '@sinau/feedback/forums';
import type { AnnualPlanDesk } from './annual-plan-parts.ts';

/** Annual plans, as consultations ask what came of what was promised. They are opened where something has to be learned. */
export const learningPlansOf = (
  open: () => Promise<Pick<AnnualPlanDesk, 'plans' | 'links' | 'realised'>>,
): LearningPlans => ({
  async answering(agencyId, commitments) {
    const bySignal = new Map<string, CommitmentId>(
      commitments.map((one) => [commitmentSignalId(one), one.commitmentId]),
    );
    const answers = await readAnswers(await open(), { agencyId, signalIds: [...bySignal.keys()] });
    return new Map(
      [...answers].flatMap(([signalId, answer]) => {
        const commitmentId = bySignal.get(signalId);
        return commitmentId === undefined ? [] : [[commitmentId, answer] as const];
      }),
    );
  },
});
