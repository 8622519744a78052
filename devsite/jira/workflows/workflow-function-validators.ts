import { modulesOf } from '../../manifest';
import { type Ask, NotSimulated, PlatformError } from '../../simulators/simulator';
import { bodyOf } from '../checks';
import type { WorkflowRule } from '../configuration/configuration';
import { readFields } from '../fields/field-selection';
import { visibleIssue } from '../issues/issue';
import type { Preparer } from '../jql/prepare';
import type { Json } from '../json';
import { Refusal } from '../refusal';
import type { World } from '../world';
import { type TransitionPlan, transitionPlan } from './transition-plan';
import { configurationOf, moduleOf } from './workflow-expressions';
import { isFunctionValidator } from './workflow-rules';

type Verdicts = ReadonlyMap<WorkflowRule, string | undefined>;

const verdicts = new WeakMap<Ask, Verdicts>();

/** What a function that was asked beforehand has against a call; undefined when nothing. */
export const judgedBy =
  (ask: Ask) =>
  (rule: WorkflowRule): string | undefined => {
    const known = verdicts.get(ask);
    if (!known?.has(rule)) throw new NotSimulated('a transition that a function validates, asked without waiting');
    return known.get(rule);
  };

const isPerson = (value: Json): boolean => typeof value?.accountId === 'string';

function modified(value: Json): Json {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(modified);
  return isPerson(value) ? { accountId: value.accountId } : value;
}

/** As the page of the module says; only an app that may read Jira is told what was set. */
function payloadOf({ moving, edit }: TransitionPlan, rule: WorkflowRule): Json {
  const { world, issue, changed, transition, caller } = moving;
  const mayRead = world.manifest.permissions?.scopes?.includes('read:jira-work') ?? false;
  const fields = [...edit.changes.keys()].map((id) => {
    const field = readFields(world).get(id);
    return [id, modified(field?.read(world, changed, caller.accountId) ?? null)];
  });
  return {
    issue: { key: issue.row.key },
    configuration: configurationOf(rule) ?? {},
    transition: {
      from: { id: String(issue.row.status_id) },
      to: { id: String(transition.to) },
      ...(mayRead && { modifiedFields: Object.fromEntries(fields) }),
    },
  };
}

/** Chosen here: what is shown when the function fails, or refuses without a word. */
const wordless = 'The transition was refused by a workflow validator.';

async function judge(plan: TransitionPlan, rule: WorkflowRule): Promise<string | undefined> {
  const { world, caller } = plan.moving;
  const module = moduleOf(plan.moving, rule)?.module;
  if (!module || !world.invoke) return wordless;
  const terms = { cause: `workflow:${module.key}`, accountId: caller.accountId };
  const payload = payloadOf(plan, rule);
  const { result } = await world.invoke(module.key, 'jira:workflowValidator', module.function, payload, terms);
  const value: Json = result.ok ? result.value : undefined;
  return value?.result === true ? undefined : (value?.errorMessage ?? wordless);
}

const route = /^\/rest\/api\/3\/issue\/([^/?]+)\/transitions(?:\?|$)/;

/** What a call asks for, when it can be done at all; what cannot is refused when it is answered. */
function planOf(world: World, caller: Parameters<Preparer>[0], ask: Ask): TransitionPlan | undefined {
  const [, idOrKey] = ask.method.toUpperCase() === 'POST' ? (route.exec(ask.path) ?? []) : [];
  if (idOrKey === undefined) return undefined;
  try {
    const issue = visibleIssue(world, caller.accountId, decodeURIComponent(idOrKey));
    return issue && transitionPlan(world, issue, caller, bodyOf(ask.body));
  } catch (error) {
    if (error instanceof Refusal || error instanceof PlatformError || error instanceof URIError) return undefined;
    throw error;
  }
}

/** Asks the functions that validate a transition before it is made. */
export function functionValidators(world: World): Preparer {
  const declared = modulesOf(world.manifest, 'jira:workflowValidator').some((module) => module.function);
  return (caller, ask) => {
    const plan = declared ? planOf(world, caller, ask) : undefined;
    const rules = plan?.moving.transition.validators.filter((rule) => isFunctionValidator(plan.moving, rule)) ?? [];
    if (!plan || rules.length === 0) return undefined;
    const judged = rules.map(async (rule) => [rule, await judge(plan, rule)] as const);
    return Promise.all(judged).then((entries) => void verdicts.set(ask, new Map(entries)));
  };
}
