import { setSearchLag } from '../../devsite/jira/jql/search-index';
import { type AJira, aJira } from '../builders/a-jira';

const day = 24 * 3_600_000;
const hour = 3_600_000;
const minute = 60_000;

interface Fields {
  readonly [field: string]: unknown;
}

/** Creates an issue as Ada and answers its key. */
function create(site: AJira, summary: string, fields: Fields = {}): string {
  const project = { key: 'POST' };
  return site.jira.as('ada').post('/rest/api/3/issue', {
    fields: { project, issuetype: { name: 'Parcel' }, summary, ...fields },
  }).key;
}

const edit = (site: AJira, key: string, fields: Fields): void =>
  site.jira.as('ada').put(`/rest/api/3/issue/${key}`, { fields });

const setProperty = (site: AJira, key: string, property: string, value: unknown): void =>
  site.jira.as('ada').put(`/rest/api/3/issue/${key}/properties/${property}`, value);

function move(site: AJira, key: string, name: string): void {
  const { transitions } = site.jira.as('ada').get(`/rest/api/3/issue/${key}/transitions`);
  const { id } = transitions.find((each: { name: string }) => each.name === name);
  site.jira.as('ada').post(`/rest/api/3/issue/${key}/transitions`, { transition: { id } });
}

/** The summaries a query finds, in its order. */
function found(site: AJira, jql: string, asker = 'ada'): string[] {
  const page = site.jira.as(asker).post('/rest/api/3/search/jql', { jql, fields: ['summary'] });
  return page.issues.map((issue: { fields: { summary: string } }) => issue.fields.summary);
}

const refusal = (site: AJira, jql: string) => {
  const { status, body } = site.asPerson('ada', 'POST', '/search/jql', { jql });
  return { status, told: (body as { errorMessages: string[] }).errorMessages[0] };
};

const later = (site: AJira, time = minute): void => {
  site.now += time;
};

/** Four issues an hour apart, the last an hour ago. */
function fourParcels(): AJira {
  const site = aJira();
  create(site, 'one', { priority: { name: 'Low' }, labels: ['fragile'], customfield_10050: { value: 'Red' } });
  later(site, hour);
  create(site, 'two', { priority: { name: 'Highest' }, assignee: { accountId: 'bob' }, customfield_10051: 12.5 });
  later(site, hour);
  create(site, 'three', { labels: ['fragile', 'heavy'], customfield_10050: { value: 'Green' }, duedate: '2026-03-05' });
  later(site, hour);
  create(site, 'four', { project: { key: 'SHED' }, customfield_10052: 'Leave it at the door' });
  later(site, hour);
  return site;
}

