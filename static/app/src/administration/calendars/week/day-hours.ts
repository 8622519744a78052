import type { WallHours } from '@fettle/calendar/working-calendar';

/** Minutes of a day. */
export const wholeDay = 1_440;
/** How far apart, in minutes, the places are that an edge can be dragged to. */
export const step = 15;

/** A stretch of the day as it is drawn, in minutes after midnight; what runs past midnight is cut off there. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly isOvernight: boolean;
}

const TIME = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/;

/** The minutes after midnight of what a person typed: `9`, `9:30`, `0930`, `24:00`; undefined where it is no time. */
export function minutesOf(text: string): number | undefined {
  const [, hour, minute = '0'] = TIME.exec(text.trim()) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour === undefined || Number(minute) > 59 || minutes > wholeDay ? undefined : minutes;
}

/** `09:30`. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What was typed as the calendar keeps it, where it is a time. */
export function asTime(text: string): string {
  const minutes = minutesOf(text);
  return minutes === undefined ? text : timeOf(minutes);
}

/** The hours of a day as they are drawn; undefined while one of them is no time. */
export function blocksOf(hours: readonly WallHours[]): readonly Block[] | undefined {
  const blocks: Block[] = [];
  for (const { from, to } of hours) {
    const [opens, closes] = [minutesOf(from), minutesOf(to)];
    if (opens === undefined || closes === undefined) return undefined;
    const isOvernight = closes <= opens;
    blocks.push({ from: opens, to: isOvernight ? wholeDay : closes, isOvernight });
  }
  return blocks;
}

/** In the next day's row: how far what runs past midnight reaches, in minutes. */
export const reachOf = (hours: readonly WallHours[]): number =>
  Math.max(0, ...hours.map(({ from, to }) => overnightEnd(minutesOf(from), minutesOf(to))));

const overnightEnd = (from: number | undefined, to: number | undefined): number =>
  from !== undefined && to !== undefined && to <= from ? to : 0;

/** Both edges of each block, in order. */
export const edgesOf = (blocks: readonly Block[]): number[] => blocks.flatMap(({ from, to }) => [from, to]);

/** The hours once their edges were dragged; a block that runs past midnight does so until its end is moved. */
export function withEdges(hours: readonly WallHours[], edges: readonly number[]): readonly WallHours[] {
  const before = blocksOf(hours) ?? [];
  return hours.map((known, i) => {
    const [from = 0, to = wholeDay] = edges.slice(2 * i, 2 * i + 2);
    if (from >= to) return known;
    const staysOvernight = before[i]?.isOvernight && to === wholeDay;
    return { from: timeOf(from), to: staysOvernight ? known.to : timeOf(to) };
  });
}

/** The hours and a block more, in the order of the day; as they were where it would lie on another. */
export function withBlock(hours: readonly WallHours[], from: number, to: number): readonly WallHours[] {
  const isTaken = (blocksOf(hours) ?? []).some((block) => from < block.to && to > block.from);
  if (isTaken || to <= from) return hours;
  const added = { from: timeOf(from), to: timeOf(to) };
  return [...hours, added].sort((a, b) => (minutesOf(a.from) ?? 0) - (minutesOf(b.from) ?? 0));
}

/** Hours that can be added to a day: 9 to 17, or what is free of the widest gap, up to four hours. */
export function freeBlock(hours: readonly WallHours[]): readonly [from: number, to: number] | undefined {
  if (hours.length === 0) return [9 * 60, 17 * 60];
  const blocks = [...(blocksOf(hours) ?? [])].sort((a, b) => a.from - b.from);
  const gaps = [
    ...blocks.map(({ to }, i) => [to, blocks[i + 1]?.from ?? wholeDay] as const),
    [0, blocks[0]?.from ?? 0] as const,
  ];
  const [start, end] = gaps.reduce((widest, gap) => (gap[1] - gap[0] > widest[1] - widest[0] ? gap : widest));
  if (end - start < step) return undefined;
  const pad = end - start >= 4 * 60 ? 60 : 0;
  return start === 0
    ? [Math.max(0, end - pad - 4 * 60), end - pad]
    : [start + pad, Math.min(end, start + pad + 4 * 60)];
}

/** The week with the hours of one day on others. */
export const copied = (
  week: readonly (readonly WallHours[])[],
  from: number,
  onto: readonly number[],
): readonly (readonly WallHours[])[] => week.map((hours, day) => (onto.includes(day) ? (week[from] ?? hours) : hours));

/** Open minutes of a day that the hours begin on. */
export const minutesOpen = (hours: readonly WallHours[]): number =>
  hours.reduce((sum, { from, to }) => {
    const [opens, closes] = [minutesOf(from), minutesOf(to)];
    if (opens === undefined || closes === undefined) return sum;
    return sum + (closes > opens ? closes - opens : closes + wholeDay - opens);
  }, 0);
