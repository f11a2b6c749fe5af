/** What the bench and its worker agree on. */
export const benchConnection = {
  table: 'bench',
  region: 'ap-southeast-3',
  credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
};
