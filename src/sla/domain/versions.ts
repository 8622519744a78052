import type { Instant } from '../../kernel/time';
import type { Definition, Former } from './definition';
import type { Moment } from './timeline';

/** A version, from the instant it came into force. */
interface Version {
  readonly definition: Definition;
  readonly from: number;
  /** What became of the clocks that were under way then. */
  readonly running: Former['running'];
}

/** All versions of a definition, oldest first; the last is the present one. */
export function versionsOf(definition: Definition): readonly Version[] {
  const former = definition.former ?? [];
  const all = [...former.map((one) => one.definition), definition];
  return all.map((version, i) => ({
    definition: version,
    from: former[i - 1]?.until ?? Number.NEGATIVE_INFINITY,
    running: former[i - 1]?.running ?? 'move',
  }));
}

/** The version of this number; the present one where none is named or it is not kept any more. */
export const versionOf = (definition: Definition, version: number | undefined): Definition =>
  version === undefined
    ? definition
    : (definition.former?.findLast((former) => former.definition.version === version)?.definition ?? definition);

/** The version that governs what begins at an instant. */
export function inForce(versions: readonly Version[], at: Instant): Definition {
  const version = versions.findLast(({ from }) => from <= at) ?? versions[0];
  if (!version) throw new Error('A definition has a version.');
  return version.definition;
}

/** The version that a course which went by `own` goes by at an instant: the next ones, up to the first it did not follow. */
export function followed(versions: readonly Version[], own: Definition, at: Instant): Definition {
  let place = versions.findIndex(({ definition }) => definition === own);
  for (let next = versions[place + 1]; next && next.from <= at && next.running === 'move'; next = versions[place + 1])
    place += 1;
  return versions[place]?.definition ?? own;
}

/** The version that judged a cycle at an instant, and with which instants it took up the next ones. */
export function versionsOver(definition: Definition, cycleVersion: number | undefined) {
  const versions = versionsOf(definition);
  const last = versionOf(definition, cycleVersion);
  const upTo = versions.findIndex((version) => version.definition === last);
  const own = versions.slice(0, upTo + 1);
  return { at: (at: Instant) => inForce(own, at), edits: own.filter(({ from }) => Number.isFinite(from)) };
}

/** The life of an issue with a moment at each edit of the definition, in which nothing else need happen. */
export function withEdits(life: readonly Moment[], definition: Definition, now: Instant): readonly Moment[] {
  const [birth] = life;
  const edits = (definition.former ?? []).map(({ until }) => until).filter((at) => birth && at > birth.at && at <= now);
  const missing = [...new Set(edits)].filter((at) => !life.some((moment) => moment.at === at));
  if (!missing.length) return life;
  const added = missing.map((at): Moment => {
    const before = life.findLast((moment) => moment.at < at);
    return { at, values: before?.values ?? {}, changes: [], comments: [] };
  });
  return [...life, ...added].sort((a, b) => a.at - b.at);
}
