import {
  answer,
  body,
  count,
  dateTime,
  inPath,
  type Json,
  type Paths,
  query,
  ref,
  text,
} from './operation.ts';

/** In percent; below `middle` is the lowest band. */
const matchBands: Json = {
  type: 'object',
  required: ['source', 'high', 'middle', 'verified'],
  properties: {
    ...{ source: { enum: ['practice', 'agency'] }, high: { type: 'number' }, middle: { type: 'number' } },
    ...{ verified: { type: 'boolean' }, from: { type: 'string', format: 'date' } },
  },
};

const access = ['scope:competence/read'] as const;
const writeAccess = ['scope:competence/write'] as const;
const date: Json = { type: 'string', format: 'date' };
const level: Json = { type: 'integer', minimum: 1, maximum: 5 };
const held: Json = { type: 'integer', minimum: 0, maximum: 5, description: '0: below the first level.' };
const competencyId: Json = {
  type: 'string',
  description:
    '`M1` to `M8` and `S1` of the nation, `T.` and a code for technical ones of the agency’s dictionary.',
  examples: ['M7', 'T.KEU.01'],
};
const formal: Json = { enum: ['assessment-center', 'competency-test'] };
const pageToken = query('pageToken', text, 'Of the page before.');
const unitId = query('unitId', text, 'With the units below it; the whole agency when absent.');
const person = inPath('personId', 'Internal id, as in records.');

const page = (name: string, item: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  type: 'object',
  required: [name],
  properties: { ...more, [name]: { type: 'array', items: item }, nextPageToken: text },
});

export const competencePaths: Paths = {
  '/api/competence/map': {
    get: {
      summary: 'How the agency stands in each competency',
      description:
        'Of the agency, or of a unit with those below it: how many people are asked for a competency, whose level is known, whose is below what is asked, and by how many levels together. Parts of less than five assessed people, and as many next to them that nobody finds them by subtracting, are hidden from every client, as they are on the page. Numbers follow within seconds, after a changed standard within minutes.',
      access,
      parameters: [unitId],
      responses: { '200': answer('The numbers.', ref('CompetenceMap')) },
    },
  },
  '/api/competence/people': {
    get: {
      summary: 'People who stand alike in a competency',
      description: 'As many as the map says, unit by unit and by name, with the size of the gap.',
      access,
      parameters: [
        { ...query('competencyId', competencyId), required: true },
        query('standing', { enum: ['short', 'met', 'not-assessed'], default: 'short' }),
        unitId,
        query('own', { type: 'boolean' }, 'Without the units below; without `unitId`: people in no unit.'),
        pageToken,
      ],
      responses: {
        '200': answer(
          'A page. It may hold few, or none, and still be followed by another.',
          page('people', {
            type: 'object',
            required: ['personId', 'required', 'gap'],
            properties: { personId: text, unitId: text, post: text, required: level, held, gap: count },
          }),
        ),
      },
    },
  },
  '/api/competence/dictionary': {
    get: {
      summary: 'Competencies that people are compared by',
      description:
        'The nine of the nation and the technical ones of the agency, as they are described today in western Indonesia; `later` has what is described otherwise from a day to come. `verified` false: nobody has compared the description with the official text.',
      access,
      responses: {
        '200': answer('The dictionary.', {
          type: 'object',
          required: ['asOf', 'national', 'technical'],
          properties: {
            asOf: date,
            national: { type: 'array', items: ref('Competency') },
            technical: { type: 'array', items: ref('Competency') },
          },
        }),
      },
    },
  },
  '/api/competence/standards': {
    get: {
      summary: 'What posts ask for',
      description:
        'Each standard of the agency, for a title or a group of posts, with the edition that holds today and those to come. A title goes before its group.',
      access,
      parameters: [pageToken],
      responses: { '200': answer('A page.', page('standards', ref('PositionStandard'), { asOf: date })) },
    },
  },
  '/api/people/{personId}/competence': {
    get: {
      summary: 'Somebody beside what their post asks for',
      description:
        'Standard, gaps, match, all assessments and the development plan of somebody whose home is the agency; everybody else is answered like nobody (404). A person’s own word is told and counts for nothing. The look is noted, and the person sees it.',
      access,
      parameters: [person],
      responses: { '200': answer('How they stand.', ref('PersonCompetence')) },
    },
  },
  '/api/competence/assessments': {
    post: {
      summary: 'Record what people were found to hold',
      description:
        'What assessment centres and tests have found out about the agency’s people; each item names its person by `personId` or `employeeNumber`. Items are taken one by one: one that is refused keeps no other from being recorded, and says why. Of the same person, competency, day and method the newer word corrects the older (`changed`); what is so already is `skipped`, so a request may be sent again. With `dryRun` nothing is written.',
      access: writeAccess,
      requestBody: body({
        type: 'object',
        required: ['assessments'],
        additionalProperties: false,
        properties: {
          assessments: {
            ...{ type: 'array', minItems: 1, maxItems: 100 },
            items: {
              type: 'object',
              required: ['competencyId', 'method', 'level', 'assessedOn'],
              additionalProperties: false,
              properties: {
                personId: text,
                employeeNumber: { type: 'string', pattern: '^\\d{18}$', description: 'NIP or NI PPPK.' },
                ...{ competencyId, method: formal, level: held, assessedOn: date },
                validTo: { ...date, description: 'Last day on which it counts; absent: no end.' },
                assessor: { type: 'string', minLength: 3, maxLength: 160 },
                note: { type: 'string', maxLength: 1000, description: 'Development advice.' },
              },
            },
          },
          dryRun: { type: 'boolean', default: false },
        },
      }),
      responses: {
        '200': answer('What became of each, in the order of the request.', {
          type: 'object',
          required: ['dryRun', 'recorded', 'refused', 'results'],
          properties: {
            ...{ dryRun: { type: 'boolean' }, recorded: count, refused: count },
            results: {
              type: 'array',
              items: {
                type: 'object',
                required: ['index', 'outcome'],
                properties: {
                  index: { ...count, description: 'Of the item in the request, from 0.' },
                  outcome: { enum: ['created', 'changed', 'skipped', 'refused'] },
                  personId: text,
                  code: { type: 'string', description: 'Why it was refused; as in problem details.' },
                  detail: text,
                  issues: {
                    type: 'array',
                    items: { type: 'object', properties: { path: text, message: text } },
                  },
                },
              },
            },
          },
        }),
      },
    },
  },
  '/api/people/{personId}/competence/withdrawals': {
    post: {
      summary: 'Withdraw an assessment',
      description:
        'It counts no more and stays on record with the reason; without a reason it counts again. Safe to repeat.',
      access: writeAccess,
      parameters: [person],
      requestBody: body({
        type: 'object',
        required: ['competencyId', 'method', 'assessedOn'],
        additionalProperties: false,
        properties: {
          competencyId,
          method: { enum: ['assessment-center', 'competency-test', 'supervisor'] },
          assessedOn: date,
          reason: { type: 'string', minLength: 3, maxLength: 300 },
        },
      }),
      responses: {
        '200': answer('As it is now.', {
          type: 'object',
          required: ['personId', 'competencyId', 'method', 'assessedOn', 'counts'],
          properties: {
            ...{ personId: text, competencyId, method: text, assessedOn: date },
            counts: { type: 'boolean' },
          },
        }),
      },
    },
  },
};

