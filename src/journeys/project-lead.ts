import * as v from 'valibot';
import type { Records } from '../kernel/records';
import { defineSetting } from '../kernel/setting';
import { StoredMoment } from '../kernel/shapes';
import { hours, type Instant } from '../kernel/time';
import type { IssueTracker } from '../sla/ports';

/** The KVS key under which leads are remembered. */
export const leadsKey = 'leads';
const rememberedFor = hours(24);

/** As many are remembered, the latest: a value of the store takes 240 KiB. */
const mostLeads = 1_000;

/** Project id to its lead as Jira told it at an instant. */
const Leads = v.record(v.string(), v.object({ accountId: v.optional(v.string()), at: StoredMoment }));

/** Jira is asked anew where it cannot be read. */
export const leadsSetting = defineSetting({ key: leadsKey, shape: Leads, instead: () => undefined });

/** Who leads a project, asked of Jira once a day. */
export async function leadOf(
  projectId: string,
  { records, tracker, now }: { records: Records; tracker: Pick<IssueTracker, 'lead'>; now: () => Instant },
): Promise<string | undefined> {
  const leads = (await records.setting(leadsSetting)) ?? {};
  const known = leads[projectId];
  if (known && now() - known.at < rememberedFor) return known.accountId;
  const accountId = await tracker.lead(projectId);
  const fresh = { ...(accountId && { accountId }), at: now() };
  const others = Object.entries(leads).filter(([id, { at }]) => id !== projectId && now() - at < rememberedFor);
  const latest = others.sort(([, a], [, b]) => b.at - a.at).slice(0, mostLeads - 1);
  await records.putSetting(leadsSetting, Object.fromEntries([[projectId, fresh], ...latest]));
  return accountId;
}
