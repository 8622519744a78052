import { UnreadableSetting } from '../kernel/reading';

/**
 * Ends work quietly that cannot go on without a setting that cannot be read: it is set aside and told of by Health, the
 * hourly schedule mends it, and then reads what was missed from history.
 */
export async function unlessUnreadable<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableSetting) return undefined;
    throw error;
  }
}
