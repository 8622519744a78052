import { aJira } from '../builders/a-jira';
import { aDocument, anIncident, aSmallJira } from '../builders/a-small-jira';

const one = '/rest/api/3/issue';
const comments = `${one}/OPS-1/comment`;

/** A document of quotes, one in the other. */
function aNest(levels: number): object {
  let inner: object = { type: 'paragraph', content: [{ type: 'text', text: 'deep' }] };
  for (let level = 2; level < levels; level += 1) inner = { type: 'blockquote', content: [inner] };
  return { type: 'doc', version: 1, content: [inner] };
}

function aCase() {
  const jira = aSmallJira();
  jira.cid.post(one, anIncident());
  return jira;
}

const tooLong = 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.';
const withNul = 'The entered text contains a NUL character.';
const documents = ['description', 'customfield_10052'];

describe('a document', () => {
  it.each([51, 300])('of %d levels is refused wherever it stands', (levels) => {
    const { ask } = aCase();
    expect(ask('bob', 'POST', comments, { body: aNest(levels) })).toMatchObject({
      status: 400,
      body: { errorMessages: [], errors: { comment: 'Comment body is not valid!' } },
    });
    for (const field of documents)
      expect(ask('ann', 'POST', one, anIncident({ [field]: aNest(levels) }))).toMatchObject({
        status: 400,
        body: { errors: { [field]: expect.stringContaining('must be an Atlassian Document') } },
      });
  });

  it('of 50 levels is kept', () => {
    const { bob } = aCase();
    expect(bob.post(comments, { body: aNest(50) }).body).toEqual(aNest(50));
  });

  it.each([
    ['of 32,768 characters', 'x'.repeat(32_768), tooLong],
    ['with a NUL character', 'x\0y', withNul],
  ])('%s is refused wherever it stands', (_which, text, words) => {
    const { ask } = aCase();
    const body = aDocument(text);
    expect(ask('bob', 'POST', comments, { body })).toMatchObject({
      status: 400,
      body: { errorMessages: [], errors: { comment: words } },
    });
    for (const field of documents)
      expect(ask('ann', 'PUT', `${one}/OPS-1`, { fields: { [field]: body } })).toMatchObject({
        status: 400,
        body: { errors: { [field]: words } },
      });
  });

  it('of 32,767 characters is kept', () => {
    const long = aDocument('x'.repeat(32_767));
    expect(aCase().bob.post(comments, { body: long }).body).toEqual(long);
  });
});

it.each([
  ['summary', 'Printer\0on fire'],
  ['customfield_10051', 'short\0er'],
  ['labels', ['a\0b']],
])('a NUL character in %s is refused', (field, value) => {
  const { ask } = aCase();
  const refused = { status: 400, body: { errorMessages: [], errors: { [field]: withNul } } };
  expect(ask('ann', 'POST', one, anIncident({ [field]: value }))).toMatchObject(refused);
  expect(ask('ann', 'PUT', `${one}/OPS-1`, { fields: { [field]: value } })).toMatchObject(refused);
});

it('a NUL character in a mail is refused', () => {
  const { ask } = aCase();
  const mail = { subject: 'a\0b', to: { users: [{ accountId: 'bob' }] } };
  expect(ask('ann', 'POST', `${one}/OPS-1/notify`, mail).status).toBe(400);
});

describe('a body', () => {
  const ada = { kind: 'person', accountId: 'ada' } as const;
  const put = (body: string) => {
    const { jira } = aJira();
    const fields = { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'one' };
    const { key } = jira.as('ada').post(one, { fields });
    return jira.handle(ada, { method: 'PUT', path: `${one}/${key}/properties/mark`, body });
  };

  it('of more than 10 MB is answered by 413', () => {
    expect(put(`"${'x'.repeat(10 * 1024 * 1024)}"`)).toMatchObject({
      status: 413,
      body: { errorMessages: ['The request body is larger than 10 MB.'], errors: {} },
    });
  });

  it('of bottomless nesting is refused', () => {
    const { status, body } = put(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect({ status, body }).toEqual({
      status: 400,
      body: { errorMessages: [expect.stringContaining('error parsing JSON')], errors: {} },
    });
  });

  it('of a few levels is kept', () => {
    expect(put(`${'['.repeat(200)}${']'.repeat(200)}`).status).toBe(201);
  });
});
