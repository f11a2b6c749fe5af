/** Works through the inputs, so many at once, each lane taking the next one. */
export async function inLanes<Input>(
  lanes: number,
  inputs: readonly Input[],
  work: (input: Input) => Promise<unknown>,
): Promise<void> {
  const rest = inputs.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const input of rest) await work(input);
    }),
  );
}
