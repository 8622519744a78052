import type { MatrixPreview, PrioritySettings } from '@fettle/incident/contract';
import { admin } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  edit,
  fieldId,
  type IncidentSite,
  minute,
  move,
  type Raised,
  raise,
  say,
} from '../../builders/an-incident-site';
import { auditOf, breaksIn, changesOf, shown } from '../../builders/what-is-kept';

let site: IncidentSite;
beforeEach(async () => {
  site = await anIncidentSite();
});
afterEach(() => site.close());

const plain = [
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 5],
];
/** Medium by medium is High instead of Medium. */
const stricter = [
  [1, 2, 3],
  [2, 2, 4],
  [3, 4, 5],
];
const refused = (code: string) => ({ ok: false, reason: { code } });

const settings = async () =>
  ((await administer(site, 'prioritySettings', {})) as { readonly value: PrioritySettings }).value;
const tried = async (matrix: readonly (readonly number[])[]) =>
  ((await administer(site, 'previewMatrix', { matrix })) as { readonly value: MatrixPreview }).value;
const changeOf = ({ id: issueId }: Raised) => ({ issueId, from: '3', to: '2' });

describe('an admin', () => {
  test('is told the matrix in the words of the site', async () => {
    expect(await settings()).toMatchObject({
      matrix: plain,
      priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name, i) => ({ id: String(i + 1), name })),
      impact: {
        field: fieldId(site, 'Impact'),
        name: 'Impact',
        levels: [[{ name: '1 - High' }], [{ name: '2 - Medium' }], [{ name: '3 - Low' }]],
      },
      urgency: { field: fieldId(site, 'Urgency'), name: 'Urgency' },
      incidentTypes: [expect.any(String)],
    });
  });

  test('is told which open incidents another matrix would change, and that overrides stay', async () => {
    const graded = await raise(site);
    await raise(site, { impact: 1, urgency: 1 });
    const overridden = await raise(site);
    await edit(site, overridden, { priority: { name: 'Lowest' } });
    const resolved = await raise(site);
    await move(site, resolved, 'Resolved');
    await raise(site, { type: 'Task' });
    await site.advance(minute);

    expect(await tried(plain)).toMatchObject({ whole: true, open: 3, changes: 0, kept: 1, sample: [] });
    expect(await tried(stricter)).toMatchObject({ open: 3, changes: 1, kept: 1, sample: [changeOf(graded)] });
    expect(shown(site, graded).priority).toBe('Medium');
  });

  test.each([
    ['Impact', 'in the trash', 'POST', '/trash'],
    ['Urgency', 'in the trash', 'POST', '/trash'],
    ['Urgency', 'deleted', 'DELETE', ''],
  ] as const)('is told that the field %s is %s, and that no priority follows', async (name, _how, method, path) => {
    await raise(site);
    const field = fieldId(site, name);
    const person = { kind: 'person', accountId: admin } as const;
    expect(site.jira.handle(person, { method, path: `/rest/api/3/field/${field}${path}` }).status).toBeLessThan(400);
    await site.advance(minute);
    const told = await settings();
    const [gone, other] = name === 'Impact' ? [told.impact, told.urgency] : [told.urgency, told.impact];
    expect(gone).toEqual({ field, name, isGone: true, levels: [[], [], []] });
    expect(other).toMatchObject({ isGone: false, levels: [[{ name: '1 - High' }], [{}], [{}]] });

    expect(await tried(stricter)).toMatchObject({ open: 1, changes: 0, sample: [] });
    expect(await administer(site, 'saveIncidentSettings', { matrix: stricter, basedOn: plain })).toMatchObject({
      ok: true,
    });
    expect((await settings()).matrix).toEqual(stricter);
  });

  test('saves a matrix that incidents take up with their next event, overrides excepted', async () => {
    const graded = await raise(site);
    const overridden = await raise(site);
    await edit(site, overridden, { priority: { name: 'Lowest' } });
    const reply = await administer(site, 'saveIncidentSettings', { matrix: stricter, basedOn: plain });
    expect(reply).toEqual({ ok: true, value: null });
    expect((await settings()).matrix).toEqual(stricter);

    for (const issue of [graded, overridden]) await say(site, issue);
    expect(shown(site, graded).priority).toBe('High');
    expect(changesOf(site, graded, 'priority')).toEqual([[site.appAccountId, 'High']]);
    expect(shown(site, overridden).priority).toBe('Lowest');
    const chain = await auditOf(site, 'definition#incident-settings:incident:1');
    expect(breaksIn(chain)).toEqual([]);
    expect(chain.map(({ actor, action }) => [actor, action])).toEqual([[admin, 'incident-settings.saved']]);
  });

  test('does not save over a matrix that somebody else saved meanwhile', async () => {
    await administer(site, 'saveIncidentSettings', { matrix: stricter });
    const mine = { matrix: plain.toReversed(), basedOn: plain };
    expect(await administer(site, 'saveIncidentSettings', mine)).toEqual(refused('changed-meanwhile'));
    expect((await settings()).matrix).toEqual(stricter);
    expect(await administer(site, 'saveIncidentSettings', { ...mine, basedOn: stricter })).toMatchObject({ ok: true });
  });
});

test.each(['prioritySettings', 'previewMatrix'])('%s is for admins alone', async (call) => {
  expect(await administer(site, call, { matrix: plain }, 'lena')).toEqual(refused('not-permitted'));
});
