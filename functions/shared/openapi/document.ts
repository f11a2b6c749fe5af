import type { scopes } from '@sinau/kernel';
import { agreementPaths } from './agreement-paths.ts';
import { budgetPaths, budgetSchemas } from './budget-paths.ts';
import { casePaths } from './case-paths.ts';
import { cataloguePaths } from './catalogue-paths.ts';
import { catalogueSyncPaths } from './catalogue-sync-paths.ts';
import { competencePaths, competenceSchemas } from './competence-paths.ts';
import { compliancePaths, complianceSchemas } from './compliance-paths.ts';
import { connectionPaths } from './connection-paths.ts';
import { courseDeskPaths } from './course-desk-paths.ts';
import { credentialPaths } from './credential-paths.ts';
import { creditPaths, creditSchemas } from './credit-paths.ts';
import { dispatchLaunchPaths, dispatchPaths } from './dispatch-paths.ts';
import { enrolmentPaths } from './enrolment-paths.ts';
import { evaluationPaths, evaluationSchemas } from './evaluation-paths.ts';
import { eventPaths, eventSchemas } from './event-paths.ts';
import { externalPaths, externalSchemas } from './external-paths.ts';
import { guestPaths } from './guest-paths.ts';
import { launchPaths } from './launch-paths.ts';
import { learningPathPaths } from './learning-path-paths.ts';
import { historyListPaths, peopleListPaths } from './list-paths.ts';
import { lmsPaths } from './lms-paths.ts';
import { ltiDeskPaths } from './lti-desk-paths.ts';
import { ltiPaths } from './lti-paths.ts';
import { ltiServicePaths } from './lti-service-paths.ts';
import { obligationPaths } from './obligation-paths.ts';
import { type Json, type Paths, toOpenApi } from './operation.ts';
import { packagePaths } from './package-paths.ts';
import { planPaths, planSchemas } from './plan-paths.ts';
import { providerPaths } from './provider-paths.ts';
import { questionPaths } from './question-paths.ts';
import { quizDraftPaths } from './quiz-draft-paths.ts';
import { quizPaths } from './quiz-paths.ts';
import { quotaPaths } from './quota-paths.ts';
import { readingPaths, readingSchemas } from './reading-paths.ts';
import { recognitionPaths } from './recognition-paths.ts';
import { reconciliationPaths } from './reconciliation-paths.ts';
import { recordsPaths } from './records-paths.ts';
import { reportPaths, reportSchemas } from './report-paths.ts';
import { resultPaths } from './result-paths.ts';
import { schemas } from './schemas.ts';
import { launchLogPaths, scormPaths } from './scorm-paths.ts';
import { sheetPaths } from './sheet-paths.ts';
import { siasnPaths, siasnSchemas } from './siasn-paths.ts';
import { staffingPaths } from './staffing-paths.ts';
import { statementPaths } from './statement-paths.ts';
import { statisticsPaths } from './statistics-paths.ts';
import { tablePaths } from './table-paths.ts';
import { themePaths, themeSchemas } from './theme-paths.ts';
import { toolPaths } from './tool-paths.ts';
import { trialPaths } from './trial-paths.ts';
import { webhookPaths } from './webhook-paths.ts';
import { workflowPaths } from './workflow-paths.ts';
import { xapiRefusals, xapiVersion } from './xapi-answers.ts';
import { xapiPaths } from './xapi-paths.ts';