describe('a query', () => {
  const site = fourParcels();
  setProperty(site, 'POST-1', 'parcel', {
    weight: 3,
    to: { city: 'Lund' },
    sent: '2026-03-01T10:00:00.000Z',
    stamps: ['a', 'b'],
  });
  setProperty(site, 'POST-2', 'parcel', { weight: 12, to: { city: 'Bern' }, courier: 'bob', stamps: 'b' });
  setProperty(site, 'POST-2', 'note', { words: 'Ring twice, then wait' });
  move(site, 'POST-3', 'Deliver');
  later(site);

  test.each([
    ['project = POST', ['three', 'two', 'one']],
    ['project in ("The shed", POST) AND issuetype = Parcel', ['four', 'three', 'two', 'one']],
    ['project != POST', ['four']],
    ['status = Delivered', ['three']],
    ['statusCategory != Done', ['four', 'two', 'one']],
    ['status in (Open, "On its way") AND NOT labels = fragile', []],
    ['priority > High', ['two']],
    ['priority <= High', ['four', 'three', 'one']],
    ['priority = Low OR priority = Highest', ['two', 'one']],
    ['resolution = Unresolved AND project = SHED', ['four']],
    ['assignee = bob', ['two']],
    ['assignee = "Bob Stone"', ['two']],
    ['assignee is EMPTY', ['four', 'three', 'one']],
    ['assignee in (bob, EMPTY) AND project = POST', ['three', 'two', 'one']],
    ['assignee in membersOf(staff)', ['two']],
    ['reporter = currentUser()', ['four', 'three', 'two', 'one']],
    ['NOT assignee = ada', ['two']],
    ['labels = fragile', ['three', 'one']],
    ['labels in (heavy, light)', ['three']],
    ['labels != heavy', ['one']],
    ['labels is empty', ['four', 'two']],
    ['key = POST-2', ['two']],
    ['issuekey in (POST-1, SHED-1)', ['four', 'one']],
    ['key > POST-1', ['three', 'two']],
    ['Colour = Red', ['one']],
    ['"Colour[Dropdown]" in (Red, Green)', ['three', 'one']],
    ['cf[10050] != Red', ['three']],
    ['Price > 12', ['two']],
    ['Price is EMPTY AND project = SHED', ['four']],
    ['Remark ~ "door"', ['four']],
    ['due >= "2026-03-05"', ['three']],
    ['due < "2026-03-05"', []],
    ['parcelWeight > 3', ['two']],
    ['parcelWeight <= 12', ['two', 'one']],
    ['parcelCity = Lund', ['one']],
    ['parcelCity is not EMPTY AND parcelCity != Lund', ['two']],
    ['parcelSent < "2026-03-01 12:00"', ['one']],
    ['parcelStamps = b', ['two', 'one']],
    ['parcelStamps = a', ['one']],
    ['parcelCourier = bob', ['two']],
    ['noteWords ~ "wait ring"', ['two']],
    ['issue.property[parcel].to.city = Bern', ['two']],
    ['(project = POST AND priority = Low) OR Remark is not EMPTY', ['four', 'one']],
  ])('%s', (jql, summaries) => {
    expect(found(site, jql)).toEqual(summaries);
  });

  test.each([
    ['project is not empty ORDER BY created', ['one', 'two', 'three', 'four']],
    ['project = POST ORDER BY priority DESC, created', ['two', 'three', 'one']],
    ['project = POST ORDER BY priority', ['one', 'three', 'two']],
    ['project is not empty ORDER BY key ASC', ['one', 'two', 'three', 'four']],
    ['project is not empty ORDER BY summary', ['four', 'one', 'three', 'two']],
    ['project = POST ORDER BY assignee DESC, key', ['two', 'one', 'three']],
    ['project = POST ORDER BY parcelWeight DESC, Colour', ['two', 'one', 'three']],
  ])('in its order: %s', (jql, summaries) => {
    expect(found(site, jql)).toEqual(summaries);
  });

  test.each([
    ['foo = 1', 400, "Field 'foo' does not exist"],
    ['key = POST-99', 400, "An issue with key 'POST-99' does not exist for field 'key'."],
    ['key = "no key"', 400, "The issue key 'no key' for field 'key' is invalid."],
    ['Colour = Purple', 400, "The option 'Purple' for field 'Colour' does not exist."],
    ['created > "2026-02-30"', 400, "Date value '2026-02-30' for field 'created' is invalid."],
    ['created > 99999999999999999999', 400, "Date value '99999999999999999999' for field 'created' is invalid."],
    ['due > startOfYear(-99999)', 400, "Function 'startOfYear' leads out of the calendar."],
    ['created > soon', 400, "Date value 'soon' for field 'created' is invalid."],
    ['status = Nowhere', 400, "The value 'Nowhere' does not exist for the field 'status'."],
    ['assignee = nobody', 400, "The value 'nobody' does not exist for the field 'assignee'."],
    ['assignee > bob', 400, "The operator '>' is not supported by the 'assignee' field."],
    ['summary = one', 400, "The operator '=' is not supported by the 'summary' field."],
    ['project = ', 400, 'Error in the JQL Query'],
    ['project = POST foo', 400, 'Error in the JQL Query'],
    ['ORDER BY created', 400, 'Unbounded JQL queries are not allowed here.'],
    ['', 400, 'Unbounded JQL queries are not allowed here.'],
    ['project = POST ORDER BY a, b, c, d, e, f, g, h', 400, 'maximum of 7 fields'],
    ['assignee = now()', 400, "function 'now'"],
    ['labels WAS heavy', 400, "History searches do not support the field 'labels'."],
    ['Colour CHANGED', 400, "History searches do not support the field 'Colour'."],
    ['status WAS Nowhere', 400, "The value 'Nowhere' does not exist for the field 'status'."],
    ['status WAS Open FROM Delivered', 400, "mismatched input 'FROM'"],
    ['status CHANGED DURING "2026-01-01"', 400, 'two dates'],
    ['fixVersion WAS 1', 501, "field 'fixVersion'"],
    ['assignee in bob', 400, 'Error in the JQL Query'],
    ['assignee in currentUser()', 400, "Operator 'in' does not support the non-list value 'currentUser()'"],
    ['assignee = membersOf(staff)', 400, "Operator '=' does not support the list value 'membersOf(staff)'"],
    ['assignee = (ada, bob)', 400, "extraneous input '('"],
    ['assignee = surprise()', 400, "Unable to find JQL function 'surprise'."],
    ['project in projectsLeadByUser(ada, bob)', 400, "expected between '0' and '1' arguments but received '2'"],
    ['assignee in membersOf(nobodies)', 400, "group 'nobodies'"],
    ['project in membersOf(staff)', 400, "A value provided by the function 'membersOf' is invalid"],
    ['project = POST ORDER BY noteWords', 400, "Field 'noteWords' does not support sorting."],
    ['issue.property[parcel].height = 1', 400, "Field 'issue.property[parcel].height' does not exist"],
    ['attachments = 1', 400, "The operator '=' is not supported by the 'attachments' field."],
    ['originalEstimate > soon', 400, "The value 'soon' does not exist for the field 'originalEstimate'."],
    ['sprint = 1', 501, "field 'sprint'"],
    ['issue in linkedIssues(POST-99)', 400, "Issue 'POST-99' could not be found in function 'linkedIssues'."],
    ['issue in issueHistory()', 501, "function 'issueHistory()'"],
    ['text ~ "par*el"', 501, 'text search syntax'],
    ['text ~ "roam~"', 501, 'text search syntax'],
  ])('is refused: %s', (jql, status, told) => {
    expect(refusal(site, jql)).toEqual({ status, told: expect.stringContaining(told) });
  });
});

