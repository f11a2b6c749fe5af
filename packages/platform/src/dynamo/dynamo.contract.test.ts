import { withTables } from '../testing/with-tables.ts';
import { costsContract } from './testing/costs.contract.ts';
import { queriesContract } from './testing/queries.contract.ts';
import { rowsContract } from './testing/rows.contract.ts';
import { tablesAndBatchesContract } from './testing/tables-and-batches.contract.ts';
import { transactionsContract } from './testing/transactions.contract.ts';

// DynamoDB as the adapters use it, the same on every engine.
withTables(
  (_engine, tables) => {
    tablesAndBatchesContract(tables);
    rowsContract(tables);
    queriesContract(tables);
    transactionsContract(tables);
    costsContract(tables);
  },
  { plain: false },
);
