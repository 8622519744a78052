import type { SiteShape } from '../journeys/set-up';
import { jira } from './jira';

/** The key of the app's own field as Jira lists it ends with its module's key. */
const nextDueModule = '/static/next-due';

/** What the site has, read as the app. */
export async function siteShape(): Promise<SiteShape> {
  const [issueTypes, statuses, priorities, fields, leads] = await Promise.all([
    jira.issueTypes(),
    jira.statuses(),
    jira.priorities(),
    jira.fields(),
    projectLeads(),
  ]);
  return {
    issueTypes,
    statuses: statuses.map(({ id, name, statusCategory }) => ({ id, name, category: categoryOf(statusCategory.key) })),
    priorities,
    fieldsNamed: async (name) => {
      const field = fields.find((candidate) => candidate.custom && candidate.name === name);
      return field && { id: field.id, name, options: await optionsOf(field.id) };
    },
    nextDueField: fields.find(({ key }) => key?.endsWith(nextDueModule))?.id,
    leads,
  };
}

/** Jira's category keys; anything it may add later counts as work in progress. */
const categoryOf = (key: string) => (key === 'new' || key === 'done' ? key : 'indeterminate');

async function optionsOf(field: string) {
  const contexts = await jira.contexts(field);
  const options = await Promise.all(contexts.map(({ id }) => jira.options(field, id)));
  return options.flat().map(({ id, value }) => ({ id, name: value }));
}

/** Project id to its lead's account id, over all pages. */
export async function projectLeads(): Promise<Readonly<Record<string, string>>> {
  const leads: Record<string, string> = {};
  let startAt = 0;
  for (;;) {
    const { values, isLast } = await jira.projects(startAt);
    for (const { id, lead } of values) if (lead) leads[id] = lead.accountId;
    startAt += values.length;
    if (isLast || !values.length) return leads;
  }
}
