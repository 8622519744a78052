import { manifestLimits } from '../manifest-limits';
import type { Limits } from './limit';

const forge = 'https://developer.atlassian.com/platform/forge';
const refused = { over: 'the deploy is refused' };
const resource = { ...refused, source: `${forge}/limits-resource/ (2026-08-13)` };
const variable = { ...refused, source: `${forge}/limits-env-variables/ (2026-11-10)` };
const schedule = { ...refused, source: `${forge}/limits-scheduled-trigger/ (2026-08-13)`, unit: 'modules' };
const { resources } = manifestLimits;

/** Of what is deployed. */
export const deployLimits = {
  manifestSize: {
    what: '`manifest.yml`',
    most: manifestLimits.bytes,
    unit: 'bytes',
    ...refused,
    source: `${forge}/manifest-reference/ (2026-08)`,
  },
  modules: {
    what: 'modules of an app, functions among them',
    most: manifestLimits.modules,
    unit: 'modules',
    ...refused,
    source: `${forge}/limits-app-developer/ (2025-12-01)`,
  },
  schedules: { what: 'scheduled triggers', most: manifestLimits.schedules, ...schedule },
  frequentSchedules: {
    what: 'scheduled triggers every five minutes',
    most: manifestLimits.frequentSchedules,
    ...schedule,
    unit: 'module',
  },
  globalPages: {
    what: 'global pages',
    most: manifestLimits.globalPages,
    unit: 'module',
    ...refused,
    source: `${forge}/manifest-reference/modules/jira-global-page/ (2026-08)`,
  },
  resources: { what: 'resources of an app', most: resources.most, unit: 'resources', ...resource },
  entries: { what: 'entries of a resource', most: resources.entries, unit: 'entries', ...resource },
  files: { what: 'files of a resource', most: resources.files, unit: 'files', ...resource },
  fileSize: { what: 'files of a resource together', most: resources.bytes, unit: 'bytes', ...resource },
  allFiles: { what: 'files of all resources', most: resources.allFiles, unit: 'files', ...resource },
  allFileSize: { what: 'files of all resources together', most: resources.allBytes, unit: 'bytes', ...resource },
  memory: {
    what: 'memory of a function, of which it is stopped where it takes more',
    most: manifestLimits.memoryMB.most,
    unit: 'MB',
    ...refused,
    source: `${forge}/limits-invocation/ (2026-08-05)`,
  },
  variables: { what: 'environment variables', most: manifestLimits.variables.most, unit: 'variables', ...variable },
  variableKey: {
    what: 'name of an environment variable',
    most: manifestLimits.variables.keyCharacters,
    unit: 'characters',
    ...variable,
  },
  variableValue: {
    what: 'value of an environment variable',
    most: manifestLimits.variables.valueBytes,
    unit: 'bytes',
    ...variable,
  },
} as const satisfies Limits;
