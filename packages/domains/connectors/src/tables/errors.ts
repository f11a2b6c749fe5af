import { DomainError } from '@sinau/kernel';

/** A connection that asks for its data takes no tables: two sources of one thing contradict each other. */
export class TakesNoTables extends DomainError {
  readonly code = 'connectors.takes-no-tables';

  constructor() {
    super('This connection takes no tables. Make one of the kind "file".');
  }
}

/** Nothing is waiting to be confirmed: it was confirmed, thrown away or replaced. */
export class NoTableWaiting extends DomainError {
  readonly code = 'connectors.no-table';

  constructor() {
    super('No table is waiting to be confirmed. Upload the file again.');
  }
}

export class TableNotUsable extends DomainError {
  readonly code = 'connectors.table-not-usable';
  readonly rows: number;

  constructor(rows: number) {
    super(`${rows} rows cannot be taken. Correct them in the file and upload it again.`);
    this.rows = rows;
  }
}