describe('dates in a query', () => {
  /** Summaries tell when each was created, in UTC. */
  function atTimes(...times: readonly string[]): AJira {
    const site = aJira();
    for (const time of times) {
      site.now = Date.parse(time);
      create(site, time);
    }
    site.now = Date.parse('2026-03-18T12:30:00Z');
    return site;
  }

  test('count back from now', () => {
    const site = atTimes('2026-03-18T11:24:59Z', '2026-03-18T11:25:00Z', '2026-03-18T12:00:00Z');
    expect(found(site, 'created >= -65m ORDER BY created')).toEqual(['2026-03-18T11:25:00Z', '2026-03-18T12:00:00Z']);
    expect(found(site, 'created >= "-1h 6m" ORDER BY created')).toHaveLength(3);
    expect(found(site, 'created <= now()')).toHaveLength(3);
  });

  test('are read in the zone of whoever searches', () => {
    const site = atTimes('2026-03-17T22:30:00Z', '2026-03-17T23:30:00Z', '2026-03-18T05:00:00Z');
    expect(found(site, 'created >= "2026-03-18" ORDER BY created', 'ada')).toEqual([
      '2026-03-17T23:30:00Z',
      '2026-03-18T05:00:00Z',
    ]);
    expect(found(site, 'created >= "2026-03-18 01:00"', 'bob')).toEqual(['2026-03-18T05:00:00Z']);
    expect(found(site, 'created >= startOfDay()', 'bob')).toEqual(['2026-03-18T05:00:00Z']);
  });

  test('fall on both sides of a change to summer time', () => {
    const site = atTimes('2026-03-28T23:30:00Z', '2026-03-29T21:59:00Z', '2026-03-29T22:00:00Z');
    site.now = Date.parse('2026-03-29T23:00:00Z');
    expect(found(site, 'created >= "2026-03-29" AND created < "2026-03-30" ORDER BY created')).toEqual([
      '2026-03-28T23:30:00Z',
      '2026-03-29T21:59:00Z',
    ]);
  });

  test('begin and end days, weeks and months', () => {
    const times = [
      '2026-02-28T12:00:00Z',
      '2026-03-01T12:00:00Z',
      '2026-03-14T12:00:00Z',
      '2026-03-15T12:00:00Z',
      '2026-03-17T12:00:00Z',
    ];
    const site = atTimes(...times);
    expect(found(site, 'created >= startOfMonth()')).toHaveLength(4);
    expect(found(site, 'created <= endOfMonth(-1)')).toEqual(['2026-02-28T12:00:00Z']);
    expect(found(site, 'created >= startOfWeek()')).toEqual(['2026-03-17T12:00:00Z', '2026-03-15T12:00:00Z']);
    expect(found(site, 'created <= endOfWeek("-1w") AND created >= startOfWeek(-1)')).toEqual(['2026-03-14T12:00:00Z']);
    expect(found(site, 'created >= startOfDay("-1d") AND created <= endOfDay(-1)')).toEqual(['2026-03-17T12:00:00Z']);
  });
});

