import { Version3Client } from 'jira.js';
import { startWeb, type Web } from '../../devsite/web/server';
import { admin, anIncidentSeed } from '../builders/an-incident-seed';
import { anIncidentSite, hour, type IncidentSite, minute } from '../builders/an-incident-site';
import { theApp } from '../builders/the-app';

/** The story of a project and of one incident in it, told by a client of Jira that others wrote. */

jest.setTimeout(60_000);

const kanban = 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic';

let site: IncidentSite;
let web: Web;
let asAdmin: Version3Client;
let asAgent: Version3Client;

const seed = anIncidentSeed({ linkTypes: [{ name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }] });
const desk = [{ role: 'Desk' }];
const wider = ['WORK_ON_ISSUES', 'CREATE_ATTACHMENTS', 'LINK_ISSUES', 'VIEW_VOTERS_AND_WATCHERS', 'MANAGE_WATCHERS'];
const permissions = { ...seed.permissions, ...Object.fromEntries(wider.map((permission) => [permission, desk])) };

beforeAll(async () => {
  site = await anIncidentSite({ start: Date.parse('2026-11-23T09:00:00Z'), seed: { ...seed, permissions } });
  const people = [admin, 'abel'].map((accountId) => ({ accountId, displayName: accountId, roles: [] }));
  web = await startWeb({ site, appDirectory: theApp(), people, port: 0 });
  [asAdmin, asAgent] = [admin, 'abel'].map(clientOf) as [Version3Client, Version3Client];
});

afterAll(async () => {
  await web.close();
  await site.close();
});

const clientOf = (accountId: string): Version3Client =>
  new Version3Client({ host: web.url, baseRequestConfig: { headers: { cookie: `devsite-person=${accountId}` } } });

/** What a call of the client is refused with. */
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: { response?: { status: number; data: unknown }; status?: number; cause?: unknown }) => error,
  );

const named = <Thing extends { name?: string }>(things: readonly Thing[] | undefined, name: string): Thing => {
  const found = things?.find((thing) => thing.name === name);
  if (!found) throw new Error(`There is no ${name} among ${things?.map((thing) => thing.name)}.`);
  return found;
};

