import type { ContentRoom } from '@sinau/catalogue';
import type { QuizContentPort, QuizDeps } from '@sinau/delivery';
import { createQuizStore } from '@sinau/delivery/dynamo';
import type { RecordStore } from '@sinau/lrs/dynamo';
import type { Quiz } from '@sinau/quiz';
import { createLaunchDocuments } from './launch-documents.ts';
import { createOwnPageParts, type OwnPageEnv } from './own-page-parts.ts';
import type { Parts } from './parts.ts';

/** What taking a quiz needs: for its door, and for housekeeping, which judges attempts whose time is up. */
export function createQuizParts(given: {
  readonly parts: Parts;
  readonly records: RecordStore;
  readonly env: OwnPageEnv & { readonly LRS_BUCKET: string };
}): QuizDeps {
  const { session, lrs, content, stores, system } = createOwnPageParts(given);
  return {
    ...session,
    quizzes: createQuizStore({
      ...stores,
      ...system,
      bodies: given.parts.objects(given.env.LRS_BUCKET),
    }),
    packages: createQuizContent(content),
    documents: createLaunchDocuments(lrs),
  };
}

/** Quizzes as the import read them. They never change, so the last ones read stay at hand. */
function createQuizContent(content: Pick<ContentRoom, 'readPackage'>, keep = 20): QuizContentPort {
  const kept = new Map<string, Quiz>();
  return {
    async find(originHash) {
      const known = kept.get(originHash);
      if (known) return known;
      const found = await content.readPackage(originHash);
      if (found?.kind !== 'quiz') return undefined;
      kept.set(originHash, found.quiz);
      const [oldest] = kept.keys();
      if (kept.size > keep && oldest !== undefined) kept.delete(oldest);
      return found.quiz;
    },
  };
}
