import type { Project, Setup } from '../configuration/setup';

const known = new WeakMap<Setup, ReadonlyMap<string, Project>>();

/** The project of an id or a key, in whatever state; keys count in any case. */
export function projectNamed(setup: Setup, idOrKey: string): Project | undefined {
  const byName =
    known.get(setup) ??
    new Map(
      [...setup.projects.values()].flatMap((each) => [[each.key, each] as const, [String(each.id), each] as const]),
    );
  known.set(setup, byName);
  return byName.get(idOrKey.toUpperCase());
}