const languages: Json = { type: 'object', properties: { id: text, en: text } };

const cells: Json = {
  type: 'array',
  items: {
    type: 'object',
    required: ['competencyId'],
    properties: {
      ...{ competencyId, asked: count, assessed: count, short: count },
      points: { ...count, description: 'Levels below what is asked, all people together.' },
      hidden: { type: 'boolean', description: 'Too few people are assessed to tell more.' },
    },
  },
};

const unit = { unitId: text, name: text };

const described: Readonly<Record<string, Json>> = {
  name: languages,
  field: text,
  levels: { type: 'array', items: languages, description: 'Of levels 1 to 5, or none.' },
  legalBasis: text,
  verified: { type: 'boolean' },
};

export const competenceSchemas: Readonly<Record<string, Json>> = {
  CompetenceMap: {
    type: 'object',
    required: ['path', 'competencies', 'people', 'cells', 'parts'],
    properties: {
      unit: { type: 'object', properties: unit },
      path: { type: 'array', items: { type: 'object', properties: unit } },
      competencies: {
        type: 'array',
        description: 'That somebody here is asked for, most levels short first.',
        items: { type: 'object', properties: { competencyId, name: languages } },
      },
      ...{ people: count, cells },
      parts: {
        type: 'array',
        description: 'Units right below; without `unitId`: people of the unit itself, or of none.',
        items: {
          type: 'object',
          required: ['people', 'cells'],
          properties: { ...unit, people: count, cells },
        },
      },
    },
  },
  Competency: {
    type: 'object',
    required: ['competencyId', 'family', 'name', 'levels', 'verified', 'validFrom'],
    properties: {
      ...{ competencyId, family: { enum: ['managerial', 'sociocultural', 'technical'] }, ...described },
      validFrom: date,
      ...{ code: text, state: { enum: ['active', 'retired'] }, updatedAt: dateTime },
      later: { type: 'array', items: { type: 'object', properties: { from: date } } },
    },
  },
  PositionStandard: {
    type: 'object',
    required: ['state', 'editions', 'updatedAt'],
    properties: {
      title: text,
      group: { type: 'string', description: 'Of posts, instead of a title.', examples: ['ahli-muda'] },
      state: { enum: ['active', 'withdrawn'] },
      editions: {
        type: 'array',
        items: {
          type: 'object',
          required: ['from', 'requirements', 'criticality', 'verified'],
          properties: {
            from: date,
            requirements: { type: 'array', items: { type: 'object', properties: { competencyId, level } } },
            criticality: { enum: [1, 2, 3], description: 'A choice of the agency, in no law.' },
            ...{ legalBasis: text, verified: { type: 'boolean' } },
          },
        },
      },
      updatedAt: dateTime,
    },
  },
  PersonCompetence: {
    type: 'object',
    required: ['personId', 'comparedOn', 'competencies', 'assessments', 'plan'],
    properties: {
      ...{ personId: text, unitId: text, comparedOn: { ...date, description: 'Where they work.' } },
      post: { type: 'object', properties: { title: text, family: text, level: text } },
      standard: {
        type: 'object',
        description: 'Absent: no post is known. `template`: the agency has set nothing for it.',
        properties: {
          ...{ source: { enum: ['title', 'group', 'template'] }, title: text, from: date },
          ...{ criticality: { enum: [1, 2, 3] }, legalBasis: text, verified: { type: 'boolean' } },
        },
      },
      match: {
        type: 'object',
        description:
          'Σ min(held, required) ÷ Σ required of what is assessed; bands once everything is, by those of the agency on that day, or as agencies practise it (`source`).',
        properties: {
          ...{ percent: { type: 'string', examples: ['83.33'] }, assessed: count, required: count },
          band: { enum: ['optimal', 'fairly-optimal', 'less-optimal'] },
          selectionBand: { enum: ['eligible', 'still-eligible', 'less-eligible'] },
          bands: {
            type: 'object',
            properties: { mapping: matchBands, selection: matchBands },
          },
        },
      },
      competencies: {
        type: 'array',
        items: {
          type: 'object',
          required: ['competencyId', 'required', 'standing'],
          properties: {
            ...{ competencyId, required: level, held, gap: count },
            standing: { enum: ['met', 'short', 'not-assessed', 'expired'] },
            ...{ assessedOn: date, method: text },
            ownWord: { ...held, description: 'The person’s own word, which counts for nothing.' },
          },
        },
      },
      assessments: {
        type: 'array',
        description: 'Newest first, withdrawn ones too.',
        items: {
          type: 'object',
          required: ['method', 'level', 'assessedOn', 'counts', 'recordedBy', 'recordedAt'],
          properties: {
            competencyId,
            ofAnotherAgency: { type: 'boolean', description: 'A technical one of another dictionary.' },
            method: { enum: ['assessment-center', 'competency-test', 'supervisor', 'self'] },
            ...{ level: held, assessedOn: date, validTo: date, assessor: text, note: text },
            counts: { type: 'boolean', description: 'False of a person’s own word and of withdrawn ones.' },
            ...{ recordedBy: text, recordedAt: dateTime },
            withdrawn: { type: 'object', properties: { at: dateTime, by: text, reason: text } },
          },
        },
      },
      plan: {
        type: 'array',
        items: {
          type: 'object',
          required: [
            'itemId',
            'competencyId',
            'form',
            'title',
            'targetLevel',
            'dueOn',
            'state',
            'proposedBy',
          ],
          properties: {
            ...{ itemId: text, competencyId, form: text, title: text, courseId: text, targetLevel: level },
            ...{ dueOn: date, evidence: text, commitment: text, changedAt: dateTime },
            agreedGap: {
              type: 'object',
              required: ['required'],
              properties: { required: { type: 'integer' }, held: { type: 'integer' } },
              description: 'As it stood when both agreed; `held` is absent while nobody had assessed.',
            },
            state: { enum: ['proposed', 'agreed', 'returned', 'done', 'dropped'] },
            proposedBy: { enum: ['learner', 'office'] },
          },
        },
      },
    },
  },
};