const tags: readonly { readonly name: string; readonly description: string; readonly paths: Paths }[] = [
  {
    name: 'xAPI',
    description:
      'Record store after xAPI 1.0.3 and 2.0 (IEEE 9274.1.1), both at one address: `X-Experience-API-Version` says which one a request means. Any origin may call it, without cookies. Where there is GET there is HEAD. The alternate request syntax of 1.0.3 is understood (`POST …?method=`). A request stores at most 1,000 statements and 4.5 MB with their attachments, which together name at most 2,000 agents, activities and registrations, and a statement has at most 100 attachments; a document has at most 4.5 MB; more is 413.',
    paths: xapiPaths,
  },
  {
    name: 'Launch',
    description:
      'What running cmi5 content asks for (cmi5 8.2), and what packages ask that run a course in another learning system.',
    paths: { ...launchPaths, ...scormPaths, ...quizPaths, ...dispatchLaunchPaths },
  },
  {
    name: 'Records',
    description: 'Access tokens, and the feed that an agency pulls the records of its people from.',
    paths: recordsPaths,
  },
  {
    name: 'Provider',
    description: 'What machines of a content provider do: send packages, follow imports, publish courses.',
    paths: {
      ...providerPaths,
      ...workflowPaths,
      ...dispatchPaths,
      ...launchLogPaths,
      ...statisticsPaths,
      ...webhookPaths,
      ...resultPaths,
      ...reconciliationPaths,
      ...statementPaths,
      ...catalogueSyncPaths,
      ...sheetPaths,
      ...tablePaths,
      ...staffingPaths,
      ...peopleListPaths,
      ...historyListPaths,
      ...themePaths,
      ...eventPaths,
      ...planPaths,
      ...obligationPaths,
      ...packagePaths,
      ...courseDeskPaths,
      ...trialPaths,
    },
  },
  {
    name: 'Connections',
    description: 'Ways to the systems of a provider: catalogue, enrolments and results flow through them.',
    paths: connectionPaths,
  },
  {
    name: 'Questions',
    description:
      'The question bank of a provider, and the quizzes that are made of it. Texts may be sent as text with marks: a line is a paragraph, `- ` and `1. ` begin items of lists, `**strong**`, `*emphasis*`, `` `code` ``.',
    paths: { ...questionPaths, ...quizDraftPaths },
  },
  {
    name: 'Catalogue',
    description: 'What is published, for sites of partners and agencies that show it.',
    paths: cataloguePaths,
  },
  {
    name: 'Enrolment',
    description:
      'What machines of an agency do: assign courses to its people, follow and withdraw that; seats at providers and what they cost; lesson hours (JP), and how the agency stands.',
    paths: {
      ...enrolmentPaths,
      ...learningPathPaths,
      ...quotaPaths,
      ...creditPaths,
      ...externalPaths,
      ...compliancePaths,
      ...reportPaths,
    },
  },
  {
    name: 'Budget',
    description:
      'What an agency may spend on learning, what is bound of it, and the eleven indicators of what came of it. Amounts are whole rupiah, JP numbers of hours.',
    paths: budgetPaths,
  },
  {
    name: 'Competence',
    description:
      'What posts ask for, what the agency’s people were found to hold, and what they plan about the difference.',
    paths: competencePaths,
  },
  {
    name: 'Evaluation',
    description: 'What training was to people, and what of it arrives at work; for agencies and providers.',
    paths: evaluationPaths,
  },
  {
    name: 'Recognition',
    description: 'What people of an agency are recognised for, and the priority seats that it gives them.',
    paths: recognitionPaths,
  },
  {
    name: 'CASE',
    description:
      'Dictionaries after 1EdTech CASE 1.1: read as the specification shapes them; refusals are `imsx_StatusInfo`.',
    paths: casePaths,
  },
  {
    name: 'SIASN',
    description:
      'What a connector does that an agency runs in its own network, to bring recognised JP to BKN’s SIASN.',
    paths: siasnPaths,
  },
  {
    name: 'Access log',
    description: 'Who was shown whose records, as chains that can be checked by whoever pulls them.',
    paths: readingPaths,
  },
  {
    name: 'Launches for other systems',
    description:
      'What machines of the platform do for learners who are no people here: launch courses by any account, waive, abandon.',
    paths: guestPaths,
  },
  {
    name: 'Data agreements',
    description: 'What providers may hear of people, and what they have heard.',
    paths: agreementPaths,
  },
  {
    name: 'LTI',
    description: 'The platform’s side of LTI 1.3 Advantage, for tools of content providers and universities.',
    paths: { ...ltiPaths, ...ltiServicePaths, ...ltiDeskPaths },
  },
  {
    name: 'LTI tool',
    description: 'Our courses inside the learning systems of others, which are registered here.',
    paths: { ...toolPaths, ...lmsPaths },
  },
  {
    name: 'credentials',
    description: 'Badges of finished courses, and what they are checked with; open to everybody.',
    paths: credentialPaths,
  },
];

