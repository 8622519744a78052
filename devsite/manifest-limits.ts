import { type Excess, entityExcess, tooMany } from './kvs/entity-excess';
import { type Manifest, modulesOf } from './manifest';
import { timeouts } from './platform/declared-function';

/** What a deploy refuses more of; `deploy-limits.ts` has where each is documented. */
export const manifestLimits = {
  bytes: 200 * 1024,
  modules: 150,
  schedules: 5,
  frequentSchedules: 1,
  globalPages: 1,
  uiModifications: 1,
  memoryMB: { least: 128, most: 1024 },
  resources: {
    most: 50,
    entries: 50,
    files: 5_000,
    bytes: 100 * 1024 * 1024,
    allFiles: 25_000,
    allBytes: 1024 * 1024 * 1024,
  },
  /** Those that are not encrypted, of which the site has none. */
  variables: { most: 50, keyCharacters: 128, valueBytes: 3 * 1024 },
};

const count = (manifest: Manifest, type: string): number => modulesOf(manifest, type).length;

const frequent = (manifest: Manifest): number =>
  modulesOf(manifest, 'scheduledTrigger').filter(({ interval }) => interval === 'fiveMinute').length;

const allModules = ({ modules }: Manifest): number =>
  Object.values(modules).reduce((sum, { length }) => sum + length, 0);

const inAll = (what: string, found: number, most: number): readonly Excess[] =>
  tooMany('manifest.yml', what, found, most);

/** What a manifest has too much of; `text` is the file as it is written. */
export const manifestExcess = (manifest: Manifest, text = ''): readonly Excess[] => [
  ...inAll('bytes', Buffer.byteLength(text), manifestLimits.bytes),
  ...inAll('modules', allModules(manifest), manifestLimits.modules),
  ...inAll('scheduled triggers', count(manifest, 'scheduledTrigger'), manifestLimits.schedules),
  ...inAll('scheduled triggers every five minutes', frequent(manifest), manifestLimits.frequentSchedules),
  ...inAll('global pages', count(manifest, 'jira:globalPage'), manifestLimits.globalPages),
  ...inAll('UI modifications', count(manifest, 'jira:uiModifications'), manifestLimits.uiModifications),
  ...inAll('resources', manifest.resources?.length ?? 0, manifestLimits.resources.most),
  ...(manifest.resources ?? []).flatMap(({ key, entry }) =>
    tooMany(`resources.${key}`, 'entries', Object.keys(entry ?? {}).length, manifestLimits.resources.entries),
  ),
  ...memoryExcess('app.runtime.memoryMB', manifest.app.runtime.memoryMB),
  ...modulesOf(manifest, 'function').flatMap(({ key, timeoutSeconds, runtime }) => [
    ...tooMany(`modules.function.${key}.timeoutSeconds`, 'seconds', Number(timeoutSeconds ?? 0), timeouts.longest),
    ...memoryExcess(`modules.function.${key}.runtime.memoryMB`, runtime?.memoryMB),
  ]),
  ...entityExcess(manifest.app.storage?.entities ?? []),
];

function memoryExcess(place: string, asked: unknown): readonly Excess[] {
  const { least, most } = manifestLimits.memoryMB;
  const fits = asked === undefined || (Number(asked) >= least && Number(asked) <= most);
  return fits ? [] : [{ place, reason: `memory is ${least} to ${most} MB` }];
}

/** Files of a resource, and how many bytes they have together. */
export interface ResourceFiles {
  readonly count: number;
  readonly bytes: number;
}

/** What resources, by their keys, have built too much of. */
export function resourceExcess(built: ReadonlyMap<string, ResourceFiles>): readonly Excess[] {
  const { files, bytes, allFiles, allBytes } = manifestLimits.resources;
  const sum = (of: keyof ResourceFiles) => [...built.values()].reduce((all, each) => all + each[of], 0);
  return [
    ...[...built].flatMap(([key, each]) => [
      ...tooMany(`resources.${key}`, 'files', each.count, files),
      ...tooMany(`resources.${key}`, 'bytes', each.bytes, bytes),
    ]),
    ...inAll('files in all resources', sum('count'), allFiles),
    ...inAll('bytes in all resources', sum('bytes'), allBytes),
  ];
}

/** What there is too much of in the variables that an app is given. */
export function variableExcess(variables: Readonly<Record<string, string>>): readonly Excess[] {
  const { most, keyCharacters, valueBytes } = manifestLimits.variables;
  return [
    ...tooMany('environment.variables', 'variables', Object.keys(variables).length, most),
    ...Object.entries(variables).flatMap(([key, value]) => [
      ...tooMany(`environment.variables.${key}`, 'characters in a name', key.length, keyCharacters),
      ...tooMany(`environment.variables.${key}`, 'bytes in a value', Buffer.byteLength(value), valueBytes),
    ]),
  ];
}