describe('words in a query', () => {
  const site = aJira();
  create(site, 'Überseekiste, zerbrechlich');
  const second = create(site, 'Box of books', {
    description: {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mind the "step"' }] }],
    },
  });
  site.jira.as('ada').post(`/rest/api/3/issue/${second}/comment`, {
    body: {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nobody at home' }] }],
    },
  });
  later(site);

  test.each([
    ['summary ~ "books"', 1],
    ['summary ~ "book"', 0],
    ['summary ~ "book*"', 1],
    ['summary ~ "b??ks"', 1],
    ['summary ~ "b?x?"', 0],
    ['summary ~ "b?x of*"', 1],
    ['summary ~ "BOX BOOKS"', 1],
    ['summary ~ "books box"', 1],
    ['summary ~ "\\"books box\\""', 0],
    ['summary ~ "\\"box of\\""', 1],
    ['summary ~ "überseekiste"', 1],
    ['summary !~ "box"', 1],
    ['description ~ "step"', 1],
    ['description ~ "paragraph"', 0],
    ['comment ~ "home"', 1],
    ['text ~ "home"', 1],
    ['text ~ "zerbrechlich"', 1],
  ])('%s', (jql, count) => {
    expect(found(site, jql)).toHaveLength(count);
  });
});

describe('a page of results', () => {
  const ids = (page: { issues: { id: string }[] }) => page.issues.map(({ id }) => id);

  test('holds nothing but ids unless fields are asked for', () => {
    const site = fourParcels();
    const { body, points } = site.asApp('GET', '/search/jql?jql=project%20%3D%20SHED');
    expect(body).toEqual({ issues: [{ id: '10003' }], isLast: true });
    expect(points).toBe(2);
  });

  test('holds the fields, properties and expansions asked for', () => {
    const site = fourParcels();
    setProperty(site, 'SHED-1', 'parcel', { weight: 1 });
    later(site);
    const ask = {
      jql: 'project = SHED',
      fields: ['summary', 'status'],
      properties: ['parcel'],
      expand: 'names,changelog',
    };
    const { body } = site.asApp('POST', '/search/jql', ask);
    expect(body).toMatchObject({
      names: { summary: 'Summary', status: 'Status' },
      issues: [
        {
          key: 'SHED-1',
          fields: { summary: 'four', status: { name: 'Open' } },
          properties: { parcel: { weight: 1 } },
          changelog: { total: 0 },
        },
      ],
    });
  });

  test('leads to the next by its token, until the last', () => {
    const site = fourParcels();
    const jql = 'project is not EMPTY ORDER BY priority DESC';
    const client = site.jira.as('ada');
    const pages: string[][] = [];
    let nextPageToken: string | undefined;
    do {
      const page = client.post('/rest/api/3/search/jql', { jql, maxResults: 1, nextPageToken, fields: ['key'] });
      pages.push(page.issues.map(({ key }: { key: string }) => key));
      nextPageToken = page.nextPageToken;
      expect(page.isLast).toBe(nextPageToken === undefined);
    } while (nextPageToken);
    expect(pages).toEqual([['POST-2'], ['SHED-1'], ['POST-3'], ['POST-1']]);
  });

  test('neither repeats nor skips an issue when others appear between two pages', () => {
    const site = fourParcels();
    const client = site.jira.as('ada');
    const first = client.post('/rest/api/3/search/jql', { jql: 'project = POST', maxResults: 2 });
    create(site, 'five');
    later(site);
    const next = client.post('/rest/api/3/search/jql', {
      jql: 'project = POST',
      maxResults: 2,
      nextPageToken: first.nextPageToken,
    });
    expect([...ids(first), ...ids(next)]).toEqual(['10002', '10001', '10000']);
  });

  test.each([
    ['after seven days', 'project = POST', 7 * day + 1],
    ['for another query', 'project = POST AND status = Open', 0],
  ])('is refused by its token %s', (_, jql, wait) => {
    const site = fourParcels();
    const { nextPageToken } = site.jira
      .as('ada')
      .post('/rest/api/3/search/jql', { jql: 'project = POST', maxResults: 1 });
    later(site, wait);
    expect(site.asPerson('ada', 'POST', '/search/jql', { jql, nextPageToken }).status).toBe(400);
  });

  test.each([
    [{ properties: ['a', 'b', 'c', 'd', 'e', 'f'] }, 400],
    [{ reconcileIssues: Array.from({ length: 51 }, (_, place) => place + 1) }, 400],
    [{ maxResults: 0 }, 400],
    [{ maxResults: 'many' }, 400],
    [{ fields: 'summary' }, 400],
    [{ jql: 7 }, 400],
    [{ reconcileIssues: ['POST-1'] }, 400],
    [{ expand: 'renderedFields' }, 501],
    [{ fieldsByKeys: true }, 501],
    [{ fields: ['fixVersions'] }, 501],
    [{ surprise: 1 }, 501],
  ])('is refused for %j', (more, status) => {
    const site = fourParcels();
    expect(site.asPerson('ada', 'POST', '/search/jql', { jql: 'project = POST', ...more }).status).toBe(status);
  });

  test('costs a point and one for each issue', () => {
    const site = fourParcels();
    expect(site.asApp('POST', '/search/jql', { jql: 'project = POST' }).points).toBe(4);
    expect(site.asApp('POST', '/search/jql', { jql: 'nonsense' }).points).toBe(1);
  });
});

