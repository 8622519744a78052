import { modulesOf } from '../../devsite/manifest';
import { type AppReading, placedModules } from './app-reading';
import { anyName, exportedNames, fileOf } from './exported-names';
import type { Fault } from './fault';

/** https://developer.atlassian.com/platform/forge/manifest-reference/#runtime (2026-08) */
const runtimes = ['nodejs22.x', 'nodejs24.x'];

/** Modules of pages: without a resource they were UI Kit 1. */
const isDrawn = (type: string): boolean => /^(jira|confluence|jiraServiceManagement|macro)/.test(type);
const isWithoutPage =
  /:(jqlFunction|workflow\w+|entityProperty\w*|customField\w*|\w+Permission|contentProperty|actionValidator|command)$/;

/** Handlers that are no exported functions, functions that nobody declares, and what they run on. */
export const functionFaults = (app: AppReading): readonly Fault[] => [
  ...modulesOf(app.manifest, 'function').flatMap(({ key, handler }) =>
    exported(app, `modules.function.${key}`, String(handler)),
  ),
  ...(runtimes.includes(app.manifest.app.runtime.name)
    ? []
    : [{ place: 'app.runtime.name', reason: `${app.manifest.app.runtime.name} is no longer supported` }]),
  ...undeclared(app),
  ...uiKitOne(app),
];

/** As @forge/manifest has it. */
const handlerWritten = /^(?<module>[\p{Alpha}\d_-]+(?:\/[\p{Alpha}\d_-]+)*)\.(?<name>[\p{Alpha}\d_-]+)$/u;

function exported({ sources }: AppReading, place: string, handler: string): readonly Fault[] {
  const { module = '', name = '' } = handlerWritten.exec(handler)?.groups ?? {};
  if (module === '')
    return [{ place, reason: `${handler} is no handler: it names a file of src/ and its export, as index.run` }];
  const file = fileOf(sources, module);
  if (file === undefined) return [{ place, reason: `there is no src/${module}` }];
  const names = exportedNames(sources, file);
  const what = names.get(name) ?? names.get(anyName) ?? 'type';
  if (what === 'type') return [{ place, reason: `src/${module} exports no ${name}` }];
  return what === 'value' ? [{ place, reason: `${handler} is no function` }] : [];
}

/** Every place where a module names a function. */
const called = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) =>
        name === 'function' && typeof inner === 'string' ? [inner] : called(inner),
      );

function undeclared({ manifest }: AppReading): readonly Fault[] {
  const declared = new Set(modulesOf(manifest, 'function').map(({ key }) => key));
  return placedModules(manifest).flatMap(({ module, place }) =>
    called(module)
      .filter((key) => !declared.has(key))
      .map((key) => ({ place, reason: `calls the function ${key}, which is not declared` })),
  );
}

const uiKitOne = ({ manifest }: AppReading): readonly Fault[] =>
  placedModules(manifest)
    .filter(({ type, module }) => isDrawn(type) && !isWithoutPage.test(type) && module.resource === undefined)
    .map(({ place }) => ({ place, reason: 'has no resource: UI Kit 1 was removed' }));
