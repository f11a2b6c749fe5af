import fc from 'fast-check';

/** Property tests try the same examples in every run; `EXAMPLES=<number>` tries others. */
fc.configureGlobal({ seed: Number(process.env.EXAMPLES ?? 20_261_128) });
