import { productAnswer } from '../../devsite/web/product-call';
import { anIncident, aSmallJira, aSmallSeed, type SmallJira } from '../builders/a-small-jira';

const staff = [{ role: 'Staff' }, { role: 'Lead' }, { role: 'Caller' }] as const;

const seed = aSmallSeed({
  permissions: {
    ...aSmallSeed().permissions,
    CREATE_ATTACHMENTS: staff,
    DELETE_OWN_ATTACHMENTS: staff,
    DELETE_ALL_ATTACHMENTS: [{ role: 'Lead' }],
  },
});

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255]);

function withIssue(): SmallJira {
  const jira = aSmallJira(seed);
  jira.cid.post('/rest/api/3/issue', anIncident());
  jira.events.length = 0;
  return jira;
}

interface Sending {
  readonly name?: string;
  readonly token?: string;
  readonly as?: string;
}

async function send(jira: SmallJira, files: readonly File[], sending: Sending = {}) {
  const { name = 'file', token = 'no-check', as = 'bob' } = sending;
  const form = new FormData();
  for (const file of files) form.append(name, file);
  const encoded = new Response(form);
  const headers = { 'Content-Type': encoded.headers.get('content-type') ?? '', 'X-Atlassian-Token': token };
  const bytes = new Uint8Array(await encoded.arrayBuffer());
  const path = '/rest/api/3/issue/OPS-1/attachments';
  return jira.handle({ kind: 'person', accountId: as }, { method: 'POST', path, headers, bytes });
}

const picture = new File([png], 'a shot.png', { type: 'image/png' });

test('a file that is attached can be read, byte for byte', async () => {
  const jira = withIssue();
  const { status, body } = await send(jira, [picture]);
  expect({ status, body }).toMatchObject({
    status: 200,
    body: [{ id: '10000', filename: 'a shot.png', mimeType: 'image/png', size: 10, author: { accountId: 'bob' } }],
  });
  const content = jira.ask('bob', 'GET', '/rest/api/3/attachment/content/10000?redirect=false');
  expect(content).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
  expect([...(content.bytes ?? [])]).toEqual([...png]);
  const thumbnail = jira.ask('bob', 'GET', '/rest/api/3/attachment/thumbnail/10000');
  expect(thumbnail).toMatchObject({ status: 303, headers: { location: expect.stringContaining('/content/10000') } });
});

test('what is attached stands in the issue’s field, in its history and in events', async () => {
  const jira = withIssue();
  await send(jira, [picture, new File(['notes'], 'notes.txt', { type: 'text/plain' })]);
  const issue = jira.ann.get('/rest/api/3/issue/OPS-1?fields=attachment&expand=changelog');
  expect(issue.fields.attachment).toMatchObject([{ filename: 'a shot.png' }, { filename: 'notes.txt', size: 5 }]);
  expect(issue.changelog.histories).toMatchObject([
    {
      items: [{ fieldId: 'attachment', to: '10000' }, expect.objectContaining({ to: '10001' })],
    },
  ]);
  expect(jira.events.map(({ eventType }) => eventType)).toEqual([
    'avi:jira:updated:issue',
    'avi:jira:created:attachment',
    'avi:jira:created:attachment',
  ]);
  expect(jira.events[2]?.body).toMatchObject({ attachment: { id: '10001', fileName: 'notes.txt', size: 5 } });
});

test('an attachment is taken away by its author, or by who may take away all', async () => {
  const jira = withIssue();
  await send(jira, [picture, picture]);
  expect(jira.ask('cid', 'DELETE', '/rest/api/3/attachment/10000').status).toBe(403);
  expect(jira.ask('bob', 'DELETE', '/rest/api/3/attachment/10000').status).toBe(204);
  expect(jira.ask('ann', 'DELETE', '/rest/api/3/attachment/10001').status).toBe(204);
  expect(jira.ann.get('/rest/api/3/issue/OPS-1?fields=attachment').fields.attachment).toEqual([]);
  expect(jira.events.at(-1)).toMatchObject({ eventType: 'avi:jira:deleted:attachment', actor: 'ann' });
  expect(jira.ask('ann', 'GET', '/rest/api/3/attachment/10001').status).toBe(404);
});

