import { chance } from '../../chance';
import { chosen } from '../../platform/chosen';
import { idOf } from '../../runners/deployment';
import { issueTold } from '../events';
import type { Issue } from '../issues/issue';
import type { Json } from '../json';
import { configurationOf } from './workflow-expressions';
import type { Moving } from './workflow-moving';
import { appPostFunctions } from './workflow-rules';

/** What a transition left behind. */
export interface Moved {
  readonly after: Issue;
  readonly commentId: number | undefined;
}

function changelogOf({ world }: Moving, { after }: Moved): Json {
  const row = world.database
    .sql('SELECT id, items_json FROM jira_history WHERE issue_id = ? ORDER BY at DESC LIMIT 1')
    .get<{ id: number; items_json: string }>(after.row.id);
  return row && { id: String(row.id), items: JSON.parse(row.items_json) };
}

/**
 * Sends the app's post functions on their way, in no order that holds.
 * https://developer.atlassian.com/platform/forge/events-reference/jira/#run-post-function-event (2026-08)
 */
export function enterPostFunctions(moving: Moving, moved: Moved): void {
  const { world, transition, workflow, issue, caller } = moving;
  const changelog = changelogOf(moving, moved);
  const executionId = idOf(`execution ${changelog?.id} of ${issue.row.id}`, world.manifest.app.id);
  for (const { rule, module } of appPostFunctions(moving)) {
    const late = Math.floor(chance(1, executionId, rule.id, module.key) * chosen.postFunctionLatency);
    world.deliveries?.enter({
      moduleKey: module.key,
      functionKey: String(module.function),
      cause: `workflow:${module.key}`,
      due: world.clock.now() + late,
      event: {
        issue: issueTold(world, moved.after),
        transition: {
          id: String(transition.id),
          name: transition.name,
          executionId,
          from: { id: String(issue.row.status_id) },
          to: { id: String(transition.to) },
        },
        workflow: { id: workflow.id, name: workflow.name },
        atlassianId: caller.accountId,
        changelog,
        ...(moved.commentId !== undefined && { comment: { id: String(moved.commentId) } }),
        configuration: configurationOf(rule) ?? {},
        postFunction: { id: rule.parameters.id || rule.id },
        context: { cloudId: idOf('site', world.manifest.app.id), moduleKey: module.key },
      },
    });
  }
}
