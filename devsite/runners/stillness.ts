import { turn } from '../see-through';

/** What the functions under way are at. */
export interface Stirring {
  readonly unfinished: number;
  /** Some of them compute, or wait for an answer. */
  readonly busy: boolean;
  /** All of them have set a timer, so that they may well be asleep. */
  readonly asleep: boolean;
  /** Grows with everything they do. */
  readonly deeds: number;
}

/** Real milliseconds without a deed after which functions count as still: those asleep, and those with no timer set. */
const patience = { asleep: 4, unexplained: 1_000 };

const between = 2;

/** Answers what comes about once nothing stirs any more; whoever asks meanwhile waits for the same. */
export function openStillness(look: () => Stirring): () => Promise<void> {
  let awaited: Promise<void> | undefined;
  return () => {
    awaited ??= stillness(look).finally(() => {
      awaited = undefined;
    });
    return awaited;
  };
}

async function stillness(look: () => Stirring): Promise<void> {
  await turn();
  let deeds = -1;
  let since = 0;
  for (let now = look(); now.unfinished > 0; now = look()) {
    if (now.busy || now.deeds !== deeds) since = performance.now();
    deeds = now.deeds;
    if (performance.now() - since >= (now.asleep ? patience.asleep : patience.unexplained)) return;
    await pause(between);
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