describe('search lags behind', () => {
  const lagging = () => {
    const site = aJira();
    const key = create(site, 'before');
    later(site, hour);
    return { site, key };
  };

  test('so that a new issue is found only after a while', () => {
    const { site } = lagging();
    create(site, 'new');
    expect(found(site, 'project = POST')).toEqual(['before']);
    later(site, 5_000);
    expect(found(site, 'project = POST')).toEqual(['new', 'before']);
  });

  test('so that a change is found only after a while, and the issue as it was until then', () => {
    const { site, key } = lagging();
    edit(site, key, { labels: ['late'] });
    expect(found(site, 'labels = late')).toEqual([]);
    expect(found(site, 'labels is EMPTY')).toEqual(['before']);
    later(site, 5_000);
    expect(found(site, 'labels = late')).toEqual(['before']);
    expect(found(site, 'labels is EMPTY')).toEqual([]);
  });

  test('so that a property counts as it was, too', () => {
    const { site, key } = lagging();
    setProperty(site, key, 'parcel', { weight: 1 });
    later(site, minute);
    setProperty(site, key, 'parcel', { weight: 2 });
    expect(found(site, 'parcelWeight = 1')).toEqual(['before']);
    expect(found(site, 'parcelWeight = 2')).toEqual([]);
    later(site, 5_000);
    expect(found(site, 'parcelWeight = 2')).toEqual(['before']);
  });

  test('by each of several changes in a row', () => {
    const { site, key } = lagging();
    const seen: (string | undefined)[] = [];
    for (const label of ['a', 'b', 'c', 'd', 'e']) {
      edit(site, key, { labels: [label] });
      later(site, 2_000);
      seen.push(['a', 'b', 'c', 'd', 'e'].find((each) => found(site, `labels = ${each}`).length > 0));
    }
    expect(seen).toEqual([undefined, undefined, 'a', 'b', 'c']);
  });

  test('but sees the issues that are to be reconciled as they are', () => {
    const { site, key } = lagging();
    edit(site, key, { labels: ['late'] });
    const search = (jql: string) => site.asApp('POST', '/search/jql', { jql, reconcileIssues: [10_000] }).body;
    expect(search('labels = late')).toMatchObject({ issues: [{ id: '10000' }] });
    expect(search('labels is EMPTY')).toMatchObject({ issues: [] });
  });

  test('by as much as is set, or not at all', () => {
    const { site, key } = lagging();
    setSearchLag(site.database, hour);
    edit(site, key, { labels: ['late'] });
    later(site, hour - 1);
    expect(found(site, 'labels = late')).toEqual([]);
    setSearchLag(site.database, 0);
    expect(found(site, 'labels = late')).toEqual(['before']);
  });

  test('and leaves out an issue that is gone', () => {
    const { site, key } = lagging();
    site.jira.as('ada').delete(`/rest/api/3/issue/${key}`);
    expect(found(site, 'project = POST')).toEqual([]);
  });
});

