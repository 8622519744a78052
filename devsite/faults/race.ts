import type { SiteDatabase } from '../database';
import type { CallMade } from '../gateway';
import { chosen } from '../platform/chosen';
import type { SqliteAgenda } from '../sqlite-agenda';

interface Options {
  readonly database: SiteDatabase;
  readonly clock: { now(): number };
  readonly agenda: Pick<SqliteAgenda, 'interleave'>;
}

/**
 * Lets another function run to its end while one waits for its call: an event of the same issue that is on its way, a due
 * one of a queue, or else a schedule that is due within minutes. A function whose work is no single issue's races with
 * events of any.
 */
export function openRace({ database, clock, agenda }: Options): (call: CallMade) => Promise<boolean> {
  const told = database.sql(`SELECT a.id FROM agenda a JOIN event_delivery d
    ON d.id = json_extract(a.payload, '$.id') AND d.retries = json_extract(a.payload, '$.retries')
    WHERE a.kind = 'event-delivery' AND d.retries = 0
    AND (?1 IS NULL OR json_extract(d.event, '$.issue.id') = ?1) ORDER BY a.due, a.id LIMIT 3`);
  const pushed = database.sql(`SELECT a.id FROM agenda a JOIN queue_entry q ON q.id = json_extract(a.payload, '$.id')
    WHERE a.kind = 'queue-delivery' AND a.due <= ?2
    AND (?1 IS NULL OR q.event LIKE '%"' || ?1 || '"%') ORDER BY a.due, a.id LIMIT 3`);
  const ticks = database.sql(
    `SELECT id FROM agenda WHERE kind = 'schedule-tick' AND payload <> json_quote(?) AND due <= ? ORDER BY due, id LIMIT 3`,
  );

  let racing = false;

  return async (call) => {
    // A third function that races with the second shows nothing that two do not.
    if (racing) return false;
    const issue = issueOf(call) ?? null;
    const now = clock.now();
    const rows = [
      ...told.all<{ id: number }>(issue),
      ...pushed.all<{ id: number }>(issue, now),
      ...ticks.all<{ id: number }>(call.invocation.moduleKey, now + chosen.racesWithin),
    ];
    racing = true;
    return agenda.interleave(rows.map(({ id }) => id)).finally(() => {
      racing = false;
    });
  };
}

/** The issue that an invocation is about; undefined where it is about none, or many. */
function issueOf({ invocation: { payload } }: CallMade): string | undefined {
  const { issue, body } = (payload ?? {}) as { issue?: { id?: string }; body?: { issueIds?: readonly string[] } };
  return issue?.id ?? (body?.issueIds?.length === 1 ? body.issueIds[0] : undefined);
}
