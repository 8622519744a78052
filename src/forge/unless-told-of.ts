import { TooMuchHistory } from '../journeys/too-much-history';
import { UnreadableSetting } from '../kernel/reading';

/**
 * Ends work quietly that cannot go on and that Health tells of: without a setting that cannot be read, which the hourly
 * schedule mends, and with an issue that was let go.
 */
export async function unlessToldOf<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableSetting || error instanceof TooMuchHistory) return undefined;
    throw error;
  }
}
