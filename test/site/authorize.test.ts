import { openSite } from '../../devsite/open-site';
import type { Site } from '../../devsite/site';
import { aSeed } from '../builders/a-jira';
import { monday } from '../builders/a-platform';
import { tinyApp } from '../builders/tiny-app';

jest.setTimeout(60_000);

let site: Site;
let issue: number;
let project: number;

beforeEach(async () => {
  site = await openSite({ appDirectory: tinyApp(), runner: 'in-process', start: monday, seed: aSeed, pace: 'frozen' });
  const ada = site.jira.as('ada');
  const fields = { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'A lamp' };
  issue = Number(ada.post<{ id: string }>('/rest/api/3/issue', { fields }).id);
  project = Number(ada.get<{ id: string }>('/rest/api/3/project/POST').id);
});

afterEach(() => site.close());

const ask = (functionKey: string, payload: object, accountId = 'ada') =>
  site.invoke({ moduleKey: 'notes', functionKey, payload, accountId });

describe('authorize of @forge/api', () => {
  it('says what the person who calls may do, to issues and in projects', async () => {
    expect(await ask('mayI', { issue, project })).toEqual({
      editIssue: true,
      deleteIssue: true,
      createThere: true,
      held: [
        { permission: 'EDIT_ISSUES', issues: [issue], projects: [] },
        { permission: 'DELETE_ISSUES', issues: [issue], projects: [] },
      ],
    });
  });

  it('says what somebody else may not', async () => {
    expect(await ask('mayI', { issue, project }, 'cleo')).toEqual({
      editIssue: false,
      deleteIssue: false,
      createThere: false,
      held: [
        { permission: 'EDIT_ISSUES', issues: [], projects: [] },
        { permission: 'DELETE_ISSUES', issues: [], projects: [] },
      ],
    });
  });
});

it('a secret is read as a secret alone, and found by no query', async () => {
  expect(await ask('keepSecret', { secret: 'swordfish' })).toEqual({ secret: 'swordfish', plain: null, found: [] });
});
