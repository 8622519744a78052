/** Hours of a working day and days of a working week: Jira's own settings. */
export const workingTime = { hoursPerDay: 8, daysPerWeek: 5 } as const;

const HOUR = 3_600;
const DAY = workingTime.hoursPerDay * HOUR;

/** Seconds of each unit, the largest first. */
const lengths = { w: workingTime.daysPerWeek * DAY, d: DAY, h: HOUR, m: 60 } as const;

const isDuration = /^(\d+(\.\d+)?[wdhm]\s*)+$/;

/** `1d 4h`, or a number of minutes, in seconds; undefined when it is neither. */
export function secondsIn(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return Number(trimmed) * lengths.m;
  if (!isDuration.test(trimmed)) return undefined;
  const parts = [...trimmed.matchAll(/(\d+(?:\.\d+)?)([wdhm])/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * lengths[unit as keyof typeof lengths], 0);
}

/** Seconds as Jira writes them: `1w 2d 3h 4m`; what is less than a minute is left out. */
export function durationText(seconds: number): string {
  let rest = seconds;
  const parts = Object.entries(lengths).flatMap(([unit, length]) => {
    const amount = Math.floor(rest / length);
    rest -= amount * length;
    return amount > 0 ? [`${amount}${unit}`] : [];
  });
  return parts.join(' ') || '0m';
}
