import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Json } from '../../devsite/jira/json';
import { admin, anIncidentSeed } from '../builders/an-incident-seed';
import { type AppSite, anAppSite } from './an-app-site';

/** An app that knows nothing of this site, written in JavaScript after Atlassian's pages, from its web trigger to its pages. */

jest.setTimeout(120_000);

const root = join(__dirname, '../..');
const minute = 60_000;

let app: AppSite;
let address: string;

beforeAll(async () => {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  execFileSync(process.execPath, [tsx, join(__dirname, 'build-fixtures.ts')], { cwd: root, stdio: 'pipe' });
  app = await anAppSite(anIncidentSeed(), { appDirectory: join(root, 'test/foreign-app'), appName: 'Alerts' });
  const payload = { projectKey: 'OPS', token: 'from-the-monitor' };
  const call = { moduleKey: 'alerts-admin', functionKey: 'setUp', payload, accountId: admin };
  ({ url: address } = (await app.site.invoke(call)) as { url: string });
});

afterAll(() => app.close());

const ring = (body: unknown, token = 'from-the-monitor') =>
  fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const lamp = { id: 'lamp-1', monitor: 'Lamps', text: 'the third is dark' };

const ask = (method: string, path: string, body?: Json): Json =>
  method === 'GET' ? app.site.jira.as(admin).get(path) : app.site.jira.as(admin).post(path, body);

const raised = (): readonly Json[] =>
  ask('POST', '/rest/api/3/search/jql', { jql: 'project = OPS ORDER BY created', fields: ['summary'] }).issues;

describe('a foreign app', () => {
  test('turns away who does not know its secret, and what it cannot read', async () => {
    expect((await ring(lamp, 'guessed')).status).toBe(401);
    const malformed = await ring('{"id": 1');
    expect([malformed.status, await malformed.json()]).toEqual([400, { error: 'Bad request' }]);
    await app.site.advance(minute);
    expect(raised()).toEqual([]);
  });

  test('raises an issue for an alert by way of its queue, and counts the same alert once more', async () => {
    expect((await ring(lamp)).status).toBe(202);
    await app.site.advance(minute);
    expect(raised().map(({ fields }) => fields.summary)).toEqual(['Lamps: the third is dark']);
    await ring(lamp);
    await ring({ id: 'disk-1', monitor: 'Disks', text: 'the first is full' });
    await app.site.advance(minute);
    expect(raised()).toHaveLength(2);
  });

  test('shows the alerts of an issue in its panel', async () => {
    const [{ key }] = raised() as [Json];
    const { page, errors } = await app.visit(`/browse/${key}`);
    await page.frameLocator('iframe[title="Alerts"]').getByText('Lamps: the third is dark (2)').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('counts them by monitor in its gadget', async () => {
    const { id } = ask('POST', '/rest/api/3/dashboard', { name: 'Wall', sharePermissions: [], editPermissions: [] });
    const moduleKey = `ari:cloud:ecosystem::extension/${app.app}/static/alerts-gadget`;
    ask('POST', `/rest/api/3/dashboard/${id}/gadget`, { moduleKey });
    const { page, errors } = await app.visit(`/jira/dashboards/${id}`);
    const frame = page.frameLocator('iframe[title="Alerts by monitor"]');
    await frame.getByText('Disks 1').waitFor();
    expect(await frame.getByRole('listitem').allTextContents()).toEqual(['Disks 1', 'Lamps 2']);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('keeps a step of the workflow from an issue that is nobody’s', () => {
    ruleOnEveryStep();
    const [{ key }] = raised() as [Json];
    const { transitions } = ask('GET', `/rest/api/3/issue/${key}/transitions`);
    const step = transitions.find(({ to }: Json) => to.name === 'In Progress');
    const start = () => ask('POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: step.id } });
    expect(start).toThrow('Assign the work item first.');
    app.site.jira.as(admin).put(`/rest/api/3/issue/${key}`, { fields: { assignee: { accountId: 'abel' } } });
    expect(start).not.toThrow();
  });

  test('forgets the alerts of an issue that is deleted', async () => {
    const [{ id }] = raised() as [Json];
    app.site.jira.as(admin).delete(`/rest/api/3/issue/${id}`);
    await app.site.advance(minute);
    const counts = await app.site.invoke({ moduleKey: 'alerts-gadget', functionKey: 'getCounts', accountId: admin });
    expect(counts).toEqual({ Disks: 1 });
  });
});

/** The validator, as Jira lists it, on every step of the workflow. */
function ruleOnEveryStep(): void {
  const { forgeRules } = ask('GET', '/rest/api/3/workflows/capabilities');
  const { id } = forgeRules.find(({ id }: Json) => id.endsWith('/static/has-assignee'));
  const parameters = { key: id, config: '{}', id: '6f1de3a1-0000-4000-8000-000000000001', disabled: 'false', tag: '' };
  const read = ask('POST', '/rest/api/3/workflows', { workflowNames: ['Ways'] });
  const [{ id: workflowId, version, statuses, transitions }] = read.workflows;
  const ruled = transitions.map((transition: Json) =>
    transition.type === 'INITIAL'
      ? transition
      : { ...transition, validators: [{ ruleKey: 'forge:expression-validator', parameters }] },
  );
  const workflow = { id: workflowId, version, statuses, transitions: ruled };
  ask('POST', '/rest/api/3/workflows/update', { statuses: read.statuses, workflows: [workflow] });
}
