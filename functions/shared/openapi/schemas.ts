import { moduleKinds } from '@sinau/catalogue';
import { agreementSchemas } from './agreement-paths.ts';
import { catalogueSchemas } from './catalogue-paths.ts';
import { connectionSchemas } from './connection-paths.ts';
import { courseDeskSchemas } from './course-desk-paths.ts';
import { dispatchSchemas } from './dispatch-paths.ts';
import { enrolmentSchemas } from './enrolment-paths.ts';
import { guestSchemas } from './guest-paths.ts';
import { listSchemas } from './list-paths.ts';
import { count, dateTime, type Json, ref, text } from './operation.ts';
import { packageSchemas } from './package-paths.ts';
import { questionSchemas } from './question-schemas.ts';
import { quizSchemas } from './quiz-paths.ts';
import { quotaSchemas } from './quota-paths.ts';
import { Export, RecordLine } from './records-paths.ts';
import { scormSchemas } from './scorm-paths.ts';
import { sheetSchemas } from './sheet-paths.ts';
import { staffingSchemas } from './staffing-paths.ts';
import { statisticsSchemas } from './statistics-paths.ts';
import { tableSchemas } from './table-paths.ts';
import { webhookSchemas } from './webhook-paths.ts';
import { workflowSchemas } from './workflow-schemas.ts';

const object = (properties: Json, required: readonly string[], rest: Json = {}): Json => ({
  type: 'object',
  required,
  properties,
  ...rest,
});

const closed = { additionalProperties: false };
const number: Json = { type: 'integer', minimum: 1 };
const languageMap: Json = {
  type: 'object',
  description: 'Text by BCP 47 tag.',
  additionalProperties: { type: 'string' },
  maxProperties: 20,
};
const localText: Json = {
  type: 'object',
  required: ['id', 'en'],
  properties: { id: text, en: text },
};
const importStates = ['awaiting-upload', 'cancelled', 'queued', 'running', 'passed', 'refused', 'failed'];
const jp: Json = { type: 'string', description: 'Lesson hours (JP) with at most two decimals, e.g. `2.5`.' };

const course = {
  courseId: text,
  title: languageMap,
  description: languageMap,
  jp,
  status: { enum: ['draft', 'published', 'retired'] },
  details: ref('CourseDetails'),
  admission: ref('Admission'),
  versionRule: { enum: ['stay', 'move-not-started', 'move-with-results'] },
  latestVersion: count,
  inReview: number,
  draft: {
    type: 'object',
    description: 'What the authors are working on.',
    required: ['title', 'description', 'details', 'modules'],
    properties: {
      title: languageMap,
      description: languageMap,
      jp,
      details: ref('CourseDetails'),
      modules: { type: 'array', items: ref('CourseModule') },
    },
  },
  rev: number,
  publishedVersion: number,
  publishedAt: dateTime,
  createdAt: dateTime,
  updatedAt: dateTime,
  url: text,
};
const courseRequired = [
  'courseId',
  'title',
  'description',
  'status',
  'latestVersion',
  'createdAt',
  'updatedAt',
  'url',
];