test.each([
  ['without the header that Jira asks for', 403, { token: '' }],
  ['under another name than “file”', 400, { name: 'upload' }],
  ['by somebody who may not', 404, { as: 'eve' }],
])('a file sent %s is refused', async (_what, status, sending) => {
  const jira = withIssue();
  expect((await send(jira, [picture], sending)).status).toBe(status);
  expect(jira.events).toEqual([]);
});

test('a body that is no form is refused', () => {
  expect(withIssue().ask('bob', 'POST', '/rest/api/3/issue/OPS-1/attachments').status).toBe(403);
});

test('a page of the app sends and reads files over the bridge', async () => {
  const jira = withIssue();
  const site = { askJira: async (...asked: Parameters<typeof jira.handle>) => jira.handle(...asked) };
  const caller = { kind: 'person', accountId: 'bob', scopes: ['read:jira-work', 'write:jira-work'] } as const;
  const file = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const body = JSON.stringify({ file, __fileName: 'shot.png', __fileType: 'image/png' });
  const headers = [['x-atlassian-token', 'no-check']] as const;
  const product = 'jira';
  const sent = await productAnswer(site, caller, {
    product,
    restPath: '/rest/api/3/issue/OPS-1/attachments',
    fetchRequestInit: { method: 'POST', body, headers },
    isMultipartFormData: true,
  });
  expect(sent.status).toBe(200);
  const restPath = '/rest/api/3/attachment/content/10000?redirect=false';
  const read = await productAnswer(site, caller, { product, restPath });
  expect(read).toMatchObject({ isAttachment: true, body: Buffer.from(png).toString('base64') });
});

test('what is in an archive is told to people and to machines', async () => {
  const jira = withIssue();
  const directory = [
    ['504b0102', '1400', '1400', '00000000', '00000000', '00000000', '00000000', '00f00100', '0500'],
    ['00000000', '00000000', '00000000', '00000000', '6c2e747874'],
    ['504b0506', '00000000', '0100', '0100', '33000000', '00000000', '0000'],
  ];
  const bytes = Buffer.from(directory.flat().join(''), 'hex');
  await send(jira, [new File([bytes], 'logs.zip', { type: 'application/zip' })]);
  const at = '/rest/api/3/attachment/10000/expand';
  const file = { mediaType: 'text/plain' };
  expect(jira.ann.get(`${at}/human`)).toEqual({
    id: 10_000,
    name: 'logs.zip',
    mediaType: 'application/zip',
    totalEntryCount: 1,
    entries: [{ ...file, index: 0, label: 'l.txt', path: 'l.txt', size: '124 kB' }],
  });
  expect(jira.ann.get(`${at}/raw`)).toEqual({
    totalEntryCount: 1,
    entries: [{ ...file, entryIndex: 0, name: 'l.txt', size: 126_976 }],
  });
});

test('what an attachment holds is told where it is no archive', async () => {
  const jira = withIssue();
  await send(jira, [picture]);
  expect(jira.ann.get('/rest/api/3/attachment/10000')).toMatchObject({ id: 10_000, thumbnail: expect.any(String) });
  expect(jira.ann.get('/rest/api/3/attachment/10000/expand/raw')).toEqual({ totalEntryCount: 0, entries: [] });
  expect(jira.ann.get('/rest/api/3/attachment/meta')).toMatchObject({ enabled: true });
});

test('a screen takes the field', () => {
  const jira = aSmallJira({ ...seed, permissions: { ...seed.permissions, ADMINISTER: [{ user: 'ann' }] } });
  const [screen] = jira.ann.get('/rest/api/3/screens').values;
  const [tab] = jira.ann.get(`/rest/api/3/screens/${screen.id}/tabs`);
  const path = `/rest/api/3/screens/${screen.id}/tabs/${tab.id}/fields`;
  expect(jira.ann.post(path, { fieldId: 'attachment' })).toEqual({ id: 'attachment', name: 'Attachment' });
});