const scopeWords: Readonly<Record<(typeof scopes)[number], string>> = {
  'statements/write': 'store statements',
  'statements/read/mine': 'read the statements the client stored itself',
  'statements/read': 'read every statement of the tenant',
  state: 'read and write state documents',
  profile: 'read and write profile documents',
  define: 'let statements change what is known of activities',
  'records/read': 'pull the records of the agency',
  'courses/read': 'see the provider’s own courses and imports',
  'courses/write': 'send packages, edit courses, submit them for review, retire and delete them',
  'courses/publish': 'publish without a reviewer, for providers an operator trusts to',
  'courses/review': 'review and publish what providers submit',
  'questions/read': 'see the provider’s questions and quizzes, with their answers',
  'questions/write': 'write questions and quizzes, and put them into courses',
  'launches/write': 'launch courses for the learners of other systems',
  'enrolments/write':
    'assign courses to the agency’s people, see and withdraw these; set quotas and read costs',
  'agreements/read': 'see data agreements with providers',
  'agreements/write': 'make, end and revoke data agreements',
  'sharing/write': 'see what leaves of the agency’s people, stop and permit it',
  'credit/read': 'see the lesson hours (JP) of the agency’s people',
  'credit/write': 'enter and decide about learning elsewhere of the agency’s people',
  'connections/read':
    'see connections to systems of providers, how they are, and what their catalogues bring',
  'connections/write':
    'make, test, change and remove connections, read catalogues and decide on what they bring',
  'lti/manage': 'register tools of providers (LTI), approve them and make links and launches',
  'people/read': 'see units, who works in them, and what imports of people came to',
  'people/write': 'change units and import lists of the agency’s people',
  'audit/read':
    'pull the lines about who saw whose records: the platform’s clients all, an agency’s those of its own office',
  'people/provision': 'say who works for the agency, at the SCIM door, whose contract is /scim/v2/Schemas',
  'budget/read': 'see the agency’s budget lines, what is bound of them and why, unit costs and indicators',
  'budget/write':
    'open and change the agency’s budget lines, write what is bound, and say on which line the seats of a quota are bound',
  'competence/read':
    'see how the agency and its people stand in competence: map, dictionary, standards, assessments, plans',
  'competence/write': 'record and withdraw assessments of the agency’s people',
  'siasn/sync': 'bring the lesson hours of the agency’s people to SIASN, with their employee numbers',
  'feedback/read': 'see themes of complaints about the agency’s services, and the lists that brought them',
  'feedback/write': 'send, take and undo lists of themes of complaints',
  'events/read': 'see the agency’s or provider’s events, without who takes part',
  'plans/read':
    'see the agency’s annual plans, what came of them, and signals of needs; nobody is named in them',
  'evaluations/read': 'see results of evaluations of training, of five answers at least and without names',
  'recognitions/read': 'see what the agency’s people are recognised for, and their priority seats',
};

const description = `Every answer carries \`X-Request-Id\`; quote it when you ask about one. A request may bring one of its own
(8 to 64 letters, digits, \`_\` or \`-\`). Refusals are problem details (RFC 9457). 503 comes with \`Retry-After\`; nothing is half
written, so the same request may be sent again. At the provider API a POST with \`Idempotency-Key\` runs once: a repeat gets the
first answer, a concurrent one 409, another body under the same key 422. At the record store the ids of statements that came
without follow from the key, so a repeat stores nothing twice. Every API client, tool of LTI, and session of running content, may send
a number of requests in ten seconds; \`RateLimit-Policy\` and \`RateLimit\` (draft-ietf-httpapi-ratelimit-headers-10) say how many and
what is left, and beyond it the answer is 429 with \`Retry-After\`. A batch of statements is one request.`;

/** The machine doors as OpenAPI 3.1. Pages of the portal are for people and not described here. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Sinau', version: '0.1.0', description: description.replaceAll(/\n/g, ' ') },
    servers: [{ url: '/' }],
    tags: tags.map(({ name, description }) => ({ name, description })),
    paths: Object.assign({}, ...tags.map(({ name, paths }) => pathsOf(name, paths))) as Json,
    components: {
      schemas: {
        ...schemas,
        ...creditSchemas,
        ...externalSchemas,
        ...complianceSchemas,
        ...budgetSchemas,
        ...competenceSchemas,
        ...evaluationSchemas,
        ...themeSchemas,
        ...eventSchemas,
        ...planSchemas,
        ...readingSchemas,
        ...reportSchemas,
        ...siasnSchemas,
      },
      headers: { XapiVersion: xapiVersion },
      responses: {
        ...xapiRefusals,
        Problem: {
          description: 'A refusal or a fault.',
          headers: {
            'X-Request-Id': { schema: { type: 'string' } },
            'Retry-After': { description: 'Seconds; with 429 and 503.', schema: { type: 'integer' } },
            'RateLimit-Policy': {
              description:
                '`"client";q=3000;w=10`: so many requests in so many seconds, of a client or a session.',
              schema: { type: 'string' },
            },
            RateLimit: {
              description: '`"client";r=2990;t=7`: what is left, and the seconds until it begins anew.',
              schema: { type: 'string' },
            },
          },
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic', description: 'Id and secret of an API client.' },
        oauth2: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: scopeWords } },
        },
        tool: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token of a tool of LTI, from `/lti/token`; good for an hour.',
        },
        session: {
          type: 'http',
          scheme: 'basic',
          description: 'The token that content got from its fetch URL, after `Basic `; good for one session.',
        },
      },
    },
  };
}

function pathsOf(tag: string, paths: Paths): Json {
  return Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [method, toOpenApi(tag, operation)]),
      ),
    ]),
  );
}