describe('whoever searches', () => {
  test('finds only what they may browse', () => {
    const site = fourParcels();
    expect(found(site, 'project is not EMPTY', 'bob')).toHaveLength(4);
    expect(found(site, 'project is not EMPTY', 'cleo')).toEqual([]);
    edit(site, 'POST-2', { reporter: { accountId: 'cleo' } });
    later(site);
    expect(found(site, 'project is not EMPTY', 'cleo')).toEqual(['two']);
  });

  test('counts what they would find', () => {
    const site = fourParcels();
    const count = (who: string) =>
      site.jira.as(who).post('/rest/api/3/search/approximate-count', { jql: 'project = POST' });
    expect(count('ada')).toEqual({ count: 3 });
    expect(count('cleo')).toEqual({ count: 0 });
  });

  test('learns which of some issues match a query now', () => {
    const site = fourParcels();
    edit(site, 'POST-1', { labels: [] });
    const jqls = ['labels = fragile', 'project = SHED', 'broken = value'];
    const { body } = site.asApp('POST', '/jql/match', { issueIds: [10_000, 10_002], jqls });
    expect(body).toEqual({
      matches: [
        { matchedIssues: [10_002], errors: [] },
        { matchedIssues: [], errors: [] },
        { matchedIssues: [], errors: ['Invalid JQL: broken = value'] },
      ],
    });
  });

  test('needs the scope, when it is the app', () => {
    const site = aJira();
    expect(site.asApp('POST', '/search/jql', { jql: 'project = POST' }, ['read:jira-user']).status).toBe(403);
  });
});
