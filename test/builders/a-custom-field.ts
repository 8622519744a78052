import type { Json } from '../../devsite/jira/json';
import { type AJira, aJira } from './a-jira';
import { aSeedWithATeam } from './a-team-project';

/** The usual site with a team-managed project. */
export const aSiteWithATeam = (): AJira => aJira({ seed: aSeedWithATeam });

/** What the app gets; fails unless it is 2xx. */
export function got(site: AJira, path: string): Json {
  const { status, body } = site.asApp('GET', path);
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body;
}

/** What the types and searchers of custom fields begin with. */
export const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';

/** Makes a field Size, of one option unless the body says another type. */
export const makeField = (site: AJira, body: Record<string, unknown> = {}) =>
  site.asApp('POST', '/field', {
    name: 'Size',
    type: `${TYPES}:select`,
    searcherKey: `${TYPES}:multiselectsearcher`,
    ...body,
  });

/** The id of a field's first context. */
export const contextOf = (site: AJira, field: string): string => got(site, `/field/${field}/context`).values[0].id;

/** A field Size with options, on the create screen. */
export function withSize(site: AJira): { readonly field: string; readonly options: string; ids(): readonly string[] } {
  const field = makeField(site).body.id;
  const options = `/field/${field}/context/${contextOf(site, field)}/option`;
  site.asApp('POST', options, { options: [{ value: 'Small' }, { value: 'Large' }] });
  site.asApp('POST', `/screens/addToDefault/${field}`);
  return { field, options, ids: () => got(site, options).values.map(({ id }: Json) => id) };
}

/** Ada creates a parcel. */
export const create = (site: AJira, fields: Record<string, unknown>, project = 'POST'): Json =>
  site.asPerson('ada', 'POST', '/issue', {
    fields: { project: { key: project }, issuetype: { name: 'Parcel' }, summary: 'x', ...fields },
  });

export const search = (site: AJira, jql: string): Json => site.asPerson('ada', 'POST', '/search/jql', { jql });

export const eventsOf = (site: AJira): readonly string[] => site.events.map(({ eventType }) => eventType);
