import { Unavailable } from '@sinau/kernel';
import { type Dynamo, queryAll, type TransactItem } from '@sinau/platform/dynamo';
import { type BankQuestion, bankLimits } from '../bank-question.ts';
import type { BankStore } from '../ports.ts';
import { bankPartition, countKey, entryPrefix, questionKey } from './keys.ts';
import { readEntry, readQuestion, toEntryRow, toQuestionRow } from './rows.ts';

interface BankStoreDeps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Of one transaction, which takes 100 rows and 4 MB: two rows a question, and the count. */
const portion = { questions: 40, bytes: 2_000_000 };
const maxRaces = 5;

/** Two rows a question: whole by its id, and in short in the partition of its bank. */
export function createBankStore(deps: BankStoreDeps): BankStore {
  const { dynamo, table } = deps;
  const findMany: BankStore['findMany'] = async (providerId, questionIds) => {
    const keys = [...new Set(questionIds)].map((questionId) => questionKey({ providerId, questionId }));
    return (await dynamo.batchGet({ table, keys, consistent: true })).map(readQuestion);
  };
  return {
    findMany,
    async listEntries(providerId) {
      const sort = { prefix: entryPrefix };
      const query = { partition: bankPartition(providerId), sort, consistent: true };
      const entries = await queryAll({ dynamo, table }, query);
      return entries.map(readEntry);
    },
    async find(ref) {
      const row = await dynamo.get({ table, key: questionKey(ref), consistent: true });
      return row && readQuestion(row);
    },
    async add(providerId, questions) {
      const added: string[] = [];
      for (const some of portionsOf(questions)) {
        const done = await addPortion(deps, { providerId, questions: some, findMany });
        if (done === 'full') return { outcome: 'full', added };
        added.push(...done);
      }
      return { outcome: 'added', added };
    },
    async replace(question) {
      // Unmoved: two authors who change what they both read.
      const condition = { expression: 'rev = :before', values: { ':before': question.rev - 1 } };
      const result = await dynamo.transactWrite([
        { kind: 'put', table, item: toQuestionRow(question), condition },
        { kind: 'put', table, item: toEntryRow(question) },
      ]);
      return result.outcome === 'done' ? 'stored' : 'conflict';
    },
  };
}

function portionsOf(questions: readonly BankQuestion[]): readonly (readonly BankQuestion[])[] {
  const portions: BankQuestion[][] = [];
  let bytes = 0;
  for (const question of questions) {
    const size = Buffer.byteLength(JSON.stringify(question));
    const last = portions.at(-1);
    const fits = last && last.length < portion.questions && bytes + size <= portion.bytes;
    if (fits) last.push(question);
    else portions.push([question]);
    bytes = fits ? bytes + size : size;
  }
  return portions;
}

/** Ids of those that were stored now. Who adds the same ones at once is seen, and asked again who is there. */
async function addPortion(
  { dynamo, table }: BankStoreDeps,
  given: {
    readonly providerId: BankQuestion['providerId'];
    readonly questions: readonly BankQuestion[];
    readonly findMany: BankStore['findMany'];
  },
): Promise<readonly string[] | 'full'> {
  const { providerId, questions } = given;
  const idOf = ({ question }: BankQuestion) => question.questionId;
  for (let race = 0; race < maxRaces; race += 1) {
    const there = new Set((await given.findMany(providerId, questions.map(idOf))).map(idOf));
    const fresh = questions.filter((one) => !there.has(idOf(one)));
    if (fresh.length === 0) return [];
    const result = await dynamo.transactWrite([
      countUp(table, providerId, fresh.length),
      ...fresh.flatMap((one) => putNew(table, one)),
    ]);
    if (result.outcome === 'done') return fresh.map(idOf);
    if (result.reasons[0]?.code === 'ConditionalCheckFailed') return 'full';
  }
  throw new Unavailable('The bank is being changed by others too often.');
}

function countUp(table: string, providerId: BankQuestion['providerId'], more: number): TransactItem {
  return {
    kind: 'update',
    table,
    key: countKey(providerId),
    update: 'ADD questions :more',
    // Room: two who fill the last places.
    condition: 'attribute_not_exists(questions) OR questions <= :room',
    values: { ':more': more, ':room': bankLimits.questions - more },
  };
}

function putNew(table: string, question: BankQuestion): readonly TransactItem[] {
  // Absent: the same question added twice at once.
  const condition = { expression: 'attribute_not_exists(pk)' };
  return [
    { kind: 'put', table, item: toQuestionRow(question), condition },
    { kind: 'put', table, item: toEntryRow(question) },
  ];
}
