import type { Json } from '../../devsite/jira/json';
import { got } from './a-custom-field';
import type { AJira } from './a-jira';

/** The names of things, in order. */
export const names = (things: readonly { name: string }[]): string[] => things.map(({ name }) => name);
/** The ids of things, in order. */
export const ids = (things: readonly { id: unknown }[]): unknown[] => things.map(({ id }) => id);

/** What the app makes; fails if it may not. */
export const made = (site: AJira, path: string, body: unknown): Json => {
  const { status, body: answered } = site.asApp('POST', path, body);
  expect({ status, answered }).toMatchObject({ status: path.endsWith('/tabs') ? 200 : 201 });
  return answered;
};

/** A number field that is on the default screen. */
export const PRICE = 'customfield_10051';

/** A screen with the summary alone, given to POST for creating. */
export function withOwnScreens(site: AJira) {
  const screen = made(site, '/screens', { name: 'Short' }).id;
  const [tab] = got(site, `/screens/${screen}/tabs`);
  site.asApp('POST', `/screens/${screen}/tabs/${tab.id}/fields`, { fieldId: 'summary' });
  const scheme = made(site, '/screenscheme', { name: 'Short', screens: { default: 1, create: screen } }).id;
  const types = made(site, '/issuetypescreenscheme', {
    name: 'Short',
    issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: String(scheme) }],
  }).id;
  const give = (projectId: string, issueTypeScreenSchemeId = types) =>
    site.asApp('PUT', '/issuetypescreenscheme/project', { issueTypeScreenSchemeId, projectId }).status;
  return { screen, scheme, types, give, fields: `/screens/${screen}/tabs/${tab.id}/fields` };
}
