import type { MatrixPreview } from '../incident/contract';
import type { PriorityRule } from '../incident/domain/priority-matrix';
import type { Records } from '../kernel/records';
import type { Instant } from '../kernel/time';
import { latestValues } from '../sla/domain/values';
import type { Configuration } from './configuration';
import { mostSampled, overStored } from './over-stored';
import { standingOf } from './standing-of';

interface Tried {
  readonly configuration: Configuration;
  readonly matrix: PriorityRule['matrix'];
  /** Ids of the statuses in which an issue is no longer open. */
  readonly done: ReadonlySet<string>;
}

/** What a matrix would make of the open incidents that are stored; the sample is of any issues. */
export async function matrixPreviewed(
  { configuration, matrix, done }: Tried,
  records: Records,
  now: () => Instant,
): Promise<MatrixPreview> {
  const after = { ...configuration, priority: { ...configuration.priority, matrix: matrix.map((row) => [...row]) } };
  const sample: MatrixPreview['sample'] = [];
  let [open, changes, kept] = [0, 0, 0];
  const looked = await overStored(records, now, (record) => {
    const standing = standingOf(record, after);
    if (!standing || done.has(latestValues(record.facts).status ?? '')) return;
    open += 1;
    if (standing.state === 'overridden' || standing.state === 'escalated') kept += 1;
    if (standing.state !== 'owed') return;
    changes += 1;
    sample.push({ issueId: record.issueId, from: standing.priority, to: standing.matrix });
  });
  return { ...looked, open, changes, kept, sample: sample.slice(0, mostSampled) };
}
