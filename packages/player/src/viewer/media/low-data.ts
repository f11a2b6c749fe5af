/** What browsers tell of the connection (Network Information API); absent in some. */
export interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** True when the learner asked to save data, or the line is one of 2G or 3G. */
export function prefersLowData(connection: Connection | undefined): boolean {
  return connection?.saveData === true || /^(slow-2g|2g|3g)$/.test(connection?.effectiveType ?? '');
}

export function currentConnection(): Connection | undefined {
  return (navigator as Navigator & { readonly connection?: Connection }).connection;
}
