import { admin } from '../../builders/an-incident-seed';
import { anIncidentSite, type IncidentSite } from '../../builders/an-incident-site';

let site: IncidentSite;
beforeAll(async () => {
  site = await anIncidentSite();
});
afterAll(() => site.close());

const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf'];

describe.each(['service-levels', 'administration'])('a page of %s', (moduleKey) => {
  const invoke = (functionKey: string) =>
    site.invoke({ moduleKey, functionKey, payload: { told: 'back' }, accountId: admin });

  test.each(['noSuchCall', ...words])(
    'that calls %s, which the app does not have, is answered that there is none',
    (name) => expect(invoke(name)).rejects.toThrow(`Resolver has no definition for '${name}'.`),
  );
});
