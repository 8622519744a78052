import { extensionKey } from '../../devsite/jira/extension-key';
import type { Json } from '../../devsite/jira/json';
import { APPS_ROLE_NAME } from '../../devsite/jira/permissions/apps-role';
import { builtInPermissions } from '../../devsite/jira/permissions/permission-keys';
import type { JiraSeed } from '../../devsite/jira/seed/jira-seed';
import type { Manifest } from '../../devsite/manifest';
import { TYPES } from '../builders/a-custom-field';
import { type AJira, aJira, aSeed } from '../builders/a-jira';

const APP = '33333333-2222-4333-8444-555555555555';

/** The keys by which Jira knows the app's modules. */
export const moduleKey = (key: string): string => extensionKey(manifest.app.id, key);

const manifest: Manifest = {
  app: { id: `ari:cloud:ecosystem::app/${APP}`, runtime: { name: 'nodejs24.x' } },
  modules: {
    'jira:customField': [{ key: 'parcel-note', name: 'Parcel note', type: 'string' }],
    'jira:dashboardGadget': [{ key: 'parcels', title: 'Parcels' }],
    'jira:workflowValidator': [
      { key: 'sealed', name: 'Is sealed', description: 'It is sealed.', expression: 'true', errorMessage: 'Seal it.' },
    ],
    'jira:jqlFunction': [
      {
        key: 'fragile',
        name: 'fragile',
        arguments: [{ name: 'how', required: true }],
        types: ['issue'],
        operators: ['in'],
        function: 'compute',
      },
    ],
  },
};

const clerks = [{ role: 'Clerks' }, { holder: 'app' }] as const;

const seed: JiraSeed = {
  ...aSeed,
  issueTypes: [
    ...aSeed.issueTypes,
    { name: 'Stamp', level: -1, description: 'A part of a parcel' },
    { name: 'Round', level: 1 },
  ],
  statuses: aSeed.statuses.map((status) => ({ ...status, description: `The thing is ${status.name.toLowerCase()}` })),
  workflows: [
    {
      name: 'Letters',
      description: 'How letters go',
      initial: 'Open',
      transitions: [{ name: 'Deliver', to: 'Delivered' }],
    },
  ],
  projectCategories: [{ name: 'Outside', description: 'Where people come in' }],
  projects: [
    {
      ...aSeed.projects[0]!,
      description: 'Parcels and letters',
      category: 'Outside',
      issueTypes: ['Parcel', 'Letter', 'Stamp', 'Round'],
      typeWorkflows: { Letter: 'Letters' },
    },
    aSeed.projects[1]!,
    {
      key: 'TEAM',
      name: 'The team',
      type: 'software',
      lead: 'bob',
      issueTypes: [],
      roles: { Clerks: [{ group: 'staff' }] },
      own: {
        issueTypes: [{ name: 'Chore', description: 'What has to be done' }],
        statuses: [
          { name: 'Waiting', category: 'TODO', description: 'Nobody has begun' },
          { name: 'Gone', category: 'DONE', description: 'It is done' },
        ],
        workflow: { name: 'Chores', initial: 'Waiting', transitions: [{ name: 'Go', to: 'Gone' }] },
      },
    },
  ],
  permissions: {
    ...Object.fromEntries(builtInPermissions.map(({ key }) => [key, key === 'ADMINISTER' ? [] : clerks])),
    ADMINISTER: [{ group: 'admins' }],
    BULK_CHANGE: [{ group: 'staff' }, { user: 'the-app' }],
    CREATE_PROJECT: [{ group: 'staff' }],
    CREATE_SHARED_OBJECTS: [{ group: 'staff' }, { user: 'the-app' }],
    USER_PICKER: [{ group: 'staff' }],
  },
};

/** A paragraph, as Jira keeps rich text. */
export const adf = (text: string): Json => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** To those whom the app is one of. */
export const forApps = { type: 'role', value: APPS_ROLE_NAME };

/** A site with some of everything, and how to make more of it. */
export interface DescribedSite {
  readonly site: AJira;
  /** What the app makes; throws when it is refused. */
  make(path: string, body?: Json, method?: 'POST' | 'PUT'): Json;
  read(path: string): Json;
  /** Ada attaches a file to POST-1; answers the id. */
  attach(file: File): Promise<string>;
}

export const POST = '10000';
export const SHED = '10001';
export const PARCEL = '10000';
export const LETTER = '10001';
export const STAMP = '10002';
export const ROUND = '10003';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const aPicture = new File([png], 'a picture.png', { type: 'image/png' });

/** A form that attaches a file. */
export async function formOf(file: File) {
  const form = new FormData();
  form.append('file', file);
  const encoded = new Response(form);
  return {
    headers: { 'Content-Type': encoded.headers.get('content-type') ?? '', 'X-Atlassian-Token': 'no-check' },
    bytes: new Uint8Array(await encoded.arrayBuffer()),
  };
}