export const schemas: Json = {
  ...agreementSchemas,
  ...catalogueSchemas,
  ...webhookSchemas,
  ...connectionSchemas,
  ...sheetSchemas,
  ...tableSchemas,
  ...staffingSchemas,
  ...listSchemas,
  ...packageSchemas,
  ...courseDeskSchemas,
  ...enrolmentSchemas,
  ...quotaSchemas,
  ...guestSchemas,
  ...workflowSchemas,
  ...statisticsSchemas,
  ...questionSchemas,
  ...dispatchSchemas,
  ...scormSchemas,
  ...quizSchemas,
  Problem: object(
    {
      type: { type: 'string', description: '`urn:sinau:problem:<code>`' },
      title: text,
      status: { type: 'integer' },
      code: { type: 'string', description: 'Stable; made for machines.' },
      detail: text,
      requestId: text,
      issues: {
        type: 'array',
        items: object(
          {
            path: { type: 'string', description: 'Place in the input, like a JSON pointer.' },
            message: text,
            requirement: { type: 'string', description: 'Of the specification that was broken.' },
          },
          ['path', 'message'],
        ),
      },
      retryAfterSeconds: number,
    },
    ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  ),
  Statement: {
    type: 'object',
    description: 'After xAPI 1.0.3 Data or IEEE 9274.1.1; checked in full.',
    required: ['actor', 'verb', 'object'],
  },
  StatementResult: object(
    {
      statements: { type: 'array', items: ref('Statement') },
      more: { type: 'string', description: 'Address of the next page; empty on the last.' },
    },
    ['statements', 'more'],
  ),
  FetchAnswer: {
    oneOf: [
      object({ 'auth-token': text }, ['auth-token']),
      object({ 'error-code': { enum: ['1', '2', '3'] }, 'error-text': text }, ['error-code', 'error-text']),
    ],
  },
  Export,
  RecordLine,
  UploadRequest: object(
    {
      inParts: { type: 'boolean', description: 'It is sent in parts, which can go on after a cut.' },
      fileName: { type: 'string', minLength: 1, maxLength: 255 },
      contentType: text,
      sizeBytes: number,
      courseId: { type: 'string', description: 'Given: it goes into this course.' },
      module: {
        type: 'string',
        description: 'Module whose package it replaces, or `new`; needed when there are several.',
      },
      kind: { type: 'string', enum: moduleKinds, description: 'Any other kind is refused.' },
    },
    ['fileName', 'contentType', 'sizeBytes'],
    closed,
  ),
  PartTicket: object(
    {
      jobId: text,
      partSizeBytes: { type: 'integer', description: 'Of every part but the last.' },
      partCount: number,
    },
    ['jobId', 'partSizeBytes', 'partCount'],
  ),
  UploadProgress: object(
    {
      ...{ jobId: text, fileName: text, sizeBytes: number, partSizeBytes: number, partCount: number },
      state: { enum: importStates },
      parts: {
        type: 'array',
        description: 'Those that have arrived whole, ascending.',
        items: object({ partNumber: number, sizeBytes: number, etag: text }, [
          'partNumber',
          'sizeBytes',
          'etag',
        ]),
      },
    },
    ['jobId', 'state', 'fileName', 'sizeBytes', 'partSizeBytes', 'partCount', 'parts'],
  ),
  PartUrls: object(
    {
      urls: {
        type: 'array',
        items: object(
          {
            partNumber: number,
            sizeBytes: number,
            url: { type: 'string', format: 'uri', description: 'A permission: keep it to yourself.' },
          },
          ['partNumber', 'sizeBytes', 'url'],
        ),
      },
      expiresAt: dateTime,
    },
    ['urls', 'expiresAt'],
  ),
  UploadTicket: object(
    {
      jobId: text,
      url: { type: 'string', format: 'uri', description: 'A permission: keep it to yourself.' },
      method: { const: 'PUT' },
      headers: { type: 'object', additionalProperties: text },
      expiresAt: dateTime,
    },
    ['jobId', 'url', 'method', 'headers', 'expiresAt'],
  ),
  Import: object(
    {
      jobId: text,
      fileName: text,
      sizeBytes: number,
      state: { enum: importStates },
      progress: object({ done: count, total: count }, ['done', 'total']),
      report: object(
        { errorCount: count, warningCount: count, findings: { type: 'array', items: ref('Finding') } },
        ['errorCount', 'warningCount', 'findings'],
      ),
      result: object({ courseId: text, version: number, title: languageMap, kind: text, auCount: count }, [
        'courseId',
        'version',
        'title',
        'auCount',
      ]),
      createdAt: dateTime,
      updatedAt: dateTime,
      url: text,
    },
    ['jobId', 'fileName', 'sizeBytes', 'state', 'progress', 'createdAt', 'updatedAt', 'url'],
  ),
  Finding: object(
    {
      severity: { enum: ['error', 'warning'] },
      rule: text,
      message: localText,
      mend: localText,
      file: text,
      line: number,
    },
    ['severity', 'rule', 'message', 'mend'],
  ),
  Course: object(course, courseRequired),
  CourseWithVersions: object(
    {
      ...course,
      versions: {
        type: 'array',
        items: object(
          {
            version: number,
            title: languageMap,
            description: languageMap,
            jp,
            details: ref('CourseDetails'),
            modules: { type: 'array', items: ref('CourseModule') },
            auCount: count,
            fileCount: count,
            totalBytes: count,
            importedAt: dateTime,
          },
          ['version', 'title', 'description', 'auCount', 'fileCount', 'totalBytes', 'importedAt'],
        ),
      },
    },
    [...courseRequired, 'versions'],
  ),
  PublishRequest: object(
    {
      jp,
      version: { ...number, description: 'Absent: the latest. What else is absent is as the version says.' },
      title: languageMap,
      description: languageMap,
    },
    [],
    closed,
  ),
};
