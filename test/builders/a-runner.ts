import { openClock } from '../../devsite/clock';
import type { Deployment } from '../../devsite/runners/deployment';
import { openInProcessRunner } from '../../devsite/runners/in-process';
import type { Instance } from '../../devsite/runners/instance';
import { openIsolatedRunner } from '../../devsite/runners/isolated';
import type { Invocation, PlatformCall, Runner } from '../../devsite/runners/runner';
import { seeThrough } from '../../devsite/see-through';
import { monday } from './a-platform';

interface RunnerTerms {
  /** The bundle's text; its exports are the functions. */
  readonly code: string;
  readonly call?: PlatformCall;
  readonly variables?: Readonly<Record<string, string>>;
  readonly pace?: 'real' | 'frozen';
  /** The machine it runs on, in process; one of its own when absent. */
  readonly instance?: Instance;
  /** Each invocation begins on a machine of its own, isolated. */
  readonly cold?: boolean;
  readonly memoryMB?: number;
}

const nowhere: PlatformCall = async () => ({ status: 200, body: {} });

/** A runner with one bundle, on a clock that stands on a Monday morning unless told otherwise. */
export function aRunner(kind: Runner['kind'], terms: RunnerTerms) {
  const {
    code,
    call = nowhere,
    variables = {},
    pace = 'frozen',
    instance,
    cold,
    memoryMB = aDeployment.memoryMB,
  } = terms;
  const clock = openClock({ start: monday, pace });
  const exported = [...code.matchAll(/exports\.(\w+)/g)].map(([, name = '']) => [name, `app.${name}`]);
  const deployment = {
    ...aDeployment,
    handlers: Object.fromEntries(exported),
    bundles: { app: code },
    variables,
    memoryMB,
  };
  const open = kind === 'isolated' ? openIsolatedRunner : openInProcessRunner;
  const runner = open({ deployment, clock, call, instance, cold });
  let count = 0;

  const invoke = (functionKey: string, payload: unknown = {}, terms: Partial<Invocation> = {}) => {
    count += 1;
    const invocation: Invocation = {
      id: `invocation-${count}`,
      functionKey,
      moduleKey: 'module',
      moduleType: 'trigger',
      payload,
      context: {},
      timeoutSeconds: 25,
      cause: 'test',
      ...terms,
    };
    return seeThrough({ clock, idle: () => runner.idle() }, runner.invoke(invocation));
  };
  const close = async () => {
    await runner.close();
    clock.close();
  };
  return { clock, runner, invoke, close };
}

const aDeployment: Deployment = {
  appId: '00000000-0000-4000-8000-000000000001',
  appVersion: '1.0.0',
  environmentId: '00000000-0000-4000-8000-000000000002',
  environmentType: 'DEVELOPMENT',
  installationId: '00000000-0000-4000-8000-000000000003',
  cloudId: '00000000-0000-4000-8000-000000000004',
  contextAri: 'ari:cloud:jira::site/00000000-0000-4000-8000-000000000004',
  permissions: { scopes: ['storage:app'], external: {} },
  memoryMB: 128,
  handlers: {},
  bundles: {},
  variables: {},
};