function opened(): DescribedSite {
  const invoke = async () => ({ result: { ok: true, value: { jql: 'labels = fragile' } } }) as never;
  const site = aJira({ manifest, seed, invoke });
  const made = (method: 'GET' | 'POST' | 'PUT', path: string, body?: Json): Json => {
    const answer = site.asApp(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const attach = async (file: File): Promise<string> => {
    const ask = { method: 'POST', path: '/rest/api/3/issue/POST-1/attachments', ...(await formOf(file)) };
    const answer = site.jira.handle({ kind: 'person', accountId: 'ada' }, ask);
    return (answer.body as Json)[0].id;
  };
  return {
    site,
    make: (path, body, method = 'POST') => made(method, path, body),
    read: (path) => made('GET', path),
    attach,
  };
}

const anIssue = (summary: string, fields: Json = {}): Json => ({
  fields: {
    project: { key: 'POST' },
    issuetype: { name: 'Parcel' },
    summary,
    reporter: { accountId: 'ada' },
    ...fields,
  },
});

/** POST-1 has everything that an issue can have; POST-2 and POST-3 are plain; POST-4 is a part of POST-1. */
async function withIssues({ make, attach, site }: DescribedSite): Promise<void> {
  const full = {
    description: adf('Fragile'),
    labels: ['fragile'],
    assignee: { accountId: 'bob' },
    duedate: '2026-04-01',
  };
  make('/issue', anIssue('A vase', full));
  make('/issue', anIssue('A book'));
  make('/issue', anIssue('A lamp'));
  make('/issue', anIssue('A stamp', { issuetype: { name: 'Stamp' }, parent: { key: 'POST-1' } }));
  make('/issue/POST-1', { fields: { summary: 'A blue vase' } }, 'PUT');
  make('/issueLink', { type: { name: 'Blocks' }, inwardIssue: { key: 'POST-1' }, outwardIssue: { key: 'POST-2' } });
  make('/issue/POST-1/comment', { body: adf('Handle with care'), visibility: forApps });
  make('/comment/10000/properties/seen', { by: 'bob' }, 'PUT');
  const work = {
    timeSpent: '1h',
    started: '2026-03-02T08:00:00.000+0000',
    comment: adf('Packed it'),
    visibility: forApps,
  };
  make('/issue/POST-1/worklog', work);
  make('/issue/POST-1/worklog/10000/properties/seen', { by: 'bob' }, 'PUT');
  make('/issue/POST-1/properties/parcel', { weight: 3 }, 'PUT');
  make('/issue/POST-1/votes');
  make('/issue/POST-1/watchers', 'bob');
  await attach(aPicture);
  site.now += 5 * 60_000;
}

/** A field Size of three options with a context for letters in the shed, and one in the trash. */
function withFields({ make, read }: DescribedSite): void {
  const select = { type: `${TYPES}:select`, searcherKey: `${TYPES}:multiselectsearcher`, description: 'How big it is' };
  const { id } = make('/field', { name: 'Size', ...select });
  const [{ id: context }] = read(`/field/${id}/context`).values;
  make(`/field/${id}/context/${context}/option`, {
    options: [{ value: 'Small' }, { value: 'Large' }, { value: 'Huge' }],
  });
  make(`/field/${id}/context`, {
    name: 'In the shed',
    description: 'For the shed',
    projectIds: [SHED],
    issueTypeIds: [PARCEL],
  });
  const [{ id: option }] = read(`/field/${id}/context/${context}/option`).values;
  make(
    `/field/${id}/context/defaultValue`,
    { defaultValues: [{ type: 'option.single', contextId: context, optionId: option }] },
    'PUT',
  );
  const { id: old } = make('/field', { name: 'Old size', ...select });
  make(`/field/${old}/trash`);
}

function withShared({ make }: DescribedSite): void {
  const share = { type: 'group', group: { name: 'staff' } };
  const body = { name: 'Fragile parcels', description: 'What may break', jql: 'labels = fragile' };
  const { id } = make('/filter', { ...body, sharePermissions: [share] });
  make(`/filter/${id}/favourite`, {}, 'PUT');
  const shares = { sharePermissions: [share], editPermissions: [{ type: 'user', user: { accountId: 'bob' } }] };
  const { id: dashboard } = make('/dashboard', { name: 'The counter', description: 'For the counter', ...shares });
  const gadget = make(`/dashboard/${dashboard}/gadget`, { moduleKey: moduleKey('parcels') });
  make(`/dashboard/${dashboard}/items/${gadget.id}/properties/seen`, { by: 'bob' }, 'PUT');
}

function withConfiguration({ make }: DescribedSite): void {
  make('/issuetype', { name: 'Crate', description: 'A big parcel', type: 'standard' });
  make(`/issuetype/${PARCEL}/properties/seen`, { by: 'bob' }, 'PUT');
  make('/project/POST', { url: 'https://post.example' }, 'PUT');
  make('/project/SHED', { url: 'https://shed.example', categoryId: 10000 }, 'PUT');
  make('/project/POST/properties/seen', { by: 'bob' }, 'PUT');
  const component = { description: 'What comes in boxes', leadAccountId: 'bob', assigneeType: 'COMPONENT_LEAD' };
  make('/component', { name: 'Parcels', project: 'POST', ...component });
  make('/component', { name: 'Letters', project: 'POST', ...component });
  const screen = make('/screens', { name: 'Short', description: 'With little on it' });
  make(`/screens/${screen.id}/tabs`, { name: 'More' });
  make('/statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [{ name: 'Held', statusCategory: 'IN_PROGRESS', description: 'It waits' }],
  });
  make('/issuetypescheme', {
    name: 'Letters alone',
    description: 'For letters',
    issueTypeIds: [LETTER],
    defaultIssueTypeId: LETTER,
  });
  const grants = [{ permission: 'BROWSE_PROJECTS', holder: { type: 'group', parameter: 'staff' } }];
  make('/permissionscheme', { name: 'For staff', description: 'Staff alone', permissions: grants });
}

/** A site with an issue that has everything, a shared filter and dashboard, and configuration that nothing uses. */
export async function aDescribedSite(): Promise<DescribedSite> {
  const described = opened();
  withFields(described);
  withConfiguration(described);
  await withIssues(described);
  withShared(described);
  return described;
}
