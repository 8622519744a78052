/** What comes of asking for so much: `taken`, or the word by which it is refused. */
export type Attempt = (amount: number) => Promise<string>;

export interface Tried {
  readonly attempt: Attempt;
  readonly refused: string;
}

export const outcome = (work: () => Promise<unknown>): Promise<string> =>
  work().then(
    () => 'taken',
    (error: Error & { readonly code?: string }) =>
      error.code ?? (error.constructor.name === 'Error' ? error.message : error.constructor.name),
  );

/** Asks so many times; what came of the last. */
export async function times(amount: number, once: () => Promise<string>): Promise<string> {
  let last = 'taken';
  for (let i = 0; i < amount; i++) last = await once();
  return last;
}
