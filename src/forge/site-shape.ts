import type { SiteShape } from '../journeys/site-shape';
import { fieldOptions } from './field-options';
import { jira } from './jira';
import { categoryOf } from './status-category';

/** The key of the app's own field as Jira lists it ends with its module's key. */
const nextDueModule = '/static/next-due';

/** What the site has, read as the app. */
export async function siteShape(): Promise<SiteShape> {
  const [issueTypes, statuses, priorities, fields] = await Promise.all([
    jira.issueTypes(),
    jira.statuses(),
    jira.priorities(),
    jira.fields(),
  ]);
  return {
    issueTypes,
    statuses: statuses.map(({ id, name, statusCategory }) => ({ id, name, category: categoryOf(statusCategory.key) })),
    priorities,
    fieldsNamed: async (name) => {
      const field = fields.find(
        (candidate) => candidate.name === name && candidate.schema?.custom?.endsWith(':select'),
      );
      return field && { id: field.id, name, contexts: await optionsOf(field.id) };
    },
    nextDueField: fields.find(({ key }) => key?.endsWith(nextDueModule))?.id,
  };
}

/** The options that can be chosen, by context, in their order. */
const optionsOf = async (field: string) =>
  (await fieldOptions(field)).map((options) => options.filter(({ disabled }) => !disabled));
