import type { Site, SiteField, SiteWords } from '../sla/site-words';
import { fieldOptions } from './field-options';
import { type JiraField, jira } from './jira';
import { categoryOf } from './status-category';

/** What a site has to name in a definition, read as the app. */
export const jiraSite: Site = {
  async words(): Promise<SiteWords> {
    const [issueTypes, statuses, priorities, fields] = await Promise.all([
      jira.issueTypes(),
      jira.statuses(),
      jira.priorities(),
      jira.fields(),
    ]);
    return {
      issueTypes,
      statuses: statuses.map(({ id, name, statusCategory }) => ({
        id,
        name,
        category: categoryOf(statusCategory.key),
      })),
      priorities,
      fields: fields.map(fieldOf),
    };
  },

  async optionsOf(field) {
    return (await fieldOptions(field)).flat().map(({ id, value }) => ({ id, name: value ?? id }));
  },
};

function fieldOf({ id, name, clauseNames = [], schema }: JiraField): SiteField {
  const kinds = { option: 'select', datetime: 'datetime' } as const;
  const kind = kinds[schema?.type as keyof typeof kinds] ?? 'other';
  const words = new Set([...clauseNames, name, id].map((word) => word.toLowerCase()));
  return { id, name, kind, clauseNames: [...words] };
}