describe('a story told with jira.js', () => {
  let issueKey: string;

  test('knows who tells it', async () => {
    expect(await asAgent.myself.getCurrentUser()).toMatchObject({
      accountId: 'abel',
      displayName: 'Abel Agent',
      active: true,
    });
  });

  test('makes a project from a template', async () => {
    const made = await asAdmin.projects.createProject({
      key: 'HELP',
      name: 'Help desk',
      leadAccountId: 'lena',
      projectTypeKey: 'software',
      projectTemplateKey: kanban,
    });
    expect(made.key).toBe('HELP');
    expect(await asAdmin.projects.getProject({ projectIdOrKey: 'HELP' })).toMatchObject({
      name: 'Help desk',
      lead: { accountId: 'lena' },
    });
    const { values } = await asAdmin.projects.searchProjects({ query: 'help' });
    expect(values?.map(({ key }) => key)).toEqual(['HELP']);
  });

  test('gives it incidents, with impact and urgency on its screens', async () => {
    const { id: projectId } = await asAdmin.projects.getProject({ projectIdOrKey: 'HELP' });
    const incident = named(await asAdmin.issueTypes.getIssueAllTypes(), 'Incident');
    const scheme = await asAdmin.issueTypeSchemes.getIssueTypeSchemeForProjects({ projectId: [Number(projectId)] });
    const issueTypeSchemeId = Number(scheme.values?.[0]?.issueTypeScheme?.id);
    await asAdmin.issueTypeSchemes.addIssueTypesToIssueTypeScheme({
      issueTypeSchemeId,
      issueTypeIds: [String(incident.id)],
    });

    const fields = await asAdmin.issueFields.getFields();
    const { values: screens } = await asAdmin.screens.getScreens({ queryString: 'HELP' });
    expect(screens?.length).toBeGreaterThan(0);
    for (const { id: screenId } of screens ?? []) {
      const [tab] = await asAdmin.screenTabs.getAllScreenTabs({ screenId: Number(screenId) });
      for (const name of ['Impact', 'Urgency']) {
        const fieldId = String(named(fields, name).id);
        await asAdmin.screenTabFields.addScreenTabField({
          screenId: Number(screenId),
          tabId: Number(tab?.id),
          fieldId,
        });
      }
    }
    const meta = await asAdmin.issues.getCreateIssueMetaIssueTypes({ projectIdOrKey: 'HELP' });
    expect(meta.issueTypes?.map(({ name }) => name)).toContain('Incident');
  });

  test('lets the desk work in it', async () => {
    const roles = await asAdmin.projectRoles.getProjectRoles({ projectIdOrKey: 'HELP' });
    expect(Object.keys(roles)).toEqual(expect.arrayContaining(['Desk', 'Callers']));
    const id = Number(String(roles.Desk).split('/').at(-1));
    const role = await asAdmin.projectRoleActors.addActorUsers({ projectIdOrKey: 'HELP', id, user: ['abel', admin] });
    expect(role.actors?.map(({ displayName }) => displayName)).toContain('Abel Agent');
    const { permissions } = await asAgent.permissions.getMyPermissions({
      projectKey: 'HELP',
      permissions: 'EDIT_ISSUES',
    });
    expect((permissions as Readonly<Record<string, unknown>>).EDIT_ISSUES).toMatchObject({ havePermission: true });
  });

  test('raises an incident, which the app gives its priority and its clocks', async () => {
    const fields = await asAdmin.issueFields.getFields();
    const made = await asAdmin.issues.createIssue({
      fields: {
        project: { key: 'HELP' },
        issuetype: { name: 'Incident' },
        summary: 'Nobody can print',
        description: {
          type: 'doc',
          version: 1,
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Since nine.' }] }],
        },
        [String(named(fields, 'Impact').id)]: { value: '1 - High' },
        [String(named(fields, 'Urgency').id)]: { value: '2 - Medium' },
      },
    });
    issueKey = made.key;
    await site.advance(minute);
    const { fields: shown } = await asAdmin.issues.getIssue({
      issueIdOrKey: issueKey,
      fields: ['priority', 'status', 'summary'],
    });
    expect(shown).toMatchObject({ priority: { name: 'High' }, summary: 'Nobody can print' });
  });

  test('is answered, worked on, and watched', async () => {
    const comment = await asAgent.issueComments.addComment({ issueIdOrKey: issueKey, comment: 'We look into it.' });
    expect(comment).toMatchObject({ author: { accountId: 'abel' } });
    await asAgent.issueWorklogs.addWorklog({ issueIdOrKey: issueKey, timeSpentSeconds: 1_800 });
    await asAgent.issueWatchers.addWatcher({ issueIdOrKey: issueKey, accountId: 'abel' });
    expect(await asAgent.issueWatchers.getIssueWatchers({ issueIdOrKey: issueKey })).toMatchObject({
      watchCount: 2,
      isWatching: true,
    });
    await asAgent.issues.assignIssue({ issueIdOrKey: issueKey, accountId: 'abel' });
    await site.advance(minute);
  });

  test('is linked to another, and moved through its workflow until it is done', async () => {
    const task = await asAgent.issues.createIssue({
      fields: { project: { key: 'HELP' }, issuetype: { name: 'Task' }, summary: 'Replace the print server' },
    });
    const { issueLinkTypes } = await asAgent.issueLinkTypes.getIssueLinkTypes();
    expect(issueLinkTypes?.map(({ name }) => name)).toEqual(['Blocks']);
    await asAgent.issueLinks.linkIssues({
      type: { name: 'Blocks' },
      inwardIssue: { key: issueKey },
      outwardIssue: { key: task.key },
    });

    await site.advance(hour);
    for (const to of ['In Progress', 'Done']) {
      const { transitions } = await asAgent.issues.getTransitions({ issueIdOrKey: issueKey });
      const step = transitions?.find((transition) => transition.to?.name === to);
      await asAgent.issues.doTransition({ issueIdOrKey: issueKey, transition: { id: String(step?.id) } });
      await site.advance(minute);
    }
    const { fields } = await asAgent.issues.getIssue({
      issueIdOrKey: issueKey,
      fields: ['status', 'issuelinks', 'resolution'],
    });
    expect(fields).toMatchObject({ status: { name: 'Done' }, issuelinks: [{ type: { name: 'Blocks' } }] });
  });

  test('has its history, and is found by what its clocks came to', async () => {
    const { values } = await asAgent.issues.getChangeLogs({ issueIdOrKey: issueKey });
    const moved = values?.flatMap(({ items }) => items ?? []).filter(({ field }) => field === 'status');
    expect(moved?.map((item) => Object.getOwnPropertyDescriptor(item, 'toString')?.value)).toEqual([
      'In Progress',
      'Done',
    ]);

    await site.advance(minute);
    const jql = 'project = HELP AND sla1Result = "met" AND sla2Result = "met" AND statusCategory = Done';
    const found = await asAgent.issueSearch.searchForIssuesUsingJqlEnhancedSearchPost({ jql, fields: ['summary'] });
    expect(found.issues?.map(({ key }) => key)).toEqual([issueKey]);
    expect(await asAgent.issueSearch.countIssues({ jql })).toEqual({ count: 1 });
  });

  test('hears of a refusal as Jira words it', async () => {
    const error = await refusalOf(asAgent.issues.getIssue({ issueIdOrKey: 'HELP-999' }));
    expect(JSON.stringify(error)).toContain('404');
  });
});
