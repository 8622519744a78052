import type { WorkingTime } from '../../calendar/working-time';
import type { Duration, Instant } from '../../kernel/time';
import type { Segment } from './clock';
import type { Course, Reign, Span } from './course';
import type { Definition } from './definition';

/** The working time of each calendar by its id. */
export type Calendars = (calendarId: string) => WorkingTime;

const NOTHING = 0 as Duration;

/** The stretches of a course up to `end`, each with the working time that counts of it. */
export function segmentsOf(
  course: Course,
  policy: Definition['goalChangePolicy'],
  calendars: Calendars,
  end: Instant,
): readonly Segment[] {
  const { spans, reigns } = course;
  const current = reigns.at(-1);
  if (!current) return [];
  const cuts = policy === 'recompute' ? [{ ...current, from: course.startedAt }] : reigns;
  const countsFrom = policy === 'restart' ? current.from : course.startedAt;
  return spans.flatMap((span, i) => {
    const to = spans[i + 1]?.from ?? end;
    return cuts.flatMap((reign, j) => {
      const piece = overlap(span, to, reign, cuts[j + 1]?.from ?? end);
      return piece ? [segment(span, reign, piece, calendars, countsFrom)] : [];
    });
  });
}

interface Piece {
  readonly from: Instant;
  readonly to: Instant;
}

function overlap(span: Span, spanEnd: Instant, reign: Reign, reignEnd: Instant): Piece | null {
  const from = Math.max(span.from, reign.from) as Instant;
  const to = Math.min(spanEnd, reignEnd) as Instant;
  return from < to ? { from, to } : null;
}

function segment(span: Span, reign: Reign, { from, to }: Piece, calendars: Calendars, countsFrom: Instant): Segment {
  const { id: goalId, calendarId } = reign.goal;
  const counts = span.kind === 'run' && from >= countsFrom;
  const elapsed = counts ? calendars(calendarId).elapsed(from, to) : NOTHING;
  const plain = { from, to, kind: span.kind, goalId, calendarId, elapsed, reasons: span.reasons };
  return span.kind === 'run' && !counts ? { ...plain, setAside: true } : plain;
}
