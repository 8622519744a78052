import { generatedLog } from '../replay/generated-log';
import { type Life, livesOf, sample } from '../replay/lives';
import { readLog } from '../replay/log-row';

const day = 24 * 3_600_000;

/** Which incidents of which log. */
export interface LogPart {
  /** A generated log where there is none. */
  readonly file: string | undefined;
  readonly limit: number;
  /** Only incidents that begin and end within so many days of the log's beginning: time in which nothing happens takes time. */
  readonly days: number | undefined;
}

/** A part of a log, the same in every process. */
export async function logLives({ file, limit, days }: LogPart): Promise<readonly Life[]> {
  const all = livesOf(file ? await readLog(file) : generatedLog(limit, 1));
  const ends = (all.lives[0]?.openedAt ?? 0) + (days ?? Number.POSITIVE_INFINITY) * day;
  const lives = all.lives.filter(({ openedAt, steps }) => (steps.at(-1)?.at ?? openedAt) <= ends);
  return sample({ ...all, lives }, limit, 1).lives;
}
