/** What both processes of the bench of imports know of the object store. */
export const importBuckets = { uploads: 'uploads', content: 'content' } as const;
export const importCredentials = { accessKeyId: 'bench', secretAccessKey: 'bench' } as const;
