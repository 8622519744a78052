import { type Duration, hours } from '@fettle/kernel/time';

const MINUTE = 60_000;
const part = /(\d+(?:[.,]\d+)?)\s*(w|d|h|m)(?:[a-z]*)\s*/y;

/**
 * The working time a person wrote: `4 h`, `2 d 30 m`, `1.5h`. A day is one of the calendar's working days, a week five of
 * them (seven where the calendar never closes). Undefined where it says none.
 */
export function parseTarget(text: string, workingDay: Duration = hours(8)): Duration | undefined {
  const said = text.trim().toLowerCase();
  const units: Readonly<Record<string, number>> = {
    w: workingDay * (workingDay >= hours(24) ? 7 : 5),
    d: workingDay,
    h: 60 * MINUTE,
    m: MINUTE,
  };
  let sum = 0;
  for (part.lastIndex = 0; part.lastIndex < said.length; ) {
    const [, amount, unit = ''] = part.exec(said) ?? [];
    if (amount === undefined) return undefined;
    sum += Number(amount.replace(',', '.')) * (units[unit] ?? 0);
  }
  const rounded = Math.round(sum / MINUTE) * MINUTE;
  return said && rounded > 0 ? (rounded as Duration) : undefined;
}

/** `24 h`, `16 h 30 m`: never in days, which differ by calendar. */
export function targetText(target: number): string {
  const minutes = Math.round(target / MINUTE);
  const words = [`${Math.floor(minutes / 60)} h`, `${minutes % 60} m`].filter((word) => !word.startsWith('0 '));
  return words.join(' ') || '0 m';
}
