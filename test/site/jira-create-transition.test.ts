import type { Json } from '../../devsite/jira/json';
import { type AJira, aJira } from '../builders/a-jira';

const create = (site: AJira, id: string) =>
  site.asPerson('ada', 'POST', '/issue', {
    fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'x' },
    transition: { id },
  });

const statusOf = (site: AJira, { key }: Json): string => site.asApp('GET', `/issue/${key}`).body.fields.status.name;

describe('an issue that is created with a transition', () => {
  test('goes where it leads', () => {
    const site = aJira();
    const { status, body } = create(site, '11');
    expect(status).toBe(201);
    expect(body.transition).toEqual({ status: 200, errorCollection: { errorMessages: [], errors: {} } });
    expect(statusOf(site, body)).toBe('On its way');
  });

  test('stays where it begins if it may not be taken, and the answer says why', () => {
    const site = aJira();
    const { status, body } = create(site, '99');
    expect(status).toBe(201);
    expect(body.transition).toMatchObject({ status: 400, errorCollection: { errorMessages: [expect.any(String)] } });
    expect(statusOf(site, body)).toBe('Open');
  });
});
