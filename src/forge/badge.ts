import * as v from 'valibot';
import { badgeFor } from '../journeys/show-badge';
import { IssueId } from '../kernel/shapes';
import { permittedIssues } from './jira-permissions';
import { unlessToldOf } from './unless-told-of';
import { following } from './world';

const Payload = v.object({ extension: v.object({ issue: v.object({ id: IssueId }) }) });

/**
 * `dynamicProperties` of the badge on an issue: the state of its most pressing clock. The payload is not trusted, so Jira
 * is asked whether the person may see the issue; nothing is shown to anybody else.
 */
export async function badge(payload: unknown) {
  const read = v.safeParse(Payload, payload);
  if (!read.success) return {};
  const { id } = read.output.extension.issue;
  const permitted = await permittedIssues('BROWSE_PROJECTS', [Number(id)]);
  const shown = permitted.includes(Number(id)) ? await unlessToldOf(() => badgeFor(id, following)) : undefined;
  return shown ? { status: { type: 'lozenge', value: shown } } : {};
}
