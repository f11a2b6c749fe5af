import { organisationName } from '@sinau/identity';
import type { PersonPrincipal } from '@sinau/kernel';
import {
  archiveQuestion,
  type BankQuestion,
  bankPage,
  changeQuestion,
  createQuestion,
  duplicateQuestion,
  exportQuestions,
  getQuestion,
  importQuestions,
  listQuestions,
  markedContent,
  newQuestionSchema,
  questionChangeSchema,
  restoreQuestion,
} from '@sinau/questions';
import type { QuestionsPorts, QuestionView } from '@sinau/web';
import { readModuleQuestions } from '../shared/module-questions.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

/** Use cases of the bank for the studio's pages; the provider comes from the session alone. */
export function joinQuestions(deps: PortalDeps): QuestionsPorts {
  const search = (principal: PersonPrincipal, limit: number) =>
    listQuestions(deps, { principal, query: {}, limit });
  return {
    bankOf: async (principal, { filter, page }) => {
      const { providerId } = principal;
      const pages = sealedPages(deps, { list: 'questions', by: principal, of: filter });
      const [provider, { next, ...found }] = await Promise.all([
        providerId && organisationName(deps, { kind: 'provider', providerId }),
        listQuestions(deps, { principal, query: filter, limit: bankPage.usual, ...pages.open(page) }),
      ]);
      return { provider: provider ?? '', ...found, ...(next !== undefined && { next: pages.seal(next) }) };
    },
    categoriesOf: async (principal) => (await search(principal, 1)).counts.categories.map(([path]) => path),
    questionOf: async (principal, questionId) => viewOf(await getQuestion(deps, { principal, questionId })),
    create: async (principal, given) => {
      const request = requestOfForm(newQuestionSchema, given);
      const { question } = await createQuestion(deps, { principal, request });
      return { questionId: question.questionId };
    },
    change: async (principal, questionId, given) => {
      await changeQuestion(deps, {
        principal,
        questionId,
        change: requestOfForm(questionChangeSchema, given),
      });
    },
    importModule: async (principal, { courseId, moduleId }, { dryRun, ...wish }) => {
      const reading = { ...deps, content: deps.contentRoom };
      const questions = await readModuleQuestions(reading, { principal, courseId, moduleId, wish });
      return importQuestions(deps, { principal, questions, dryRun });
    },
    exported: (principal, query) => exportQuestions(deps, { principal, query }),
    archive: async (principal, questionId) => {
      await archiveQuestion(deps, { principal, questionId });
    },
    restore: async (principal, questionId) => {
      await restoreQuestion(deps, { principal, questionId });
    },
    duplicate: async (principal, questionId, title) => {
      const { question } = await duplicateQuestion(deps, { principal, questionId, title });
      return { questionId: question.questionId };
    },
  };
}

function viewOf({ question, providerId: _, ...row }: BankQuestion): QuestionView {
  const { category, tags, language, status, updatedAt, rev } = row;
  const { questionId } = question;
  return { questionId, question: markedContent(question), category, tags, language, status, updatedAt, rev };
}
