import type { Statement } from '../model.ts';

export const agent = {
  objectType: 'Agent',
  account: { homePage: 'https://sinau.example', name: 'p-1' },
} as const;
export const verb = { id: 'http://adlnet.gov/expapi/verbs/completed' } as const;
export const activity = { id: 'https://kampus.example/modul/1' } as const;

/** The least a statement needs. */
export const minimal: Statement = { actor: agent, verb, object: activity };

/** Nearly every property of the model, valid in both versions. */
export const rich: Statement = {
  id: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
  actor: {
    objectType: 'Group',
    name: 'Kelompok A',
    member: [agent, { mbox: 'mailto:sri@example.go.id', name: 'Sri' }],
  },
  verb: { id: verb.id, display: { id: 'menyelesaikan', 'en-US': 'completed' } },
  object: {
    objectType: 'Activity',
    id: activity.id,
    definition: {
      name: { id: 'Modul', en: 'Module' },
      description: { id: 'Uraian' },
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      moreInfo: 'https://kampus.example/info',
      interactionType: 'choice',
      correctResponsesPattern: ['a[,]b'],
      choices: [{ id: 'a', description: { id: 'Satu', en: 'One' } }, { id: 'b' }],
      extensions: { 'https://kampus.example/ext': { nested: [null, { deep: true }] } },
    },
  },
  result: {
    score: { scaled: 0.9, raw: 90, min: 0, max: 100 },
    success: true,
    completion: true,
    response: 'a[,]b',
    duration: 'PT1H30M5.25S',
    extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 100 },
  },
  context: {
    registration: 'ec531277-b57b-4c15-8d91-d292c5b2b8f7',
    instructor: { mbox_sha1sum: 'ebd31e95054c018b10727ccffd2ef2ec3a016ee9' },
    team: { objectType: 'Group', account: { homePage: 'https://sinau.example', name: 'tim-1' } },
    contextActivities: {
      parent: [{ id: 'https://kampus.example/kursus' }],
      category: [{ id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }],
      grouping: { id: 'https://kampus.example/program' },
    },
    revision: '1',
    platform: 'web',
    language: 'id-ID',
    statement: { objectType: 'StatementRef', id: '12345678-1234-5678-1234-567812345678' },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's' },
  },
  timestamp: '2026-11-24T08:00:00.123Z',
  attachments: [
    {
      usageType: 'https://kampus.example/usage',
      display: { id: 'Lampiran' },
      contentType: 'text/plain; charset=utf-8',
      length: 4,
      sha2: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      fileUrl: 'https://kampus.example/file.txt',
    },
  ],
};

export const withSubStatement: Statement = {
  actor: agent,
  verb: { id: 'http://adlnet.gov/expapi/verbs/planned' },
  object: {
    objectType: 'SubStatement',
    actor: { mbox: 'mailto:budi@example.go.id' },
    verb,
    object: { id: 'https://kampus.example/modul/2' },
    context: {
      instructor: { openid: 'https://id.example/guru' },
      contextActivities: { other: [{ id: 'https://kampus.example/lain' }] },
    },
  },
};
