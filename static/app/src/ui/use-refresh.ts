import { events } from '@forge/bridge';
import { useEffect } from 'react';

const minute = 60_000;

/** The app hears of a change after the page does. */
const afterAChange = 2_000;

/** Asks again while the page is seen: every minute, on coming back to it, and after the host tells of any of these. */
export function useRefresh(again: () => void, told: readonly string[], every = minute): void {
  const names = told.join();
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && again();
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    let soon: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(soon);
      soon = setTimeout(look, afterAChange);
    };
    const subscriptions = names
      .split(',')
      .filter(Boolean)
      .map((name) => events.on(name, heard));
    return () => {
      clearInterval(timer);
      clearTimeout(soon);
      document.removeEventListener('visibilitychange', look);
      for (const subscription of subscriptions) void subscription.then(({ unsubscribe }) => unsubscribe());
    };
  }, [again, names, every]);
}
