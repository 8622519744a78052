import { modulesOf } from '../../devsite/manifest';
import { type AppReading, type Fault, placedModules } from './app-reading';

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

function exported({ sources }: AppReading, place: string, handler: string): readonly Fault[] {
  const [module = '', name = ''] = handler.split('.');
  const text = sources.get(`${module}.ts`) ?? sources.get(`${module}.tsx`) ?? sources.get(`${module}.js`);
  if (text === undefined) return [{ place, reason: `there is no src/${module}` }];
  const is = new RegExp(
    `export (?:async )?(?:function|const|let) ${name}\\b|export \\{[^}]*\\b${name}\\b[^}]*\\}`,
  ).test(text);
  const isValue = new RegExp(`export const ${name}\\s*=\\s*(?:['"\`\\d[{]|true|false|null)`).test(text);
  if (!is) return [{ place, reason: `src/${module} exports no ${name}` }];
  return isValue ? [{ place, reason: `${handler} is no function` }] : [];
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
